import { expect } from 'chai'
import { proposeRulebook, saveBacktest } from '../../src/actions/rulebook/propose-rulebook.ts'
import { shipRulebook } from '../../src/actions/rulebook/ship-rulebook.ts'
import type { Viewer } from '../../src/core/access/viewer.ts'
import { startBacktest } from '../../src/core/backtest.ts'
import { activeActivation } from '../../src/store/rulebook-activations.ts'
import { UNLAWFUL_COPY } from '../support/parts.ts'
import { shipped } from '../support/rulebook.ts'
import { versionWith } from '../support/versions.ts'
import { hidden, shown, type WebApp, webApp } from '../support/web-app.ts'

describe('the rulebook page', () => {
  let app: WebApp
  let author: Viewer
  const next = versionWith((rules) =>
    rules
      .filter(({ code }) => code !== 'IF-03')
      .map((rule) => (rule.code === 'IF-02' ? { ...rule, severity: 4 } : rule)),
  )
  const path = `/rulebook/${next.rulebook.hash}`

  before(async () => {
    app = await webApp()
    author = { ...app.cast.alice, role: 'analyst' }
    await shipRulebook(app.parts, shipped)
    await proposeRulebook(app.parts, author, { rulebook: next.rulebook, reason: '按新规调整' })
  })
  after(() => app.close())

  it('lists every version with the active one marked, in the menu of those who may look', async () => {
    const page = await (await app.as(app.cast.alice)).get('/rulebook')
    expect(page.status).to.equal(200)
    const text = shown(page.text)
    for (const words of [
      shipped.rulebook.hash.slice(0, 12),
      next.rulebook.hash.slice(0, 12),
      '现行',
      '待批准',
      'alice',
    ])
      expect(text).to.include(words)
    const clerk = await app.as(app.cast.henry)
    expect((await clerk.get('/rulebook')).status).to.equal(403)
    expect((await clerk.get('/upload')).text).to.not.include('href="/rulebook"')
  })

  it('shows what a version changes, by rule', async () => {
    const text = shown((await (await app.as(app.cast.carol)).get(path)).text)
    expect(text).to.match(/删去规则 \(1\)\s*IF-03/)
    expect(text).to.match(/修改规则 \(1\)\s*IF-02.*修改处：严重程度/)
    expect(text).to.include(`与版本 ${shipped.rulebook.hash.slice(0, 12)} 相比`)
  })

  it('offers no approval without a backtest, and refuses one that is posted all the same', async () => {
    const carol = await app.as(app.cast.carol)
    const page = await carol.get(path)
    expect(shown(page.text)).to.include('还没有与现行版本对照的回测')
    expect(page.text).to.not.include(`action="${path}/approve"`)
    const refused = await carol.post(`${path}/approve`, { version: '1', reason: '同意' })
    expect(refused.status).to.equal(409)
    expect(shown(refused.text)).to.include('缺少对照现行版本的回测').and.include('返回刚才的页面')
    expect(refused.text).to.include(`href="${path}"`)
  })

  it('shows the backtest, and lets another officer approve it for a reason', async () => {
    const backtest = startBacktest(shipped, next)
    const given = { id: 'a', paper: { text: UNLAWFUL_COPY, kind: 'marketing' as const }, receivedOn: '2026-05-01' }
    backtest.add([{ ...given, rulings: [{ code: 'IF-03', start: 0, end: 40, verdict: 'upheld' }] }])
    const result = { ...backtest.result(), over: 'archive', from: '2026-05-01' }
    await saveBacktest(app.parts, author, {
      oldHash: shipped.rulebook.hash,
      newHash: next.rulebook.hash,
      result,
    })
    const own = await (await app.as({ ...app.cast.alice })).get(path)
    expect(own.text).to.not.include(`action="${path}/approve"`)
    const carol = await app.as(app.cast.carol)
    const page = await carol.get(path)
    const text = shown(page.text)
    expect(text).to.include('认定成立的 1 处中，将消失 1 处').and.include('2026-05-01 至 不限')
    const done = await carol.post(`${path}/approve`, { version: hidden(page, 'version'), reason: '回测无误' })
    expect(done).to.include({ status: 303, location: path })
    expect(await activeActivation(app.db)).to.include({ hash: next.rulebook.hash, way: 'approved', seq: 2 })
    expect(shown((await carol.get(path)).text)).to.match(/批准启用\s*carol\s*提交人 alice\s*回测无误/)
  })

  it('is followed by the answers of the web itself', async () => {
    const status = shown((await (await app.as(app.cast.alice)).get('/status')).text)
    expect(status).to.include(next.rulebook.hash.slice(0, 12))
  })

  it('brings an earlier version back, unless somebody decided in between', async () => {
    const carol = await app.as(app.cast.carol)
    const old = `/rulebook/${shipped.rulebook.hash}`
    const page = await carol.get(old)
    const stale = await carol.post(`${old}/roll-back`, { version: '1', reason: '误报' })
    expect(stale.status).to.equal(409)
    const done = await carol.post(`${old}/roll-back`, { version: hidden(page, 'version'), reason: '误报' })
    expect(done.status).to.equal(303)
    expect(await activeActivation(app.db)).to.include({ hash: shipped.rulebook.hash, way: 'rolled_back' })
  })

  it('asks for no backtest of what was brought back, nor of what may be', async () => {
    const carol = await app.as(app.cast.carol)
    const back = shown((await carol.get(`/rulebook/${shipped.rulebook.hash}`)).text)
    expect(back).to.include('恢复曾启用的版本无须回测').and.not.include('还没有回测').and.not.include('不能批准')
    expect(shown((await carol.get('/rulebook')).text)).to.include('恢复启用，无须回测')
    const left = await carol.get(path)
    expect(left.text).to.include(`action="${path}/roll-back"`)
    expect(shown(left.text)).to.include('无须回测').and.not.include('不能批准')
  })

  it('has papers checked again over days, and says so when there are none', async () => {
    const carol = await app.as(app.cast.carol)
    const fields = { from: '2026-05-06', to: '2026-05-06', reason: '按现行版本复查' }
    expect((await carol.post('/rulebook/recheck', fields)).status).to.equal(409)
    await app.paper(UNLAWFUL_COPY)
    const seq = String((await activeActivation(app.db))!.seq)
    await carol.post(`${path}/roll-back`, { version: seq, reason: '再启用' })
    const done = await carol.post('/rulebook/recheck', fields)
    expect(done).to.include({ status: 303, location: '/rulebook' })
    expect(shown((await carol.get('/rulebook')).text))
      .to.include('1 份材料')
      .and.include('进行中')
    expect((await carol.post('/rulebook/recheck', { ...fields, to: '2026-05-05' })).status).to.equal(422)
  })
})
