import { expect } from 'chai'
import { type Client, hidden, shown, type WebApp, webApp } from '../support/web-app.ts'

describe('regions on the pages', () => {
  let app: WebApp
  let henry: Client

  before(async () => {
    app = await webApp()
    henry = await app.as(app.cast.henry)
  })
  after(() => app.close())

  const offered = async (query: string) =>
    [...(await henry.get(`/regions?${query}`)).text.matchAll(/value="(\d{6})"/g)].map((match) => match[1]!)
  const upload = async (region: string) =>
    henry.upload('/upload', { nonce: hidden(await henry.get('/upload'), 'nonce'), text: '保本', region }, [])

  it('are offered by name and by code, what is called so itself first', async () => {
    expect(await offered('q=临平')).to.deep.equal(['330113'])
    expect(await offered('q=长春朝阳区')).to.deep.equal([])
    expect(await offered('q=长春市朝阳区')).to.deep.equal(['220104'])
    expect(await offered('q=杭州')).to.include.members(['330100', '330113', '330114'])
    expect((await offered('q=杭州'))[0]).to.equal('330100')
    expect(await offered('q=3301'))
      .to.have.lengthOf(14)
      .and.include('330113')
    expect(await offered('q=hangzhou')).to.include('330113')
    expect((await henry.get('/regions?q=330113')).text).to.equal('<option value="330113">浙江省 杭州市 临平区</option>')
  })

  it('are offered within what the field may hold, and no more than fifty', async () => {
    expect(await offered('q=南山&within=440000')).to.deep.equal(['440305'])
    expect(await offered('q=南山&within=330000')).to.deep.equal([])
    expect(await offered('q=市')).to.have.lengthOf(50)
    expect(await offered('q=')).to.deep.equal([])
    expect((await offered(`q=${encodeURIComponent('<script>')}`)).length).to.equal(0)
  })

  it('stand ready before anything is typed: those near the officer', async () => {
    const { text } = await henry.get('/upload')
    const list = /<datalist id="region-list">(.*?)<\/datalist>/.exec(text)![1]!
    for (const option of ['440305">广东省 深圳市 南山区<', '440300">广东省 深圳市<']) expect(list).to.include(option)
    expect(list).not.to.include('330113').and.not.to.include('440106')
    const call = await henry.get((await henry.get('/calls/new')).location)
    expect(call.text).to.include('<option value="320000">江苏省<').and.include('<option value="440100">广东省 广州市<')
  })

  it('may be typed by name where one region is called so', async () => {
    const { status } = await upload('深圳市南山区')
    expect(status).to.equal(303)
    expect((await app.db('documents').orderBy('received_at', 'desc').first()).region).to.equal('440305')
  })

  it('that do not exist are refused with what is allowed', async () => {
    const wrong = await upload('440399')
    expect(wrong.status).to.equal(422)
    expect(shown(wrong.text)).to.include(
      '440399 不存在：广东省 深圳市没有此代码；可填 440300 广东省 深圳市，或 440303 罗湖区',
    )
    expect(shown((await upload('鼓楼区')).text))
      .to.include('“鼓楼区”不止一处')
      .and.include('320106 江苏省 南京市 鼓楼区')
    expect(shown((await upload('529999')).text)).to.include('可填 520000 贵州省')
  })

  it('that are told in a call are refused the same way, and the form keeps what was typed', async () => {
    const { location } = await henry.get('/calls/new')
    const path = location || '/calls/new'
    const page = await henry.get(path)
    const action = /action="(\/calls\/[^"]+)"/.exec(page.text)![1]!
    const fields = { version: hidden(page, 'version'), story: '交了三万元不退', seller_name: '听潮', region: '529999' }
    const answer = await henry.upload(action, fields, [])
    expect(answer.status).to.equal(422)
    expect(shown(answer.text)).to.include('529999 不存在：贵州省没有此代码')
    expect(answer.text).to.include('value="529999"')
  })
})
