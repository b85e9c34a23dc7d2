import { expect } from 'chai'
import { upholdFinding } from '../../src/actions/leads/uphold-finding.ts'
import { anOfficer } from '../support/cast.ts'
import { UNLAWFUL_COPY } from '../support/parts.ts'
import { type Client, hidden, shown, type WebApp, webApp } from '../support/web-app.ts'

describe('the worksheet page', () => {
  let app: WebApp
  let alice: Client
  let matter: string
  let page: string
  let documentId: string

  beforeEach(async () => {
    app = await webApp()
    documentId = await app.paper(UNLAWFUL_COPY, {
      given: { kind: 'marketing', region: '440300', date: '2026-05-01', channel: 'web' },
    } as never)
    for (const { id, version } of await app.db('findings').where({ document_id: documentId }))
      await upholdFinding(app.parts, app.cast.alice, { findingId: id, version, note: '属实' })
    alice = await app.as(app.cast.alice)
    const lead = `/leads/${(await app.db('leads').first()).id}`
    const seen = hidden(await alice.get(lead), 'version')
    matter = (await alice.post(`${lead}/open`, { version: seen, reason: '承诺保本付息' })).location
    page = `${matter}/worksheet`
  })
  afterEach(() => app.close())

  /** The form as it stands, with changes. */
  const filled = async (changes: Record<string, string> = {}): Promise<Record<string, string>> => ({
    ...fieldsOf((await alice.get(page)).text),
    ...changes,
  })
  const save = async (changes: Record<string, string> = {}, client = alice) => client.post(page, await filled(changes))

  it('is reached from the case, and says that nothing is filled in yet', async () => {
    const { text } = await alice.get(matter)
    expect(text).to.include(`href="${page}"`).and.include('尚未填写裁量工作表')
    const empty = await alice.get(page)
    expect(empty.status).to.equal(200)
    expect(empty.text)
      .to.include('name="a1.gains"')
      .and.include('name="factor.elder_harm"')
      .and.include(`act.${documentId}:`)
  })

  it('tells the range with its articles, hearing, review and what is for others once it is saved', async () => {
    const saved = await save({
      'a1.fee_yuan': '100,000',
      'a1.gains': 'none',
      'factor.elder_harm': 'yes',
      'factor.elder_harm.reason': '向多名老年人推介',
      seat: 'same_province',
      decided_on: '2026-06-01',
    })
    expect(saved.location).to.equal(page)
    const words = shown((await alice.get(page)).text)
    expect(words).to.include('第 1 版').and.include('alice').and.include('《中华人民共和国广告法》第五十八条')
    expect(words)
      .to.include('100,000 元 至 300,000 元')
      .and.include('应移送其他部门的处罚')
      .and.include('处置非法集资牵头部门')
    expect(words)
      .to.include('集体讨论')
      .and.include('最迟 2026-06-30')
      .and.include('向多名老年人推介')
      .and.include('从重')
    expect((await alice.get(matter)).text)
      .to.include('第 1 版')
      .and.not.include('尚未填写裁量工作表')
  })

  it('keeps what was typed in the form of the next version, and shows earlier versions as they were', async () => {
    await save({ 'a1.title': '网页宣传', 'a1.fee_yuan': '1234.56', fine_yuan: '3000', proposal_reason: '情节一般' })
    const form = await filled()
    expect(form).to.include({
      version: '1',
      'a1.title': '网页宣传',
      'a1.fee': 'known',
      'a1.fee_yuan': '1234.56',
      fine_yuan: '3000',
    })
    await save({ 'a1.fee_yuan': '2000' })
    const first = await alice.get(`${page}?version=1`)
    expect(first.text).to.include('1,234.56').and.include('已有更新的版本')
    expect((await alice.get(page)).text).to.not.include('1,234.56')
    expect((await alice.get(`${page}?version=3`)).status).to.equal(404)
  })

  it('objects to what does not fit the law', async () => {
    await save({ 'a1.fee_yuan': '100000', 'a1.gains': 'none', fine_yuan: '1', licence: 'yes' })
    const words = shown((await alice.get(page)).text)
    expect(words).to.include('已查明和拟处罚').and.include('罚款 1 元；吊销')
    expect(words).to.include('拟处罚与法律不符之处').and.include('没有吊销执照的依据').and.include('须写明裁量理由')
  })

  it('tells of the right to a hearing until an officer has looked the amounts up and says they are not reached', async () => {
    const fine = { 'a1.fee_yuan': '100000', 'a1.gains': 'none', fine_yuan: '100000', proposal_reason: '情节一般' }
    await save(fine)
    expect(shown((await alice.get(page)).text))
      .to.include('告知书须告知听证权利')
      .and.include('核对之前按应当告知听证权利办理')
    await save({ hearing_left_out: '本省标准为二十万元，已核对公报' })
    const words = shown((await alice.get(page)).text)
    expect(words)
      .to.include('经核对未达到听证标准，不告知')
      .and.include('本省标准为二十万元，已核对公报')
      .and.not.include('核对之前按应当告知听证权利办理')
    expect((await filled()).hearing_left_out).to.equal('本省标准为二十万元，已核对公报')
    await save({ licence: 'yes' })
    expect(shown((await alice.get(page)).text)).to.include('不得不告知')
  })

  it('tells the slower of two officers so, and leads back', async () => {
    const bob = await app.as(app.cast.bob)
    const seen = await filled()
    await save()
    const late = await bob.post(page, { ...seen, csrf: bob.csrf })
    expect(late.status).to.equal(409)
    expect(late.text).to.include('同事先您一步')
  })

  it('names what cannot be read', async () => {
    for (const [changes, word] of [
      [{ 'a1.fee_yuan': '12.345' }, '金额'],
      [{ 'a1.gains': 'known', 'a1.gains_yuan': '' }, '金额'],
      [{ party: '' }, '当事人'],
      [{ ended_on: '2026-02-30' }, ''],
    ] as [Record<string, string>, string][]) {
      const refused = await save(changes)
      expect(refused.status, JSON.stringify(changes)).to.equal(422)
      expect(refused.text).to.include(word)
    }
  })

  it('says when rulings have changed since, and no longer counts what was dismissed', async () => {
    await save({ 'a1.fee_yuan': '100000', 'a1.gains': 'none' })
    expect((await alice.get(page)).text).to.not.include('重新保存后结果会不同')
    for (const { id, version } of await app.db('findings').where({ document_id: documentId }))
      await alice.post(`/documents/${documentId}/findings/${id}/dismiss`, {
        version: String(version),
        reason: 'lawful',
        note: '合法',
      })
    const { text } = await alice.get(page)
    expect(text).to.include('重新保存后结果会不同').and.include('卷内材料没有已认定的问题')
  })

  it('is out of sight for strangers and the hotline, and read only for an analyst', async () => {
    for (const viewer of [app.cast.dave, app.cast.henry]) {
      const other = await app.as(viewer)
      expect((await other.get(page)).status).to.be.oneOf([403, 404])
      expect((await other.post(page, await filled())).status).to.be.oneOf([403, 404])
    }
    const analyst = await app.as(await anOfficer(app.db, 'ana', 'analyst', '440300'))
    const read = await analyst.get(page)
    expect(read.status).to.equal(200)
    expect(read.text).to.not.include('worksheet-form')
    expect((await analyst.post(page, await filled())).status).to.equal(403)
  })

  it('speaks English where that is asked for', async () => {
    await save({ 'a1.fee_yuan': '100000', 'a1.gains': 'none' })
    const english = app.guest(`${alice.cookie}; sojourn_lang=en`)

    const { text } = await english.get(page)
    expect(text).to.include('Decision worksheet').and.include('Range of the fine')
  })
})

/** What a browser would send of a form left as it is. */
function fieldsOf(html: string): Record<string, string> {
  const form = html.slice(html.indexOf('worksheet-form'))
  const fields: Record<string, string> = {}
  const decode = (text: string) =>
    text
      .replace(/&quot;/g, '"')
      .replace(/&lt;/g, '<')
      .replace(/&amp;/g, '&')
  const attribute = (tag: string, name: string) => new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1]
  for (const [tag] of form.matchAll(/<input[^>]*>/g)) {
    const name = attribute(tag, 'name')
    if (!name || name === 'csrf') continue
    if (attribute(tag, 'type') === 'checkbox' && !/\schecked/.test(tag)) continue
    fields[decode(name)] = decode(attribute(tag, 'value') ?? '')
  }
  for (const [, head = '', body = ''] of form.matchAll(/<select([^>]*)>(.*?)<\/select>/gs)) {
    const options = [...body.matchAll(/<option([^>]*)>/g)].map(([, option = '']) => option)
    const chosen = options.find((option) => / selected/.test(option)) ?? options[0] ?? ''
    fields[decode(attribute(head, 'name')!)] = decode(attribute(chosen, 'value') ?? '')
  }
  for (const [, name = '', text = ''] of form.matchAll(/<textarea[^>]*\sname="([^"]*)"[^>]*>(.*?)<\/textarea>/gs))
    fields[decode(name)] = decode(text)
  return fields
}
