import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { type Spawned, spawnFile, takeOutputs } from '../support/spawned.ts'

const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) =>
  existsSync(path),
)
const FLAGS =
  '--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync'

/** What a complaint of five fields takes beyond its text (Tab, Enter, arrows, chords). */
const MOST_KEYS = 12

const FIVE_FIELDS = {
  name: '林小雨',
  phone: '13900000001',
  seller: '听潮旅居服务有限公司',
  story: '三月交了房费一万二，到了基地不给安排入住，打电话也不接。',
  asks: '退还房费',
}

describe('taking a call in a browser', function () {
  if (!CHROMIUM) {
    console.warn(
      '\nSKIPPED: the browser test of calls, because chromium is not installed on this machine (Debian: chromium fonts-noto-cjk)\n',
    )
    it('skipped, no chromium on this machine')
    return
  }
  this.timeout(90_000)
  let dataDir: string
  let server: Spawned
  let browser: Browser
  let context: BrowserContext
  let page: Page
  let address: string
  let errors: string[]

  before(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'sojourn-calls-'))
    server = spawnFile('src/main.ts', [], { DATA_DIR: dataDir, PORT: '0' })
    const greeting = await server.says(/密码: \S+\n/)
    address = /http:\/\/\S+/.exec(greeting)![0]
    browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS.split(' ') })
    context = await browser.newContext({ locale: 'zh-CN', viewport: { width: 1280, height: 900 } })
    page = await context.newPage()
    errors = []
    page.on('pageerror', (error) => errors.push(error.message))
    await page.goto(address)
    await page.fill('input[name=login]', 'head')
    await page.fill('input[name=password]', /password \/ 密码: (\S+)/.exec(greeting)![1]!)
    await page.locator('form[action="/sign-in"] button[type=submit]').click()
    await page.waitForURL(/\/inbox/)
  })
  after(async () => {
    await browser?.close()
    if (server.child.exitCode === null) expect(await server.stop()).to.equal(0)
    rmSync(dataDir, { recursive: true, force: true })
  })
  afterEach(async function () {
    await context.setOffline(false)
    if (this.currentTest?.state === 'failed') console.log(takeOutputs())
    expect(errors).to.deep.equal([])
  })

  it(`takes a complaint of five fields by the keyboard alone, with at most ${MOST_KEYS} keys beyond the text`, async () => {
    await newCall()
    const press = counted()
    await type(FIVE_FIELDS.name)
    await press('Enter')
    await type(FIVE_FIELDS.phone)
    await press('Enter')
    await type(FIVE_FIELDS.seller)
    await press('Enter')
    await type(FIVE_FIELDS.story)
    await press('Tab')
    await type(FIVE_FIELDS.asks)
    await press('Control+Enter')
    await page.locator('.read-out').waitFor()
    expect(await page.locator('.receipt-number').textContent()).to.match(/^TS-\d{4}-00001$/)
    console.log(`      a complaint of five fields: ${press.keys} keys beyond the text`)
    expect(press.keys).to.be.at.most(MOST_KEYS)
    // The next call is one key away.
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/calls\/[0-9a-f-]{36}$/)
    await focusIs('caller_name')
  })

  it(`does so by Tab alone too, and takes a known seller by the arrows, within ${MOST_KEYS} keys`, async () => {
    await newCall()
    const press = counted()
    await type(FIVE_FIELDS.name)
    await press('Tab')
    await type(FIVE_FIELDS.phone)
    await press('Tab', 'Tab', 'Tab')
    await focusIs('seller_name')
    await type('听潮')
    await page.locator('#sellers [role=option]').waitFor()
    expect(await page.locator('#sellers').textContent()).to.include('已知：投诉 1 件')
    await press('ArrowDown', 'Enter')
    await focusIs('story')
    expect(await page.inputValue('[name=seller_name]')).to.equal(FIVE_FIELDS.seller)
    expect(await page.inputValue('[name=operator_id]')).to.not.equal('')
    await type(FIVE_FIELDS.story)
    await press('Tab')
    await type(FIVE_FIELDS.asks)
    await press('Control+Enter')
    await page.locator('.read-out').waitFor()
    console.log(`      by Tab alone, the seller by arrows: ${press.keys} keys beyond the text`)
    expect(press.keys).to.be.at.most(MOST_KEYS)
  })

  it('reads along while it is typed, and shows what is still to be asked', async () => {
    await newCall()
    await page.locator('[name=story]').focus()
    await type('我妈被他们拉去听课，说投10万一年返1.2万，到期退本。要求退款，并举报他们虚假宣传。')
    const live = page.locator('[data-live]')
    await live.locator('.missing').waitFor()
    const text = await live.textContent()
    expect(text).to.include('请问老人').and.include('涉嫌非法集资').and.include('同时含投诉和举报')
    expect(Number(await live.getAttribute('data-took'))).to.be.greaterThan(0)
  })

  it('has it back after the browser drops', async () => {
    await newCall()
    const url = page.url()
    await type(FIVE_FIELDS.name)
    await page.locator('[name=story]').focus()
    await type(FIVE_FIELDS.story)
    await page.locator('[data-saved]', { hasText: '已存' }).waitFor()
    await page.close()
    page = await context.newPage()
    page.on('pageerror', (error) => errors.push(error.message))
    await page.goto(url)
    expect(await page.inputValue('[name=caller_name]')).to.equal(FIVE_FIELDS.name)
    expect(await page.inputValue('[name=story]')).to.equal(FIVE_FIELDS.story)
  })

  it('keeps it in the browser while the network is away, and on the server once it is back', async () => {
    await newCall()
    const url = page.url()
    await context.setOffline(true)
    await type(FIVE_FIELDS.name)
    await page.locator('.call-saved.is-unsaved').waitFor()
    expect(await kept()).to.have.length(1)
    await context.setOffline(false)
    // Gone and come back before anything was sent: the browser's own copy is the only one.
    await page.goto(url)
    expect(await page.inputValue('[name=caller_name]')).to.equal(FIVE_FIELDS.name)
    await page.locator('[data-saved]', { hasText: '已存' }).waitFor()
    expect(await kept()).to.deep.equal([])
  })

  it('takes the place of the conduct from the seller by one key, never by itself, and has it back', async () => {
    await newCall()
    const url = page.url()
    const place = page.locator('[name=happened_in]')
    const same = page.getByRole('button', { name: '同经营者所在地' })
    await page.locator('summary', { hasText: '信用代码' }).click()
    await page.fill('[name=region]', '44')
    expect(await same.isVisible()).to.equal(false)
    await page.fill('[name=region]', '440305')
    await same.waitFor()
    expect(await place.inputValue()).to.equal('')
    await page.getByLabel('行为发生地区划').focus()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await focusIs('happened_in')
    expect(await place.inputValue()).to.equal('440305')
    expect(await same.isVisible()).to.equal(false)
    await page.locator('[data-saved]', { hasText: '已存' }).waitFor()
    await context.setOffline(true)
    await place.fill('220100')
    await page.locator('.call-saved.is-unsaved').waitFor()
    await context.setOffline(false)
    await page.goto(url)
    expect(await place.inputValue()).to.equal('220100')
    expect(await page.inputValue('[name=region]')).to.equal('440305')
    // Offered again, for what was restored differs from the seller's place.
    await same.waitFor()
    await page.locator('[data-saved]', { hasText: '已存' }).waitFor()
    expect(await kept()).to.deep.equal([])
  })

  it('says that it is kept where the server had it and the answer was lost', async () => {
    await newCall()
    const url = page.url()
    await type(FIVE_FIELDS.name)
    await page.locator('[data-saved]', { hasText: '已存' }).waitFor()
    const told = await page.evaluate(() => {
      const data = new FormData(document.querySelector<HTMLFormElement>('form[data-call]')!)
      for (const name of ['files', 'csrf', 'version']) data.delete(name)
      const form = document.querySelector<HTMLFormElement>('form[data-call]')!
      const text = new URLSearchParams([...data] as [string, string][]).toString()
      localStorage.setItem(`call:${form.dataset.call}`, JSON.stringify({ told: text, at: Date.now() }))
      return text
    })
    expect(told).to.include('caller_name')
    await page.goto(url)
    await page.locator('[data-saved]', { hasText: '已存' }).waitFor()
    expect(await kept()).to.deep.equal([])
  })

  it('works without a script', async () => {
    const plain = await browser.newContext({ javaScriptEnabled: false, storageState: await context.storageState() })
    const still = await plain.newPage()
    await still.goto(`${address}/calls/new`)
    await still.fill('[name=story]', FIVE_FIELDS.story)
    await still.locator('button[data-plain]').click()
    expect(await still.locator('.call-live').textContent()).to.include('还要问')
    expect(await still.inputValue('[name=story]')).to.equal(FIVE_FIELDS.story)
    await still.locator('button.primary').click()
    expect(await still.locator('.receipt-number').textContent()).to.match(/^TS-/)
    await plain.close()
  })

  it('offers regions by what is typed of their names, and calls the one that stands there by its own', async () => {
    await newCall()
    await page.setViewportSize({ width: 390, height: 844 })
    await page.locator('summary', { hasText: '信用代码' }).click()
    await page.locator('[name=region]').pressSequentially('临平')
    const option = page.locator('#region-list option[value="330113"]')
    await option.waitFor({ state: 'attached' })
    expect(await option.textContent()).to.equal('浙江省 杭州市 临平区')
    // As a browser does when an option is picked with the keys or a finger.
    await page.fill('[name=region]', '330113')
    await page.locator('#region-named', { hasText: '浙江省 杭州市 临平区' }).waitFor()
    await page.fill('[name=region]', '新疆维吾尔自治区克孜勒苏柯尔克孜自治州阿克陶县')
    await page.locator('#region-list option[value="653022"]').waitFor({ state: 'attached' })
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).to.be.at.most(392)
    await page.setViewportSize({ width: 1280, height: 800 })
  })

  it('is no wider than a telephone', async () => {
    await page.setViewportSize({ width: 390, height: 844 })
    for (const path of ['/calls', '/calls/new', '/calls/import']) {
      await page.goto(address + path)
      expect(await page.evaluate(() => document.documentElement.scrollWidth), path).to.be.at.most(392)
    }
  })

  async function newCall(): Promise<void> {
    await page.goto(`${address}/calls/new`)
    await focusIs('caller_name')
  }

  /** As an input method puts it in: the text itself takes no counted key. */
  async function type(text: string): Promise<void> {
    await page.keyboard.insertText(text)
  }

  /** Presses keys and counts them; a chord is two. */
  function counted(): { (...keys: string[]): Promise<void>; keys: number } {
    const press = async (...keys: string[]) => {
      for (const key of keys) {
        await page.keyboard.press(key)
        press.keys += key.split('+').length
      }
    }
    press.keys = 0
    return press
  }

  async function focusIs(name: string): Promise<void> {
    await page.waitForFunction((field) => document.activeElement?.getAttribute('name') === field, name)
  }

  /** Copies of the call that is open; one whose browser dropped may have left its own. */
  function kept(): Promise<string[]> {
    const id = new URL(page.url()).pathname.split('/').at(-1)!
    return page.evaluate((call) => Object.keys(localStorage).filter((key) => key === `call:${call}`), id)
  }
})
