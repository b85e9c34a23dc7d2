import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { type Browser, chromium, type Page } from 'playwright-core'
import { UNLAWFUL_COPY } from '../support/parts.ts'
import { type Spawned, spawnFile, takeOutputs, until } from '../support/spawned.ts'

const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) =>
  existsSync(path),
)
const FLAGS =
  '--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync'

describe('the desk in a browser', function () {
  if (!CHROMIUM) {
    console.warn(
      '\nSKIPPED: the browser test, because chromium is not installed on this machine (Debian: chromium fonts-noto-cjk)\n',
    )
    it('skipped, no chromium on this machine')
    return
  }
  this.timeout(90_000)
  let dataDir: string
  let server: Spawned
  let browser: Browser
  let address: string
  let password: string

  before(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'sojourn-browser-'))
    server = spawnFile('src/main.ts', [], { DATA_DIR: dataDir, PORT: '0' })
    const greeting = await server.says(/密码: \S+\n/)
    address = /http:\/\/\S+/.exec(greeting)![0]
    password = /password \/ 密码: (\S+)/.exec(greeting)![1]!
    browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS.split(' ') })
  })
  after(async () => {
    await browser?.close()
    if (server.child.exitCode === null) expect(await server.stop()).to.equal(0)
    rmSync(dataDir, { recursive: true, force: true })
  })

  afterEach(async function () {
    if (this.currentTest?.state !== 'failed') return
    console.log(takeOutputs())
    console.log(await (await fetch(`${address}/metrics`)).text())
  })

  for (const javaScriptEnabled of [false, true]) {
    it(`goes from a paper to a case ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async () => {
      const context = await browser.newContext({ javaScriptEnabled, locale: 'zh-CN' })
      const complaints: string[] = []
      const page = await context.newPage()
      page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
      page.on('pageerror', (error) => complaints.push(error.message))
      try {
        await signIn(page)
        const serial = javaScriptEnabled ? '甲' : '乙'
        await upload(page, `${UNLAWFUL_COPY}第${serial}期招募。`)
        const document = await openUploaded(page)
        expect(await page.locator('mark').count()).to.be.greaterThan(0)
        expect(await page.locator('main').textContent()).to.include('保本保息')

        const rule = page.locator('details.rule-on').first()
        await rule.locator('summary').click()
        await rule.locator('button.uphold').click()
        await page.waitForURL(/\/documents\//)
        expect(await page.locator('article.finding.is-upheld .verdict-upheld').count()).to.equal(1)

        // By the keyboard alone: open the form, choose, say why, send.
        await page.locator('details.correct > summary').focus()
        await page.keyboard.press('Enter')
        await page.locator('#correct-channel').focus()
        await page.selectOption('#correct-channel', 'print')
        await page.locator('#correct-reason').focus()
        await page.keyboard.type('折页原件')
        await page.keyboard.press('Tab')
        await page.keyboard.press('Enter')
        await page.locator('.source-corrected').waitFor()
        expect(await page.locator('#circumstances').textContent()).to.include('折页原件')
        expect(await page.locator('#earlier details').count()).to.equal(1)
        expect(await page.locator('article.finding.is-upheld').count()).to.equal(1)

        await page.goto(document)
        await page.locator('a[href^="/leads/"]').first().click()
        await page.waitForURL(/\/leads\//)
        const open = page.locator('form[action$="/open"]')
        await open
          .locator('xpath=ancestor::details')
          .evaluateAll((all) => {
            for (const details of all) (details as HTMLDetailsElement).open = true
          })
          .catch(() => undefined)
        if (!(await open.locator('[name=reason]').isVisible()))
          await page.locator('details:has(form[action$="/open"]) summary').click()
        await open.locator('[name=reason]').fill('广告含保本承诺')
        await open.locator('button[type=submit]').click()
        await page.waitForURL(/\/matters\//)
        expect(await page.locator('body').textContent()).to.match(/AJ-\d{4}-\d{5}/)
        expect(complaints).to.deep.equal([])
      } finally {
        await context.close()
      }
    })
  }

  it('shows every screen in both languages without a raw key or an error', async () => {
    const context = await browser.newContext({ viewport: { width: 390, height: 844 } })
    const page = await context.newPage()
    try {
      await signIn(page)
      await page.goto(`${address}/calls/new`)
      await page.fill('[name=seller_name]', '听潮小筑旅居服务部')
      await page.fill('[name=story]', '交了两万元会员费，现在不退。要求退款，并举报他们虚假宣传。')
      await page.keyboard.press('Control+Enter')
      await page.locator('.read-out').waitFor()
      const first = async (list: string) => {
        await page.goto(address + list)
        return (await page.locator(`main a[href^="${list}/"]`).first().getAttribute('href'))!
      }
      const paths = [
        await first('/matters'),
        await first('/documents'),
        '/inbox?desk=all',
        '/documents',
        '/upload',
        '/matters',
        '/clocks',
        '/approvals',
        '/tasks',
        '/awaited',
        '/campaigns',
        '/duties',
        '/responsibilities',
        '/venue',
        '/statistics',
        '/imports',
        '/articles?show=all',
        '/articles/prepaid-care-guidance/no-return',
        '/status',
      ]
      for (const language of ['zh', 'en']) {
        await page.goto(`${address}/language/${language}`)
        for (const path of paths) {
          const answer = await page.goto(address + path)
          expect(answer!.status(), path).to.equal(200)
          const width = await page.evaluate(() => document.documentElement.scrollWidth)
          expect(width, `${path} in ${language} is wider than a telephone`).to.be.at.most(392)
        }
      }
    } finally {
      await context.close()
    }
  })

  async function signIn(page: Page): Promise<void> {
    await page.goto(address)
    await page.fill('input[name=login]', 'head')
    await page.fill('input[name=password]', password)
    await page.locator('form[action="/sign-in"] button[type=submit]').click()
    await page.waitForURL(/\/inbox/)
  }

  async function upload(page: Page, text: string): Promise<void> {
    await page.goto(`${address}/upload`)
    await page.fill('textarea[name=text]', text)
    await page
      .locator('select[name=kind]')
      .selectOption('marketing')
      .catch(() => undefined)
    await page.locator('form[action="/upload"] button.primary').click()
    await page.waitForLoadState()
  }

  /** Follow the receipt to the paper and wait until it has been worked on. @returns its address */
  async function openUploaded(page: Page): Promise<string> {
    const href = await page.locator('main a[href^="/documents/"]').first().getAttribute('href')
    await until('the paper to be processed', 30_000, async () => {
      await page.goto(address + href)
      return (await page.locator('details.rule-on').count()) > 0
    })
    return address + href
  }
})
