import { expect } from 'chai'
import { type Client, shown, type WebApp, webApp } from '../support/web-app.ts'

const NASTY = `"><script>alert('x')</script><img src=x onerror="alert(1)">&lt;`

describe('what strangers wrote', () => {
  let app: WebApp
  let alice: Client
  let documentId: string
  let leadId: string

  before(async () => {
    app = await webApp()
    alice = await app.as(app.cast.alice)
    documentId = await app.paper(
      `${NASTY}候鸟养老卡保本保息，年化收益12%，${NASTY}详情 javascript:alert(2) http://a.example/?q="x`,
      {
        fileName: `${NASTY}.txt`,
        envelope: { source: 'api', sender: NASTY, external: NASTY },
        given: { kind: 'marketing', region: '440300', title: NASTY },
      },
    )
    leadId = (await app.db('leads').first()).id
  })
  after(() => app.close())

  it('comes out as text everywhere: paper, title, file name, sender, number', async () => {
    const pages = [
      '/inbox',
      `/inbox?q=${encodeURIComponent(NASTY)}`,
      `/leads/${leadId}`,
      '/documents',
      `/documents/${documentId}`,
    ]
    pages.push(`/documents?q=${encodeURIComponent(NASTY)}`, `/upload/result?received=${documentId}`)
    for (const path of pages) {
      const { text, status } = await alice.get(path)
      expect(status, path).to.equal(200)
      expect(text, path).not.to.include('<script>alert').and.not.include('<img')
      expect(text.match(/<script/g), path).to.have.lengthOf(1)
      const tags = (text.match(/<[a-z][^>]*>/g) ?? []).map((tag) => tag.replace(/="[^"]*"/g, '='))
      for (const tag of tags) expect(tag, path).not.to.match(/\son\w+=/i)
    }
    expect(shown((await alice.get(`/documents/${documentId}`)).text)).to.include(NASTY)
  })

  it('never becomes a link', async () => {
    for (const path of [`/documents/${documentId}`, `/leads/${leadId}`]) {
      const { text } = await alice.get(path)
      const addresses = [...text.matchAll(/(?:href|action|src)="([^"]*)"/g)].map((match) => match[1]!)
      expect(addresses.length).to.be.greaterThan(5)
      for (const address of addresses) expect(address, path).to.match(/^[/#]/)
    }
  })

  it('is escaped in what an officer typed too', async () => {
    const finding = await app.db('findings').first()
    await alice.post(`/documents/${documentId}/findings/${finding.id}/uphold`, { version: '1', note: NASTY })
    const { text } = await alice.get(`/documents/${documentId}`)
    expect(text).not.to.include('<script>alert')
    const again = await alice.upload('/upload', { nonce: 'n'.repeat(20), title: NASTY, text: NASTY, date: 'never' }, [])
    expect(again.status).to.equal(422)
    expect(again.text).not.to.include('<script>alert').and.not.include('<img')
    expect(shown(again.text)).to.include(NASTY)
  })
})
