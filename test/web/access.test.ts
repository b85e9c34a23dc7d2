import { expect } from 'chai'
import { openMatter } from '../../src/actions/matters/open-matter.ts'
import { matterById } from '../../src/store/matters.ts'
import { maySeeMatter } from '../../src/store/visibility.ts'
import { UNLAWFUL_COPY } from '../support/parts.ts'
import { type WebApp, webApp } from '../support/web-app.ts'

describe('who may see and do what on the web', () => {
  let app: WebApp
  let documentId: string
  let leadId: string
  let findingId: string

  before(async () => {
    app = await webApp()
    documentId = await app.paper(UNLAWFUL_COPY)
    leadId = (await app.db('leads').first()).id
    findingId = (await app.db('findings').first()).id
    await app.db('import_runs').insert({
      id: 'run-1',
      source: 'folder',
      label: 'inbox',
      state: 'finished',
      region: '440300',
      started_at: app.parts.now().toISOString(),
    })
  })
  after(() => app.close())

  const pages = () => [
    '/inbox',
    `/leads/${leadId}`,
    '/documents',
    `/documents/${documentId}`,
    `/documents/${documentId}/original`,
    '/upload',
    '/upload/result',
    '/imports',
    '/imports/run-1',
    '/imports/run-1/rejects.csv',
    '/matters',
    '/clocks',
    '/approvals',
    '/delegations',
    '/tasks',
    '/awaited',
    '/campaigns',
    '/duties',
    '/responsibilities',
    '/venue',
    '/statistics',
    '/statistics.csv',
    '/statistics/list',
    '/articles',
    '/articles/prepaid-care-guidance/no-return',
    '/status',
    '/',
  ]
  const posts = () => [
    ...['take', 'release', 'dispatch', 'return', 'dismiss', 'reopen', 'open'].map((deed) => `/leads/${leadId}/${deed}`),
    `/documents/${documentId}/findings/${findingId}/uphold`,
    `/documents/${documentId}/findings/${findingId}/dismiss`,
    `/documents/${documentId}/correct`,
    `/documents/${documentId}/law-version`,
    '/articles/prepaid-care-guidance/no-return/record',
    '/articles/prepaid-care-guidance/no-return/confirm',
    '/sign-out',
  ]

  it('shows no page without a session, and comes back after signing in', async () => {
    for (const path of pages()) {
      const answer = await app.guest('sojourn_session=made-up').get(path)
      expect(answer.status, path).to.equal(303)
      expect(answer.location, path).to.equal(`/sign-in?next=${encodeURIComponent(path)}`)
      expect(answer.text, path).not.to.include('保本')
    }
  })

  it('opens every page to an officer of the region, kept in no cache and under a policy without inline scripts', async () => {
    const alice = await app.as(app.cast.alice)
    for (const path of pages().slice(0, -1)) {
      const answer = await alice.get(path)
      expect(answer.status, path).to.equal(200)
      expect(answer.headers.get('cache-control'), path).to.equal('no-store')
      expect(answer.headers.get('content-security-policy'), path)
        .to.include("default-src 'none'")
        .and.include("script-src 'self'")
        .and.not.include('unsafe')
      expect(answer.headers.get('x-content-type-options'), path).to.equal('nosniff')
    }
  })

  it('does nothing for a form without a session or without its token', async () => {
    const alice = await app.as(app.cast.alice)
    for (const path of posts()) {
      expect((await app.guest().post(path, { version: '1' })).status, path).to.equal(401)
      const refused = await alice.post(path, { csrf: 'made-up', version: '1', reason: 'lawful' })
      expect(refused.status, path).to.equal(403)
      expect(refused.text, path).to.include('表单已失效')
      expect((await alice.post(path, { csrf: '', version: '1' })).status, path).to.equal(403)
    }
    const upload = await alice.upload('/upload', { csrf: 'made-up', nonce: 'n'.repeat(20), text: 'x' }, [])
    expect(upload.status).to.equal(403)
    expect((await app.db('leads').first()).version).to.equal(1)
  })

  it('tells a stranger that nothing is there, on pages and on forms alike', async () => {
    const dave = await app.as(app.cast.dave)
    for (const path of [
      `/leads/${leadId}`,
      `/documents/${documentId}`,
      `/documents/${documentId}/original`,
      '/imports/run-1',
    ]) {
      const answer = await dave.get(path)
      expect(answer.status, path).to.equal(404)
      expect(answer.text, path).not.to.include('海屿')
    }
    const fields = { version: '1', reason: 'lawful', note: '', choice: 'old', channel: 'web' }
    // An article of law belongs to no region.
    const headsOnly = /dispatch|reopen|articles/
    for (const path of posts().filter((post) => !headsOnly.test(post) && post !== '/sign-out')) {
      expect((await dave.post(path, fields)).status, path).to.equal(404)
    }
  })

  it('lets no count leak to a stranger', async () => {
    const dave = await app.as(app.cast.dave)
    const inbox = await dave.get('/inbox')
    expect(inbox.text).to.include('没有在办线索')
    expect(counts(inbox.text)).to.deep.equal([0, 0, 0, 0, 0])
    const carol = await app.as(app.cast.carol)
    expect(counts((await carol.get('/inbox')).text)).to.deep.equal([1, 1, 0, 0, 0])
    expect((await dave.get('/documents')).text).to.include('没有符合条件的材料')
    expect((await dave.get('/imports')).text).not.to.include('run-1')
    expect((await dave.get('/inbox?q=海屿')).text).not.to.include(leadId)
  })

  it('gives the hotline the upload form and her own papers, and nothing else', async () => {
    const henry = await app.as(app.cast.henry)
    expect((await henry.get('/')).location).to.equal('/calls')
    for (const path of [
      '/inbox',
      `/leads/${leadId}`,
      '/matters',
      '/matters/new',
      '/tasks',
      '/statistics',
      '/imports',
      '/articles',
      '/status',
    ]) {
      const answer = await henry.get(path)
      expect(answer.status, path).to.equal(403)
      expect(answer.text, path).to.include('您的角色不能进行此操作')
    }
    expect((await henry.get(`/documents/${documentId}`)).status).to.equal(404)
    expect((await henry.get('/documents')).text).not.to.include(documentId)
    const mine = await app.paper('来电反映：老人被骗。', { actor: { officerId: app.cast.henry.officerId } })
    expect((await henry.get('/documents')).text).to.include(mine)
    const page = await henry.get(`/documents/${mine}`)
    expect(page.status).to.equal(200)
    expect(page.text).not.to.include('作出认定')
    expect(page.text).not.to.include('href="/inbox"')
  })

  it('shows the hotline the matters of her own calls, and as little as a stranger of the others', async () => {
    const { alice, henry } = app.cast
    const page = await app.as(henry)
    for (const [by, status] of [
      [henry, 200],
      [alice, 404],
    ] as const) {
      const { id } = await openMatter(app.parts, by, {
        opening: 'complaint',
        region: '440300',
        title: '退费',
        source: 'hotline',
        receivedAt: app.parts.now().toISOString(),
        reason: '来电',
      })
      expect((await page.get(`/matters/${id}`)).status, by.name).to.equal(status)
      expect(maySeeMatter(henry, (await matterById(app.db, id))!), by.name).to.equal(status === 200)
    }
  })

  it('shows only the forms a role may use', async () => {
    const officer = (await (await app.as(app.cast.alice)).get(`/leads/${leadId}`)).text
    expect(officer).to.include('/take"').and.include('/open"').and.include('/dismiss"').and.not.include('/dispatch"')
    const head = (await (await app.as(app.cast.carol)).get(`/leads/${leadId}`)).text
    expect(head).to.include('/dispatch"')
    const analyst = await app.as({ ...app.cast.alice, officerId: await anAnalyst(app) })
    const page = (await analyst.get(`/leads/${leadId}`)).text
    expect(page).to.include('不能办理').and.not.include('/take"')
  })

  it('answers an address that leads nowhere with a page', async () => {
    const answer = await (await app.as(app.cast.alice)).get('/nowhere')
    expect(answer.status).to.equal(404)
    expect(answer.text).to.include('没有找到')
    expect((await app.guest().get('/nowhere')).status).to.equal(404)
    expect((await app.guest().get('/documents/%E0%A4%A')).status).to.equal(400)
  })
})

/** Counts on the tabs of the inbox. */
function counts(page: string): number[] {
  const tabs = /<nav class="tabs".*?<\/nav>/s.exec(page)![0]
  return [...tabs.matchAll(/<span class="count">(\d+)<\/span>/g)].map((match) => Number(match[1]))
}

async function anAnalyst(app: WebApp): Promise<string> {
  const id = 'analyst-1'
  const row = await app.db('officers').where({ id: app.cast.alice.officerId }).first()
  await app.db('officers').insert({ ...row, id, login: 'analyst-1', role: 'analyst' })
  return id
}
