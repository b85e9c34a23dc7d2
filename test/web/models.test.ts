import { expect } from 'chai'
import { drawSamples } from '../../src/actions/models/draw-samples.ts'
import { shipModel } from '../../src/actions/models/ship-model.ts'
import { trainChallenger } from '../../src/actions/models/train-challenger.ts'
import { activeModel, standingModels } from '../../src/store/model-activations.ts'
import { anOfficer } from '../support/cast.ts'
import { judgedByBoth } from '../support/judged-by-both.ts'
import { LAWFUL_COPY, UNLAWFUL_COPY } from '../support/parts.ts'
import { aSmallCorpus, aSmallModel } from '../support/small-model.ts'
import { hidden, shown, type WebApp, webApp } from '../support/web-app.ts'

describe('the page of the classifier', () => {
  let app: WebApp
  let documentId: string

  before(async () => {
    app = await webApp()
    app.web.model = await shipModel(app.parts, aSmallModel())
    documentId = await app.paper(LAWFUL_COPY)
  })
  after(() => app.close())

  it('is for those who handle papers, and tells when nobody challenges', async () => {
    const page = await (await app.as(app.cast.alice)).get('/models')
    expect(page.status).to.equal(200)
    expect(shown(page.text)).to.include('没有候选模型').and.include('模型卡').and.include('已知弱点')
    expect((await (await app.as(app.cast.henry)).get('/models')).status).to.equal(403)
  })

  it('a paper’s page takes a mark of what was missed, shows who said so, and takes it back', async () => {
    const alice = await app.as(app.cast.alice)
    const path = `/documents/${documentId}/missed`
    expect((await alice.post(path, { category: 'deceptive_sales', reason: '' })).status).to.equal(422)
    expect((await alice.post(path, { category: 'nothing', reason: 'x' })).status).to.equal(422)
    const order = { category: 'deceptive_sales', reason: '临走加价<script>' }
    expect((await alice.post(path, order)).location).to.equal(`/documents/${documentId}#missed`)
    const page = await alice.get(`/documents/${documentId}`)
    expect(shown(page.text)).to.include('临走加价<script>').and.include('撤回漏报标记：')
    expect(page.text).not.to.include('加价<script>')
    expect((await alice.post(path, { ...order, verdict: 'withdrawn', reason: '看错' })).status).to.equal(303)
    expect((await alice.post(path, order)).status).to.equal(303)
  })

  it('shows both models and where they differ, and promotes by another officer’s word', async () => {
    const erin = await anOfficer(app.db, 'erin', 'analyst', '440000')
    const { hash } = await trainChallenger(app.parts, erin, { corpus: aSmallCorpus(22), reason: '新说法' })
    const carol = await app.as(app.cast.carol)
    expect(shown((await carol.get('/models')).text)).to.include('还没有试判过材料')
    app.parts.setNow('2026-05-06T03:00:00.000Z')
    await app.paper('每月返现，专家退款，返钱返钱，专家。')
    const few = await carol.get('/models')
    expect(shown(few.text))
      .to.include('只有 1 份，还差 99 份，暂不能启用')
      .and.include('不足 100 份')
      .and.not.include('孰优孰劣')
    expect(few.text).not.to.include(`action="/models/${hash}/promote"`)
    const early = { version: '1', reason: '看过分歧' }
    const refused = await carol.post(`/models/${hash}/promote`, early)
    expect(refused.status).to.equal(409)
    expect(shown(refused.text)).to.include('都判过的材料还太少')
    await judgedByBoth(app.db, [aSmallModel().hash, hash], 99)
    const page = await carol.get('/models')
    expect(shown(page.text)).to.include('95% 区间').and.include('多提示不等于更准')
    expect(shown(page.text)).to.include('现行与候选对照').and.include(hash.slice(0, 12)).and.include('erin 训练')
    const version = hidden(page, 'version')
    const alice = await app.as(app.cast.alice)
    expect((await alice.post(`/models/${hash}/promote`, { version, reason: 'x' })).status).to.equal(403)
    expect((await carol.post(`/models/${hash}/promote`, { version, reason: '' })).status).to.equal(422)
    expect((await carol.post(`/models/${hash}/promote`, { version, reason: '看过分歧' })).location).to.equal('/models')
    expect((await standingModels(app.db)).champion).to.equal(hash)
    const after = await carol.get('/models')
    expect(shown(after.text)).to.include('看过分歧').and.include('恢复以前的模型').and.include('查准')
    const first = aSmallModel().hash
    const back = { version: hidden(after, 'version'), reason: '误报' }
    expect((await carol.post(`/models/${first}/roll-back`, back)).status).to.equal(303)
    expect((await activeModel(app.db))!.hash).to.equal(first)
  })

  it('lists drawn papers with one key an answer, and tells the estimate with its n', async () => {
    await app.paper(UNLAWFUL_COPY)
    app.parts.setNow('2026-05-12T02:00:00.000Z')
    expect(await drawSamples(app.parts, 'seed')).to.be.above(0)
    const alice = await app.as(app.cast.alice)
    const page = await alice.get('/models/sample')
    expect(page.text).to.include('data-key="y"').and.include('data-key="n"').and.include('data-key="u"')
    expect(shown(page.text)).not.to.include('海屿候鸟')
    expect((await alice.post(`/models/sample/${documentId}`, { answer: 'perhaps' })).status).to.equal(422)
    expect((await alice.post(`/models/sample/${documentId}`, { answer: 'no' })).location).to.equal('/models/sample')
    const after = shown((await alice.get('/models/sample')).text)
    expect(after).to.include('n = 1').and.include('95% 区间 0.0% 至 79.3%')
    const dave = await app.as(app.cast.dave)
    expect((await dave.post(`/models/sample/${documentId}`, { answer: 'yes' })).status).to.equal(404)
  })

  it('speaks English too', async () => {
    const alice = await app.as(app.cast.alice)
    for (const path of ['/models', '/models/sample', `/documents/${documentId}`]) {
      const page = await app.guest(`${alice.cookie}; sojourn_lang=en`).get(path)
      expect(page.status).to.equal(200)
    }
  })
})
