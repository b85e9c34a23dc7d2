import { expect } from 'chai'
import { anOfficer } from '../support/cast.ts'
import { type Client, hidden, shown, type WebApp, webApp } from '../support/web-app.ts'

describe('the pages of joint work beside the matters', () => {
  let app: WebApp
  let alice: Client
  let rita: Client

  beforeEach(async () => {
    app = await webApp()
    alice = await app.as(app.cast.alice)
    rita = await app.as(await anOfficer(app.db, 'rita', 'reviewer', '440300'))
  })
  afterEach(() => app.close())

  it('carries a campaign and the yearly list with tasks that need no case', async () => {
    const owner = app.cast.bob.officerId
    const campaign = {
      name: '会销清查',
      aim: '',
      region: '440300',
      from_day: '2026-05-01',
      to_day: '2026-06-30',
      owner,
    }
    expect((await alice.post('/campaigns', campaign)).status).to.equal(403)
    const { location } = await rita.post('/campaigns', campaign)
    const task = { version: '1', title: '南山区清查', owner, due_day: '2026-05-03', back: location }
    await rita.post(`${location}/tasks`, task)
    expect(shown((await rita.get(location)).text))
      .to.include('南山区清查')
      .and.include('超 3 天')
    expect(shown((await rita.get('/campaigns')).text))
      .to.include('0/1 已完成')
      .and.include('1 项逾期')
    const closing = { version: hidden(await rita.get(location), 'version'), summary: '检查 12 家' }
    const refused = await rita.post(`${location}/close`, { ...closing, version: '1' })
    expect(refused.status).to.equal(409)
    expect(shown(refused.text)).to.include('还有任务没有完成')

    const item = {
      year: '2026',
      region: '440300',
      title: '预收费联合检查',
      matter: 'prepaid_supervision',
      lead: 'civil_affairs',
      joint: 'market',
      duties: '核查存管',
      due_day: '2026-12-31',
      owner,
    }
    expect((await rita.post('/duties', item)).location).to.equal('/duties?year=2026')
    const list = shown((await rita.get('/duties?year=2026')).text)
    expect(list).to.include('预收费联合检查').and.include('民政').and.include('市监')
    const { id } = await app.db('duty_items').where({ title: '预收费联合检查' }).first()
    expect((await rita.get(`/duties/${id}`)).text).to.include('养老机构预收费监管')
    expect((await (await app.as(app.cast.dave)).get(`/duties/${id}`)).status).to.equal(404)
    expect((await (await app.as(app.cast.dave)).get(location)).status).to.equal(404)
  })

  it('makes the table of responsibilities readable and searchable', async () => {
    const all = shown((await alice.get('/responsibilities')).text)
    for (const word of ['虚假广告、虚假宣传', '处置非法集资牵头部门', '政务服务和数据管理局', '第十一条'])
      expect(all).to.include(word)
    const found = shown((await alice.get('/responsibilities?q=存管&region=110105')).text)
    expect(found).to.include('养老机构预收费监管').and.include('地方规定').and.not.include('非法行医')
    expect(shown((await alice.get('/responsibilities?level=township')).text)).to.include('乡镇人民政府、街道办事处')
    expect(shown((await alice.get('/responsibilities?q=nothing-like-it')).text)).to.include('没有符合条件的职责')
    expect((await (await app.as(app.cast.henry)).get('/responsibilities')).status).to.equal(200)
    expect(all).to.not.include('列入年度责任清单')
    const [, path] = /href="([^"#]*matter=prepaid_supervision)#new-item"/.exec(
      (await rita.get('/responsibilities')).text,
    )!
    const form = (await rita.get(path!)).text
    expect(form)
      .to.match(/<option value="civil_affairs" selected>/)
      .and.match(/name="joint" value="market" checked/)
    expect(form).to.include('民政：预收费总量、存管、公示、退费监管')
  })

  it('answers whose a paper is, and what to do when it is not ours', async () => {
    const ask = async (query: string) => shown((await alice.get(`/venue?${query}`)).text)
    expect(await ask('of=report&ad=internet&publisher=110108&advertiser=440305')).to.include(
      '先收到、先发现的，可以处理',
    )
    expect(await ask('of=report&ad=internet&on=2026-04-14')).to.include('可以移送到')
    expect(await ask('of=report&ad=internet&on=2026-04-15')).to.not.include('可以移送到')
    expect(await ask('of=complaint&seller_actual=210102&seller_seat=210102')).to.include('不得自行移送')
    expect(await ask('of=fundraising&raiser=unit'))
      .to.include('登记地')
      .and.include('第二十条')
  })
})
