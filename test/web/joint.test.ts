import { expect } from 'chai'
import { remindOfJointWork } from '../../src/actions/joint/remind-of-joint-work.ts'
import { openMatter } from '../../src/actions/matters/open-matter.ts'
import { processDocument } from '../../src/actions/papers/process-document.ts'
import { receiveDocument } from '../../src/actions/papers/receive-document.ts'
import type { MatterFile } from '../../src/store/matters.ts'
import { aDelivery } from '../support/parts.ts'
import { type Client, shown, type WebApp, webApp } from '../support/web-app.ts'

const LETTER =
  '投诉人：我母亲在旅居养老公司交了十万元办会员卡，业务员承诺年化收益百分之十二、保本保息、到期返还本金，现在公司停止兑付，本金拿不回来。要求退款，并举报该公司非法集资，请依法查处。'

describe('joint work on the page of its matter', () => {
  let app: WebApp
  let alice: Client
  let file: MatterFile
  let address: string

  beforeEach(async () => {
    app = await webApp()
    const { documentId } = await receiveDocument(
      app.parts,
      aDelivery(LETTER, { given: { kind: 'complaint', region: '440300', date: '2026-05-01' } }),
    )
    await processDocument(app.parts, documentId)
    file = await openMatter(app.parts, app.cast.alice, {
      opening: 'complaint',
      region: '440300',
      title: '会员卡退款',
      source: 'hotline',
      receivedAt: '2026-05-06T01:00:00.000Z',
      reason: '来电',
      documentIds: [documentId],
    })
    address = `/matters/${file.id}`
    alice = await app.as(app.cast.alice)
  })
  afterEach(() => app.close())

  const version = String(1)
  const cardOf = (text: string, id: string) =>
    new RegExp(`<section class="card" id="${id}">.*?</section>`, 's').exec(text)![0]
  const rowOf = async (table: string, where: Record<string, unknown>) => app.db(table).where(where).first()

  it('proposes the lines of a letter with why, by which article and until when', async () => {
    const card = cardOf((await alice.get(address)).text, 'lines')
    expect(card).to.include('value="fundraising_lead" checked').and.include('value="report_check" checked')
    expect(shown(card))
      .to.include('涉嫌非法集资线索移送')
      .and.include('《防范和处置非法集资条例》')
      .and.include('本局工作要求，法律未定天数')
      .and.include('本局案件和时限照常进行')
  })

  it('ticks everything but the police, whom the principal head alone may turn to', async () => {
    const card = cardOf((await alice.get(address)).text, 'lines')
    expect(card).to.include('value="police_referral"').and.not.include('value="police_referral" checked')
  })

  it('opens several lines with one click, and tells the second officer who does the same', async () => {
    const fields = new URLSearchParams({ csrf: alice.csrf, version, reason: '一案多线' })
    for (const line of ['report_check', 'fundraising_lead', 'civil_affairs_notice']) fields.append('lines', line)
    const post = () =>
      fetch(`${app.url + address}/lines`, {
        method: 'POST',
        body: fields,
        headers: { cookie: alice.cookie },
        redirect: 'manual',
      })
    expect((await post()).status).to.equal(303)
    const card = shown(cardOf((await alice.get(address)).text, 'lines'))
    expect(card).to.include('民政抄告').and.include('待送出').and.include('JB-2026-00001').and.include('未移送')
    expect((await post()).status).to.equal(409)
    expect(await app.db('lines')).to.have.length(3)
  })

  it('follows a notice from sending to answer, each form with its version', async () => {
    await alice.post(`${address}/lines`, { version, lines: 'civil_affairs_notice', reason: '抄告' })
    const { id } = await rowOf('lines', { line: 'civil_affairs_notice' })
    const deed = (name: string, fields: Record<string, string>) => alice.post(`${address}/lines/${id}/${name}`, fields)
    expect((await deed('send', { version: '1', how: '抄告函 1 号' })).status).to.equal(303)
    expect((await deed('send', { version: '1', how: '抄告函 1 号' })).status).to.equal(409)
    expect(shown(cardOf((await alice.get(address)).text, 'lines')))
      .to.include('2026-05-19')
      .and.include('待答复')
    expect((await deed('answer', { version: '2', outcome: 'shrug', answer: '好' })).status).to.equal(422)
    expect((await deed('answer', { version: '2', outcome: 'answered', answer: '已派员检查' })).status).to.equal(303)
    expect(shown(cardOf((await alice.get(address)).text, 'lines'))).to.include('已派员检查')
    expect((await deed('burn', { version: '3' })).status).to.equal(404)
  })

  it('leads to the notice of a line from the page of every matter of the letter', async () => {
    const fields = new URLSearchParams({ csrf: alice.csrf, version, reason: '一案多线' })
    for (const line of ['report_check', 'civil_affairs_notice']) fields.append('lines', line)
    await fetch(`${app.url + address}/lines`, { method: 'POST', body: fields, headers: { cookie: alice.cookie } })
    const report = await rowOf('matters', { kind: 'report' })
    const { id } = await rowOf('lines', { line: 'civil_affairs_notice' })
    const { location } = await alice.post(`/matters/${report.id}/lines/${id}/draft`, { version: '1' })
    expect((await alice.get(location)).status).to.equal(200)
  })

  it('tells what is overdue: above the day’s work, on the board by person, and on the matter’s cards', async () => {
    await alice.post(`${address}/opinions`, { version, departments: 'health', question: '请提出意见' })
    const owner = app.cast.bob.officerId
    const task = { version, title: '现场核查基地', owner, due_day: '2026-05-08', back: address }
    expect((await alice.post(`${address}/tasks`, task)).status).to.equal(303)
    const { due } = await rowOf('opinions', { department: 'health' })
    app.parts.setNow(`${due}T02:00:00.000Z`)
    await remindOfJointWork(app.parts)
    app.parts.setNow(new Date(Date.parse(`${due}T02:00:00.000Z`) + 86_400_000).toISOString())
    await remindOfJointWork(app.parts)
    const [her, him] = [await app.as(app.cast.alice), await app.as(app.cast.bob)]
    for (const who of [her, him])
      expect(shown((await who.get('/inbox')).text)).to.match(/您的协同待办（部门意见、任务）：超期 [12] 项/)
    const board = async (who: Client, path: string) =>
      shown(/<section class="board" id="joint">.*?<\/section>/s.exec((await who.get(path)).text)?.[0] ?? '')
    expect(await board(her, '/clocks'))
      .to.include('现场核查基地')
      .and.include('卫健意见未答复')
    expect(await board(him, `/clocks?person=${owner}`))
      .to.include('现场核查基地')
      .and.not.include('意见未答复')
    const { text } = await her.get(address)
    expect(shown(cardOf(text, 'opinions'))).to.match(/超期.*已提醒/s)
    expect(shown(cardOf(text, 'tasks'))).to.match(/超期.*已提醒/s)
    const english = await app.guest(`${her.cookie}; sojourn_lang=en`).get(address)
    expect(shown(cardOf(english.text, 'opinions')))
      .to.match(/; /)
      .and.not.include('；')
  })

  it('does nothing about a line or an opinion of another letter', async () => {
    await alice.post(`${address}/lines`, { version, lines: 'civil_affairs_notice', reason: '抄告' })
    await alice.post(`${address}/opinions`, { version, departments: 'health', question: '请提出意见' })
    const other = await openMatter(app.parts, app.cast.alice, {
      opening: 'complaint',
      region: '440300',
      title: '另一件',
      source: 'desk',
      receivedAt: '2026-05-06T01:00:00.000Z',
      reason: '来信',
    })
    const [line, opinion] = [await rowOf('lines', {}), await rowOf('opinions', {})]
    const elsewhere = `/matters/${other.id}`
    const posts = [
      alice.post(`${elsewhere}/lines/${line.id}/send`, { version: '1', how: '函' }),
      alice.post(`${elsewhere}/lines/${line.id}/draft`, { version: '1' }),
      alice.post(`${elsewhere}/opinions/${opinion.id}/record`, { version: '1', answer: 'agrees', text: '同意' }),
    ]
    for (const { status } of await Promise.all(posts)) expect(status).to.equal(404)
  })

  it('shows opinions side by side, silence and lateness in plain sight', async () => {
    const fields = new URLSearchParams({ csrf: alice.csrf, version, question: '请提出意见' })
    for (const department of ['civil_affairs', 'health']) fields.append('departments', department)
    await fetch(`${app.url}${address}/opinions`, { method: 'POST', body: fields, headers: { cookie: alice.cookie } })
    const [first] = await app.db('opinions').orderBy('id')
    const record = { version: '1', answer: 'agrees', text: '属会员费' }
    expect((await alice.post(`${address}/opinions/${first.id}/record`, record)).status).to.equal(303)
    app.parts.setNow('2026-05-25T02:00:00.000Z')
    const card = cardOf((await (await app.as(app.cast.alice)).get(address)).text, 'opinions')
    expect(card).to.include('opinion-answered" data-department="civil_affairs"')
    expect(card).to.include('opinion-overdue" data-department="health"')
    const awaited = shown((await (await app.as(app.cast.alice)).get('/awaited')).text)
    expect(awaited).to.include('卫健').and.include('超 6 天').and.not.include('民政')
    expect(shown(card)).to.include('尚未答复，已 19 天').and.include('超 6 天').and.include('属会员费')
  })

  it('shows who does not open lines the proposals without a form', async () => {
    const henry = await app.as(app.cast.henry)
    const { id } = await openMatter(app.parts, app.cast.henry, {
      opening: 'complaint',
      region: '440300',
      title: '退款',
      summary: LETTER,
      source: 'hotline',
      receivedAt: '2026-05-06T01:00:00.000Z',
      reason: '来电',
      category: 'illegal_fundraising',
    })
    const { text } = await henry.get(`/matters/${id}`)
    expect(shown(cardOf(text, 'lines'))).to.include('涉嫌非法集资线索移送')
    expect(text).to.not.include(`/matters/${id}/lines"`)
    expect(
      (await henry.post(`/matters/${id}/lines`, { version, lines: 'report_check', reason: '试' })).status,
    ).to.equal(403)
  })

  it('keeps tasks under a matter, with owner and last day', async () => {
    const { bob } = app.cast
    const task = { version, title: '走访经营场所', owner: bob.officerId, due_day: '2026-05-20', back: address }
    expect((await alice.post(`${address}/tasks`, task)).location).to.equal(`${address}#tasks`)
    const { id } = await rowOf('tasks', { title: '走访经营场所' })
    const bobs = await app.as(bob)
    expect((await bobs.get('/tasks')).text)
      .to.include('走访经营场所')
      .and.include(file.number)
    expect((await alice.get('/tasks')).text).to.not.include('走访经营场所')
    expect((await alice.get('/tasks?whose=all')).text).to.include('走访经营场所')
    const done = { version: '1', result: '未见会销', back: 'https://elsewhere.example/' }
    expect((await bobs.post(`/tasks/${id}/complete`, done)).location).to.equal('/tasks')
    expect((await bobs.post(`/tasks/${id}/complete`, done)).status).to.equal(409)
    expect(shown((await bobs.get(address)).text)).to.include('未见会销')
  })

  it('answers strangers as if nothing were there, and forms without their token not at all', async () => {
    const dave = await app.as(app.cast.dave)
    await alice.post(`${address}/lines`, { version, lines: 'civil_affairs_notice', reason: '抄告' })
    await alice.post(`${address}/opinions`, { version, departments: 'health', question: '请提出意见' })
    await alice.post(`${address}/tasks`, {
      version,
      title: '走访',
      owner: app.cast.bob.officerId,
      due_day: '2026-05-20',
      back: address,
    })
    const [line, opinion, task] = [
      await app.db('lines').first(),
      await app.db('opinions').first(),
      await app.db('tasks').first(),
    ]
    const posts: [string, Record<string, string>][] = [
      [`${address}/lines`, { lines: 'health_notice', reason: '试' }],
      [`${address}/lines/${line.id}/send`, { how: '函' }],
      [`${address}/lines/${line.id}/draft`, {}],
      [`${address}/notes`, { notes: 'land' }],
      [`${address}/opinions`, { departments: 'market', question: '试' }],
      [`${address}/opinions/${opinion.id}/record`, { answer: 'agrees', text: '试' }],
      [`${address}/tasks`, { title: '试', owner: app.cast.dave.officerId, due_day: '2026-05-20' }],
      [`/tasks/${task.id}/complete`, { result: '试' }],
    ]
    for (const [path, fields] of posts) {
      expect((await dave.post(path, { version, ...fields })).status, path).to.equal(404)
      expect((await alice.post(path, { csrf: 'made-up', version, ...fields })).status, path).to.equal(403)
    }
    for (const page of ['/tasks?whose=all', '/awaited', '/campaigns', '/statistics?year=2026'])
      expect((await dave.get(page)).text, page).to.not.include(file.number)
  })

  it('escapes what people wrote', async () => {
    const nasty = '<img src=x onerror=alert(1)>'
    await alice.post(`${address}/tasks`, {
      version,
      title: nasty,
      owner: app.cast.bob.officerId,
      due_day: '2026-05-20',
      back: address,
    })
    const { text } = await alice.get(address)
    expect(text).to.not.include(nasty)
    expect(shown(text)).to.include(nasty)
  })
})
