import { existsSync } from 'node:fs'
import { expect } from 'chai'
import mammoth from 'mammoth'
import { type Browser, type BrowserContext, chromium, type Locator, type Page } from 'playwright-core'
import { processDocument } from '../../src/actions/papers/process-document.ts'
import type { Viewer } from '../../src/core/access/viewer.ts'
import { saveProposal } from '../support/a-worksheet.ts'
import { anOfficer } from '../support/cast.ts'
import { UNLAWFUL_COPY } from '../support/parts.ts'
import { type WebApp, webApp } from '../support/web-app.ts'

const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) =>
  existsSync(path),
)
const FLAGS =
  '--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync'

const CALLER = { name: '林小雨', phone: '13900000001' }
const SELLER = '海屿候鸟旅居（深圳）有限公司'
const STORY =
  '我妈三月向这家交了六万元会员费，入住两天发现房间和说的不一样，要求退费一直不退，请帮我要回来。另外举报他们在宣传单上承诺保本付息，请查处。'

/** What an element says. */
async function textOf(element: Locator): Promise<string> {
  return (await element.textContent()) ?? ''
}

/** Opens whatever an element is folded away in. */
async function unfold(element: Locator): Promise<void> {
  await element.evaluate((node) => {
    for (let fold = node.closest('details'); fold; fold = fold.parentElement?.closest('details') ?? null)
      fold.open = true
  })
}

/** One letter from the call to the closed case, through the screens alone; time is moved by the app's own `now`. */
describe('one walk from a phone call to a closed case', function () {
  if (!CHROMIUM) {
    console.warn(
      '\nSKIPPED: the walk in a browser, because chromium is not installed on this machine (Debian: chromium fonts-noto-cjk)\n',
    )
    it('skipped, no chromium on this machine')
    return
  }
  this.timeout(180_000)
  let app: WebApp
  let browser: Browser
  let people: Record<'henry' | 'alice' | 'rita' | 'chief', Page>
  const ids = { complaint: '', report: '' }
  let evidence = ''

  before(async () => {
    app = await webApp()
    app.parts.setNow('2026-05-06T02:00:00.000Z')
    browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS.split(' ') })
    const { alice, henry } = app.cast
    people = {
      henry: await pageOf(henry),
      alice: await pageOf(alice),
      rita: await pageOf(await anOfficer(app.db, 'rita', 'reviewer', '440300')),
      chief: await pageOf(await anOfficer(app.db, 'chief', 'head', '440300')),
    }
  })
  after(async () => {
    await browser?.close()
    await app?.close()
  })

  it('is taken in as a complaint and a report of one letter, each with its clock', async () => {
    const page = people.henry
    await page.goto(`${app.url}/calls/new`)
    await page.waitForSelector('form.call')
    const fields = {
      caller_name: CALLER.name,
      caller_phone: CALLER.phone,
      seller_name: SELLER,
      story: STORY,
      asks: '退还会员费',
    }
    for (const [name, value] of Object.entries(fields)) await page.fill(`form.call [name="${name}"]`, value)
    await page.selectOption('form.call [name="wants"]', 'both')
    await page.setInputFiles('form.call [name="files"]', {
      name: '宣传单.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from(UNLAWFUL_COPY),
    })
    await page.waitForFunction(() => /宣传单/.test(document.querySelector('[data-attached]')?.textContent ?? ''))
    await page.locator('.call-submit button.primary').click()
    await page.waitForSelector('[data-taken]')
    const card = await textOf(page.locator('article.read-out'))
    expect(card)
      .to.match(/TS-2026-\d{5}/)
      .and.match(/JB-2026-\d{5}/)
    expect(card)
      .to.include('110')
      .and.not.match(/诈骗犯|是骗子|构成|就是诈骗/)
    for (const row of await app.db('matters').orderBy('id')) ids[row.kind as 'complaint' | 'report'] = row.id
    // 6 May is day 0, Saturday 9 May a working day in exchange for the Labour Day holiday.
    expect(await board()).to.deep.equal(['T01 投诉 2026-05-14', 'T06 举报 2026-05-26'])
    expect(new Set((await app.db('matters')).map(({ bundle_id }) => bundle_id)).size).to.equal(1)
  })

  it('is accepted as a complaint in time, and the caller told', async () => {
    app.parts.setNow('2026-05-08T01:00:00.000Z')
    await move('alice', ids.complaint, 'accept')
    await move('alice', ids.complaint, 'tell_acceptance', { to: '投诉人', channel: '电话', proof: '通话记录' })
    // 60 days from 8 May.
    expect(await board()).to.deep.equal(['T06 举报 2026-05-26', 'T03 投诉 2026-07-07'])
  })

  it('shows a fundraising lead in the attachment, which goes its own line while the report is checked', async () => {
    app.parts.setNow('2026-05-11T01:00:00.000Z')
    for (const { id } of await app.db('documents').where({ stage: 'received' })) await processDocument(app.parts, id)
    let page = await renewed('alice')
    await page.goto(`${app.url}/matters/${ids.report}`)
    const paper = page.locator('a[href^="/documents/"]', { hasText: '海屿候鸟' }).first()
    await paper.click()
    expect(await textOf(page.locator('main'))).to.include('涉嫌非法集资')
    await move('alice', ids.report, 'take_up')
    const { alice, bob } = app.cast
    await move('rita', ids.report, 'assign_handlers', { handlers: [alice.officerId, bob.officerId] })
    evidence = await addExhibit('宣传单', '保本保息，年化收益12%，到期返还本金')
    await move('alice', ids.report, 'record_check', {
      hooks: ['advertising'],
      fundraising: 'yes',
      conduct_ended_on: '2026-05-01',
      gravity: 'ordinary',
    })
    page = people.alice
    await page.goto(`${app.url}/matters/${ids.report}`)
    const proposed = page.locator('#lines input[name="lines"][value="fundraising_lead"]')
    expect(await proposed.isChecked()).to.equal(true)
    await page.locator('#lines input[name="lines"][value="civil_affairs_notice"]').evaluate((box) => {
      ;(box as HTMLInputElement).checked = true
    })
    await page.fill('#lines textarea[name="reason"]', '附件宣传单承诺保本付息')
    await page.locator('#lines form.open-lines > button.primary').click()
    await page.waitForLoadState()
    expect(await page.locator('#lines [data-line="fundraising_lead"]').count()).to.equal(1)
    // Our own clocks go on: the limitation of penalties cannot be told before its year's calendar is there.
    expect(await board()).to.deep.equal(['T06 举报 2026-05-26', 'T03 投诉 2026-07-07', 'T13 举报 —'])
  })

  it('asks departments side by side; one answers, the other’s silence is seen', async () => {
    let page = await renewed('alice')
    await page.goto(`${app.url}/matters/${ids.report}`)
    const ask = page.locator('#opinions details', { has: page.locator('[name="departments"]') })
    await unfold(ask.locator('textarea'))
    for (const department of ['civil_affairs', 'culture_tourism']) await ask.locator(`[value="${department}"]`).check()
    await ask.locator('textarea[name="question"]').fill('该经营者是否备案、许可')
    await ask.locator('button.primary').click()
    await page.waitForLoadState()
    app.parts.setNow('2026-05-18T01:00:00.000Z')
    page = await renewed('alice')
    await page.goto(`${app.url}/matters/${ids.report}`)
    const civil = page.locator('#opinions [data-department="civil_affairs"]')
    const record = civil.locator('details', { has: page.locator('[name="answer"]') })
    await unfold(record.locator('textarea'))
    await record.locator('[name="answer"]').selectOption({ index: 1 })
    await record.locator('[name="text"]').fill('该单位未在本市备案养老机构')
    await record.locator('button.primary').click()
    await page.waitForLoadState()
    expect(await textOf(civil)).to.include('未在本市备案养老机构')
    expect(await textOf(page.locator('#opinions [data-department="culture_tourism"]'))).to.match(/未答复|未回复|沉默|7/)
  })

  it('is referred to the lead department by a letter that a head approved, whose text holds what the file holds', async () => {
    app.parts.setNow('2026-05-19T01:00:00.000Z')
    await move('alice', ids.report, 'refer_fundraising', { department: '深圳市地方金融管理局' })
    await decide('refer_fundraising')
    await fillLetterhead()
    const page = people.alice
    await page.goto(`${app.url}/matters/${ids.report}`)
    await unfold(page.locator('#letters [name="registered_place"]'))
    const particulars = {
      code: '91440300MA5EX00018',
      person: '某某',
      address: '深圳市福田区',
      registered_place: '广东省深圳市',
    }
    for (const [name, value] of Object.entries(particulars)) await page.fill(`#letters [name="${name}"]`, value)
    await page.locator('#letters form:has([name="registered_place"]) button[type=submit]').click()
    await page.waitForLoadState()
    await page.selectOption('#letter-type', 'fundraising-referral')
    await page.locator('#letters form:has(#letter-type) button[type=submit]').click()
    await page.waitForURL(/\/letters\//)
    await page.fill('[name="f.scheme"]', '以会员卡名义收取资金，口头及宣传单承诺到期返还本金并支付收益')
    await page.locator('#fill form').first().locator('button.primary').click()
    await page.waitForLoadState()
    const objections = await textOf(page.locator('#objections'))
    expect(await page.locator('form[action$="/issue"]').count(), objections).to.equal(1)
    await page.locator('form[action$="/issue"] button').click()
    await page.waitForSelector('#issued')
    const href = await page.locator('#issued a[href$="/file"]').getAttribute('href')
    const answer = await page.request.get(`${app.url}${href}`)
    expect(answer.headers()['content-disposition']).to.include('.docx')
    const { value: text } = await mammoth.extractRawText({ buffer: Buffer.from(await answer.body()) })
    expect(text).to.match(/〔2026〕第?\d+号/)
    for (const part of [
      SELLER,
      '91440300MA5EX00018',
      '深圳市地方金融管理局',
      '涉嫌非法集资',
      '线索',
      '保本保息，年化收益12%',
      '2026年5月19日',
    ])
      expect(text).to.include(part)
    for (const secret of [CALLER.name, CALLER.phone]) expect(text).not.to.include(secret)
    expect(text).not.to.match(/系非法集资|构成非法集资|认定为非法集资/)
    await page.locator('form[action$="/pack"] button').click()
    await page.waitForLoadState()
    expect(await page.locator('a[href$="/package"]').count()).to.equal(1)
    await move('alice', ids.report, 'lead_department_accepts')
    expect(await board()).to.deep.equal(['T06 举报 2026-05-26', 'T03 投诉 2026-07-07', 'T13 举报 —'])
  })

  it('is filed, investigated, reviewed and decided inside every limit', async () => {
    app.parts.setNow('2026-05-20T01:00:00.000Z')
    await move('alice', ids.report, 'file')
    await decide('file')
    // 90 days from 20 May.
    expect(await board()).to.deep.equal(['T03 投诉 2026-07-07', 'T22 举报 2026-08-18'])
    app.parts.setNow('2026-06-01T01:00:00.000Z')
    await move('alice', ids.report, 'submit_review', { report: '调查终结报告', legal_grounds: [] })
    expect(await board()).to.deep.equal(['T18 举报 2026-06-15', 'T03 投诉 2026-07-07', 'T22 举报 2026-08-18'])
    await move('rita', ids.report, 'review_agree', { review_kind: 'case' })
    app.parts.setNow('2026-06-03T01:00:00.000Z')
    await saveProposal(app.parts, app.cast.alice, { id: ids.report }, { fineFen: 5_000_000 })
    await move('alice', ids.report, 'propose_penalty')
    await decide('propose_penalty')
    await people.alice.goto(`${app.url}/matters/${ids.report}`)
    expect(await textOf(people.alice.locator('#way'))).to.include('批准的拟处罚：裁量工作表第 1 版：罚款 50,000 元')
    expect(await textOf(people.alice.locator('#worksheet'))).to.include('负责人已批准')
    await move('alice', ids.report, 'serve_notice', { hearing_right: 'no', method: '直接送达', proof: '送达回证一' })
    expect(await board()).to.deep.equal(['T19 举报 2026-06-10', 'T03 投诉 2026-07-07', 'T22 举报 2026-08-18'])
    await move('alice', ids.report, 'record_waiver')
    app.parts.setNow('2026-06-05T01:00:00.000Z')
    await move('alice', ids.report, 'decide_penalty', {
      serious: 'no',
      publication: 'same_province',
    })
    await decide('decide_penalty')
    // Seven working days from 5 June; twenty with Dragon Boat Day, Friday 19 June, left out.
    expect(await board()).to.deep.equal(['T23 举报 2026-06-16', 'T29 举报 2026-07-06', 'T03 投诉 2026-07-07'])
  })

  it('is served, performed, published and closed; the complaint is settled and archived', async () => {
    app.parts.setNow('2026-06-08T01:00:00.000Z')
    await move('alice', ids.report, 'serve_decision', { method: '直接送达', proof: '送达回证二' })
    expect(await board()).to.deep.equal([
      'T25 举报 2026-06-23',
      'T29 举报 2026-07-06',
      'T03 投诉 2026-07-07',
      'T38 举报 2026-08-07',
      'T39 举报 2026-12-08',
    ])
    await move('alice', ids.report, 'publish_penalty', { period: 'short' })
    app.parts.setNow('2026-06-22T01:00:00.000Z')
    await move('alice', ids.report, 'record_performed')
    expect((await board())[1]).to.equal('T27 举报 2026-07-13')
    await move('alice', ids.report, 'close')
    await decide('close')
    expect(await stateOf(ids.report)).to.equal('已结案')
    await move('alice', ids.complaint, 'begin_mediation')
    await move('alice', ids.complaint, 'settle', { agreement: '调解书', recovered_fen: '60000' })
    await move('alice', ids.complaint, 'archive_complaint')
    expect(await stateOf(ids.complaint)).to.equal('已归档')
    // What is left runs for the party and the public, not against the bureau.
    expect(await board()).to.deep.equal(['T38 举报 2026-08-07', 'T32 举报 2026-09-08', 'T39 举报 2026-12-08'])
  })

  async function pageOf(viewer: Viewer): Promise<Page> {
    const context: BrowserContext = await browser.newContext({ locale: 'zh-CN', timezoneId: 'Asia/Shanghai' })
    const { cookie } = await app.as(viewer)
    const [name, value] = cookie.split('=') as [string, string]
    await context.addCookies([{ name, value, url: app.url }])
    return context.newPage()
  }

  /** What the clock board shows, in its order: clock, kind, last day. Sessions end with the day, so whoever looks signs in anew. */
  async function board(): Promise<string[]> {
    people.alice = await pageOf(app.cast.alice)
    const page = people.alice
    await page.goto(`${app.url}/clocks`)
    return page.locator('tr[data-clock]').evaluateAll((rows) =>
      rows.map((row) => {
        const kind = /(投诉|举报|线索) (?:TS|JB|XS)/.exec(row.textContent ?? '')?.[1]
        const due = row.querySelector('.due time')?.getAttribute('datetime') ?? '—'
        return `${row.getAttribute('data-clock')} ${kind} ${due}`
      }),
    )
  }

  async function stateOf(id: string): Promise<string> {
    await people.alice.goto(`${app.url}/matters/${id}`)
    return textOf(people.alice.locator('.state-large'))
  }

  /** Fills in and sends the form of one move; evidence is ticked where it is asked for. */
  async function move(
    who: keyof typeof people,
    matter: string,
    name: string,
    fields: Record<string, string | string[]> = {},
  ): Promise<void> {
    const page = await renewed(who)
    await page.goto(`${app.url}/matters/${matter}#move-${name}`)
    const form = page.locator(`form[action="/matters/${matter}/moves/${name}"]`)
    expect(await form.count(), `${name} is open to ${who}`).to.equal(1)
    for (const [field, value] of Object.entries(fields)) {
      const control = form.locator(`[name="f.${field}"]`)
      if (Array.isArray(value))
        for (const each of value) await form.locator(`[name="f.${field}"][value="${each}"]`).check()
      else if ((await control.evaluate((element) => element.tagName)) === 'SELECT') await control.selectOption(value)
      else await control.fill(value)
    }
    const boxes = form.locator('[name="evidence"]')
    if ((await boxes.count()) > 0)
      await (evidence ? form.locator(`[name="evidence"][value="${evidence}"]`) : boxes.first()).check()
    await form.locator('[name="reason"]').fill('依法办理')
    await form.locator('button.primary').click()
    await page.waitForLoadState()
    expect(
      await page.locator('.problem h1').allInnerTexts(),
      `${name}: ${await textOf(page.locator('main'))}`,
    ).to.deep.equal([])
  }

  /** The head finds it among her approvals, sees what it changes, and approves. */
  async function decide(name: string): Promise<void> {
    const page = await renewed('chief')
    await page.goto(`${app.url}/approvals`)
    const proposal = page.locator(`article.proposal[data-move="${name}"]`)
    expect(await proposal.locator('ul.changes li').count()).to.be.greaterThan(0)
    await proposal.locator('[name="reason"]').fill('同意')
    await proposal.locator('button[value="approve"]').click()
    await page.waitForURL(/\/approvals/)
    expect(await page.locator(`article.proposal[data-move="${name}"]`).count()).to.equal(0)
  }

  /** The attachment becomes exhibit 1, with what it shows of the three elements marked. @returns how a move names it */
  async function addExhibit(title: string, quote: string): Promise<string> {
    const page = people.alice
    await page.goto(`${app.url}/matters/${ids.report}`)
    const form = page.locator('#add-document')
    await unfold(form.locator('button.primary'))
    // The call's own note is on file too: the flyer is the paper named after its first line.
    await form
      .locator('[name="document"]')
      .selectOption({ label: await textOf(form.locator('option', { hasText: '海屿候鸟' }).first()) })
    await form.locator('[name="title"]').fill(title)
    await form.locator('[name="origin"]').fill('投诉人提供')
    await form.locator('button.primary').click()
    await page.waitForLoadState()
    const [exhibit] = await app.db('exhibits').where({ matter_id: ids.report })
    for (const element of await page
      .locator('[id$="-element-element"] option')
      .evaluateAll((options) => options.map((option) => (option as HTMLOptionElement).value).filter(Boolean))) {
      const marks = page.locator('form[action$="/marks"]:has([name="element"])')
      await unfold(marks.first())
      await marks.locator('[name="element"]').selectOption(element)
      await marks.locator('[name="quote"]').fill(quote)
      await marks.locator('button').click()
      await page.waitForLoadState()
    }
    return `exhibit:${exhibit.id}`
  }

  async function fillLetterhead(): Promise<void> {
    const page = await renewed('chief')
    await page.goto(`${app.url}/letterhead?region=440300`)
    const fields = {
      name: '深圳市市场监督管理局',
      word: '深市监',
      address: '深圳市福田区某路1号',
      contact: '林晓',
      phone: '0755-00000000',
      review_organ: '深圳市人民政府',
      court: '深圳市某区人民法院',
      payee: '某银行',
    }
    for (const [name, value] of Object.entries(fields)) await page.fill(`[name="${name}"]`, value)
    await page.locator('form[action="/letterhead"] button.primary').click()
    await page.waitForLoadState()
  }

  /** The person's page with a session of today. */
  async function renewed(who: keyof typeof people): Promise<Page> {
    const row = await app.db('officers').where('name', who).first()
    await people[who].context().close()
    people[who] = await pageOf({ officerId: row.id, name: row.name, role: row.role, region: row.region })
    return people[who]
  }
})
