import { expect } from 'chai'
import { versionOf } from '../../src/rulebook/version.ts'
import { insertActivation } from '../../src/store/rulebook-activations.ts'
import { keepRulebook } from '../../src/store/rulebooks.ts'
import { shipped } from '../support/rulebook.ts'
import { type Client, hidden, shown, type WebApp, webApp } from '../support/web-app.ts'

const ADDRESS = '/articles/prepaid-care-guidance/no-return'
const RECORD = { text: '（逐字录入的条文）', source: '公报2024年第20期', readOn: '2026-05-06' }

describe('the articles of law', () => {
  let app: WebApp
  let carol: Client
  let rita: Client

  before(async () => {
    app = await webApp()
    carol = await app.as(app.cast.carol)
    const row = await app.db('officers').where({ id: app.cast.bob.officerId }).first()
    await app.db('officers').insert({ ...row, id: 'rita', login: 'rita', name: 'rita', role: 'reviewer' })
    rita = await app.as({ ...app.cast.bob, officerId: 'rita' })
  })
  after(() => app.close())

  it('are listed with how well each is verified, those to be confirmed first', async () => {
    const open = (await carol.get('/articles')).text
    expect(open).to.include(ADDRESS).and.include('待确认')
    expect(open).not.to.include('fundraising-regulation/19.3')
    const all = (await carol.get('/articles?show=all')).text
    expect(all).to.include('fundraising-regulation/19.3')
    expect(all.indexOf(ADDRESS)).to.be.lessThan(all.indexOf('fundraising-regulation/19.3'))
    expect((await (await app.as(app.cast.henry)).get('/articles')).status).to.equal(403)
    expect((await carol.get('/articles/no/such')).status).to.equal(404)
    expect((await carol.get('/articles/constructor/name')).status).to.equal(404)
  })

  it('say at a finding that one not confirmed supports it and is not printed', async () => {
    const text = '海屿候鸟旅居养老会员卡：一次交纳10万元，保本保息，年化收益12%，到期返还本金。'
    const given = { kind: 'marketing', region: '440300', date: '2026-05-01', entity: 'care_institution' }
    const id = await app.paper(text, { given } as never)
    const page = (await carol.get(`/documents/${id}`)).text
    expect(page).to.include('可支持疑点，确认前不得印入文书').and.include(`href="${ADDRESS}"`)
  })

  it('are recorded by one and approved by another, and then said to be confirmed', async () => {
    expect((await (await app.as(app.cast.alice)).get(ADDRESS)).text).not.to.include('/record"')
    expect((await carol.post(`${ADDRESS}/record`, { version: '0', ...RECORD, source: '' })).status).to.equal(422)
    expect((await carol.post(`${ADDRESS}/record`, { version: '0', ...RECORD })).location).to.equal(ADDRESS)
    expect((await rita.post(`${ADDRESS}/record`, { version: '0', ...RECORD })).status).to.equal(409)
    const own = await carol.get(ADDRESS)
    expect(own.text).to.include('由您登记').and.not.include('value="approved"')
    const page = await rita.get(ADDRESS)
    const record = hidden(page, 'record')
    expect((await carol.post(`${ADDRESS}/confirm`, { record, verdict: 'approved' })).status).to.equal(409)
    expect((await rita.post(`${ADDRESS}/confirm`, { record, verdict: 'maybe' })).status).to.equal(422)
    expect((await rita.post(`${ADDRESS}/confirm`, { record, verdict: 'approved' })).location).to.equal(ADDRESS)
    expect(shown((await rita.get(ADDRESS)).text))
      .to.include('已确认，可印入文书')
      .and.include('现行文本')
      .and.include('carol 2026-05-06 10:00 登记')
      .and.include('rita 2026-05-06 10:00 审核同意')
    const { id } = await app.db('documents').first()
    const finding = (await carol.get(`/documents/${id}`)).text
    expect(finding).to.include('已确认').and.not.include('确认前不得印入文书')
  })

  it('are those of the version that is active, from the moment it is approved', async () => {
    const { hash: _, ...rules } = shipped.rulebook
    const article = { ...rules.basis['prepaid-care-guidance/no-return']!, id: 'made-up-law/1' }
    const content = { ...rules, basis: { ...rules.basis, [article.id]: article } }
    const next = { ...content, hash: versionOf(content) }
    const address = `/articles/${article.id}`
    expect((await carol.get(address)).status).to.equal(404)
    const at = app.parts.now().toISOString()
    await app.db.transaction(async (trx) => {
      await keepRulebook(trx, next, at)
      const nobody = { authorId: null, approverId: null, backtestId: null }
      await insertActivation(trx, { ...nobody, seq: 1, hash: next.hash, way: 'shipped', reason: '', at })
    })
    expect((await carol.post(`${address}/record`, { version: '0', ...RECORD })).location).to.equal(address)
    expect((await carol.get(address)).status).to.equal(200)
  })
})
