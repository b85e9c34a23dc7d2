import { expect } from 'chai'
import { type Client, hidden, shown, type WebApp, webApp } from '../support/web-app.ts'

const BOAST = '海屿康养馆微信群公告：全国第一品牌，国家级养老基地。@所有人 立即拨打010-00001234报名。'
const COMPETITION = 'unfair-competition-law-2019>unfair-competition-law-2025'

describe('correcting a paper on its page', () => {
  let app: WebApp
  let alice: Client
  let address: string

  beforeEach(async () => {
    app = await webApp()
    alice = await app.as(app.cast.alice)
    const given = { kind: 'marketing', region: '440300', date: '2025-10-14' } as const
    address = `/documents/${await app.paper(BOAST, { given } as never)}`
  })
  afterEach(() => app.close())

  const version = async () => hidden(await alice.get(address), 'version')
  const correct = async (fields: Record<string, string>, client = alice) =>
    client.post(`${address}/correct`, { version: await version(), reason: '现场检查笔录', ...fields })
  const panel = async () => {
    const { text } = await alice.get(address)
    return shown(/<section class="card" id="circumstances">.*?<\/section>/s.exec(text)![0])
  }

  it('shows where each circumstance came from: given, read with its words, assumed, or known to nobody', async () => {
    expect(await panel())
      .to.match(/行为起始日期\s*2025-10-14\s*来件方注明/)
      .and.match(/传播渠道\s*微信群等群聊\s*读自原文\s*微信群公告/)
      .and.match(/主体类型\s*不详\s*没有依据/)
    const undated = await app.paper(`${BOAST}无日期`, { given: { kind: 'marketing', region: '440300' } } as never)
    expect(shown((await alice.get(`/documents/${undated}`)).text)).to.match(/2026-05-06\s*未注明，按收到日期/)
  })

  it('leaves the place of the conduct to be filled in where nobody said it, and says whose law is looked at meanwhile', async () => {
    const given = { kind: 'marketing', region: '440300', regionAssumed: true, date: '2025-10-14' }
    address = `/documents/${await app.paper(`${BOAST}无地`, { given } as never)}`
    const blank = /行为发生地\s*【待填】\s*无人注明；补填之前暂按承办地区（广东省 深圳市）适用地方规定/
    expect(await panel()).to.match(blank)
    expect((await alice.get(address)).text).to.include('href="#correct"')
    await correct({ region: '440300' })
    expect(await panel())
      .to.match(/行为发生地\s*广东省 深圳市\s*已更正/)
      .and.not.include('待填')
    const unplaced = await app.paper(`${BOAST}未定`, { given: { kind: 'marketing' } } as never)
    expect(shown((await alice.get(`/documents/${unplaced}`)).text)).to.match(/行为发生地\s*【待填】/)
  })

  it('comes back to the panel, which says who corrected what, when, why, and what stood before', async () => {
    const answer = await correct({ channel: 'seminar', until: '2025-10-20' })
    expect(answer.location).to.equal(`${address}#circumstances`)
    expect(await panel())
      .to.match(/传播渠道\s*讲座、答谢会\s*已更正\s*alice 2026-05-06 10:00 · 现场检查笔录 · 原为 微信群等群聊/)
      .and.match(/行为截止日期\s*2025-10-20\s*已更正/)
      .and.include('更正记录 2 条')
  })

  it('keeps the assessment before it on the page, with why it was replaced and what was ruled in it', async () => {
    const finding = await app.db('findings').where({ code: 'FA-01' }).orderBy('start').first()
    await alice.post(`${address}/findings/${finding.id}/uphold`, { version: '1', n: '1', note: '与备案不符' })
    await correct({ date: '2025-10-15' })
    const { text } = await alice.get(address)
    const earlier = shown(/<section class="card" id="earlier">.*?<\/section>/s.exec(text)![0])
    expect(earlier)
      .to.include('更正了研判条件')
      .and.include('行为起始日期：2025-10-14 → 2025-10-15')
      .and.include('FA-01')
      .and.include('成立')
      .and.match(/反不正当竞争法》（2019/)
    expect(shown(text)).to.include('未沿用，请重新认定').and.include('与备案不符')
  })

  it('takes a correction back by a tick', async () => {
    expect((await alice.get(address)).text).not.to.include('withdraw-channel')
    await correct({ channel: 'seminar' })
    expect((await alice.get(address)).text).to.include('name="withdraw-channel"')
    await correct({ 'withdraw-channel': '1' })
    expect(await panel())
      .to.match(/传播渠道\s*微信群等群聊\s*读自原文/)
      .and.include('撤销更正')
      .and.include('更正记录 2 条')
  })

  it('says what is wrong with a form, and does nothing then', async () => {
    for (const [fields, said] of [
      [{}, '更正内容'],
      [{ channel: 'web', reason: ' ' }, '理由'],
      [{ date: '2026-05-07' }, '日期'],
      [{ until: '2025-10-13' }, '截止日期'],
      [{ region: '44' }, '辖区'],
    ] as const) {
      const answer = await correct(fields)
      expect(answer.status, said).to.equal(422)
      expect(answer.text, said).to.include(said).and.include(`href="${address}"`)
    }
    expect((await correct({ channel: 'web', version: '1' })).status).to.equal(409)
    expect(await app.db('corrections')).to.have.length(0)
  })

  it('is offered to officers alone', async () => {
    const id = await app.paper(`${BOAST}来电`, { actor: { officerId: app.cast.henry.officerId } })
    const page = await (await app.as(app.cast.henry)).get(`/documents/${id}`)
    expect(page.status).to.equal(200)
    expect(page.text).not.to.include('/correct"')
    expect((await alice.get(address)).text).to.include(`action="${address}/correct"`)
  })

  describe('across a change of law', () => {
    beforeEach(() => correct({ until: '2025-10-20', channel: 'seminar' }))

    it('stands old law beside new, each breach beside its penalty, and asks a person to choose', async () => {
      const { text } = await alice.get(address)
      const law = shown(/<section class="card law" id="law">.*?<\/form>/s.exec(text)![0])
      expect(law).to.include('从旧兼从轻').and.include('2019').and.include('第二十五条').and.include('尚未选定')
      const card = shown(/<article class="finding[^>]*>.*?<\/article>/s.exec(text)![0])
      expect(card.indexOf('旧法')).to.be.lessThan(card.indexOf('新法'))
      expect(card).to.match(/旧法.*第八条.*罚则.*第二十条.*新法.*第九条.*罚则.*第二十五条/s)
    })

    it('records the choice with its reason, and a second one beside the first', async () => {
      const choose = (fields: Record<string, string>) =>
        alice.post(`${address}/law-version`, { matter: COMPETITION, version: '0', reason: '新法处罚较轻', ...fields })
      expect((await choose({})).status).to.equal(422)
      expect((await choose({ choice: 'new', reason: '' })).status).to.equal(422)
      expect((await choose({ choice: 'new' })).location).to.equal(`${address}#law`)
      expect((await choose({ choice: 'old' })).status).to.equal(409)
      const { seq } = await app.db('law_choices').first()
      await choose({ choice: 'old', version: String(seq), reason: '行为主要在旧法期间' })
      const page = shown((await alice.get(address)).text)
      expect(page).to.include('适用旧法').and.include('行为主要在旧法期间').and.include('此前选定 1 次')
    })
  })
})

describe('a lead whose reason is gone', () => {
  it('is marked in the inbox and on its page, and waits for an officer', async () => {
    const app = await webApp()
    try {
      const care = '银杏里康养公寓会员协议：乙方一次性预存24个月养老服务费48000元，押金每床60000元，月床位费2000元。'
      const given = { kind: 'contract', region: '440300', date: '2026-05-01', entity: 'care_institution' }
      const id = await app.paper(care, { given } as never)
      const alice = await app.as(app.cast.alice)
      const version = hidden(await alice.get(`/documents/${id}`), 'version')
      await alice.post(`/documents/${id}/correct`, { version, entity: 'hotel', reason: '营业执照登记为酒店' })
      const lead = await app.db('leads').first()
      expect(lead.state).to.equal('proposed')
      expect((await alice.get('/inbox')).text).to.include('提出理由已不成立')
      const page = shown((await alice.get(`/leads/${lead.id}`)).text)
      expect(page).to.include('系统不会自行关闭线索').and.include('主体类型：养老机构 → 酒店、公寓')
      expect((await alice.get(`/leads/${lead.id}`)).text).to.include('/dismiss"')
    } finally {
      await app.close()
    }
  })
})
