import { readFileSync } from 'node:fs'
import { expect } from 'chai'
import { rootPath } from '../../src/root.ts'
import { UNLAWFUL_COPY } from '../support/parts.ts'
import { type Answer, type Client, shown, type WebApp, webApp } from '../support/web-app.ts'

describe('the page of a paper', () => {
  let app: WebApp
  let alice: Client
  let address: string

  beforeEach(async () => {
    app = await webApp()
    alice = await app.as(app.cast.alice)
    address = `/documents/${await app.paper(`  “海屿”\r\n\n${UNLAWFUL_COPY}\n\t尾注 𠮷 <b>`)}`
  })
  afterEach(() => app.close())

  it('shows the original to the letter, marks and all', async () => {
    const stored = (await app.db('document_texts').first()).text
    expect(paperOf(await alice.get(address))).to.equal(stored)
  })

  it('links every finding to its mark and back', async () => {
    const { text } = await alice.get(address)
    const cards = [...text.matchAll(/<article class="finding[^"]*" id="f-(\d+)"/g)].map((match) => match[1]!)
    expect(cards.length).to.be.greaterThan(1)
    const marked = cards.filter((number) => text.includes(`href="#m-${number}"`))
    expect(marked.length).to.be.greaterThan(1)
    for (const number of marked) {
      expect(text.split(`id="m-${number}"`), number).to.have.lengthOf(2)
      expect(text, number).to.include(`href="#f-${number}"`)
    }
    const findings = await app.db('findings').orderBy(['start', 'end', 'id'])
    const unmarked = cards.filter((number) => !marked.includes(number))
    for (const number of unmarked) expect(findings[Number(number) - 1].quote, number).to.equal('')
  })

  it('folds what the same rule met again, each place a line that opens', async () => {
    const [first] = await app.db('findings').orderBy(['start', 'end', 'id'])
    const again = await app.db('findings').whereNot({ code: first.code }).orderBy('start', 'desc').first()
    await app.db('findings').where({ id: again.id }).update({ code: first.code })
    const { text } = await alice.get(address)
    const findings = await app.db('findings').orderBy(['start', 'end', 'id'])
    const number = findings.findIndex(({ id }) => id === again.id) + 1
    const repeats = [...text.matchAll(/<details class="repeat.*?<article class="finding[^"]*" id="f-(\d+)"/gs)]
    expect(repeats.map((match) => match[1])).to.include(String(number))
    const codes = findings.map(({ code }) => code)
    expect(repeats).to.have.lengthOf(codes.length - new Set(codes).size)
  })

  it('names whole what is to be looked at first, in both languages: the width alone cuts it', async () => {
    const finding = (await app.db('findings').orderBy('severity', 'desc').first())!
    const { title } = app.parts.compiled.rulebook.rules.find(({ code }) => code === finding.code)!
    for (const language of ['zh', 'en'] as const) {
      const { text } = await app.guest(`${alice.cookie}; sojourn_lang=${language}`).get(address)
      const nav = text.match(/<nav class="look-first".*?<\/nav>/s)![0]
      expect(nav).to.not.include('…')
      expect(
        [...nav.matchAll(/title="[^"]+"><code.*?<\/code> ([^<]+)<\/a>/g)].map((match) => match[1]),
      ).to.not.have.lengthOf(0)
      if (nav.includes(finding.code)) expect(nav).to.include(title[language])
    }
  })

  it('says of a finding of a second hearing in spite of what it was found', async () => {
    const [finding] = await app.db('findings').orderBy(['start', 'end', 'id'])
    const despite = { genre: 'warning', because: ['says_beware', 'gone_by'], words: ['反诈<宣传>', '金融许可证'] }
    expect((await alice.get(address)).text).to.not.include('二次研判所得')
    await app
      .db('findings')
      .where({ id: finding.id })
      .update({ despite: JSON.stringify(despite) })
    const { text } = await alice.get(address)
    for (const words of [
      '二次研判所得：全文读来像风险提示（线索：提醒警惕），文中有“',
      '反诈&lt;宣传>”“金融许可证',
      '最高到橙色',
    ])
      expect(text).to.include(words)
    const inEnglish = await app.guest(`${alice.cookie}; sojourn_lang=en`).get(address)
    expect(inEnglish.text).to.include('although it reads as a warning (tells people to beware) and says')
  })

  it('says which law each finding rests on, how well it is verified and since when', async () => {
    const { text } = await alice.get(address)
    for (const word of ['《防范和处置非法集资条例》', '已核', '施行 2021-05-01 至 今', '涉嫌违反', '罚则']) {
      expect(text).to.include(word)
    }
  })

  it('shows money in yuan, the score with its reasons, and the hashes', async () => {
    const { text } = await alice.get(address)
    const { rulebook_hash: rulebook } = await app.db('assessments').first()
    for (const word of ['100,000 元', '年化 12%', '每年 12% × 1 = 年化 12%', '评分说明', 'IF-0', rulebook])
      expect(text).to.include(word)
  })

  it('says in both languages whose words a finding rests on that adds little or nothing', async () => {
    const reason = (source: string, share?: number) => ({
      category: 'illegal_fundraising',
      source,
      points: 0.2,
      ...(share !== undefined && { restsOn: { code: 'IF-02', share } }),
    })
    const reasons = JSON.stringify([reason('IF-02'), reason('IF-01', 1), reason('IF-03', 0.4)])
    await app.db('assessments').update({ reasons })
    const inChinese = (await alice.get(address)).text
    expect(inChinese.match(/<small>(?:部分)?与 IF-02 依据同一词句<\/small>/g)).to.have.length(2)
    expect(inChinese).to.include('<small>部分与 IF-02 依据同一词句</small>')
    const inEnglish = (await app.guest(`${alice.cookie}; sojourn_lang=en`).get(address)).text
    expect(inEnglish)
      .to.include('rests on the same words as IF-02')
      .and.include('rests in part on the same words as IF-02')
  })

  it('says what the sender gave and what was only guessed, and what counts for nothing yet', async () => {
    await app
      .db('findings')
      .where({ start: (await app.db('findings').min({ n: 'start' }).first())!.n })
      .update({ unscored: 'conditional' })
    const { text } = await alice.get(address)
    expect(text).to.include('来件方注明').and.include('适用前提待查明，暂不计分')
  })

  it('is ruled on, and ruled on again, with the first ruling kept', async () => {
    const finding = await app.db('findings').orderBy('start').first()
    const path = `${address}/findings/${finding.id}`
    const upheld = await alice.post(`${path}/uphold`, { version: '1', n: '1', note: '承诺明确' })
    expect(upheld.location).to.equal(`${address}#f-1`)
    expect((await alice.get(address)).text)
      .to.include('verdict-upheld')
      .and.include('承诺明确')
      .and.include('改变认定')
    const stale = await alice.post(`${path}/dismiss`, { version: '1', reason: 'lawful' })
    expect(stale.status).to.equal(409)
    expect(stale.text).to.include(`href="${address}"`)
    expect((await alice.post(`${path}/dismiss`, { version: '2', reason: '' })).status).to.equal(422)
    await alice.post(`${path}/dismiss`, { version: '2', reason: 'misread', note: '系引述他人' })
    const { text } = await alice.get(address)
    expect(text).to.include('verdict-dismissed').and.include('系统误读').and.include('系引述他人')
    expect(text).to.include('此前认定 1 次').and.include('承诺明确')
    expect(await app.db('rulings').count({ n: '*' }).first()).to.deep.equal({ n: 2 })
  })

  it('gives the original back byte for byte as a download', async () => {
    const bytes = Buffer.from([0xef, 0xbb, 0xbf, 0x3c, 0x73, 0x3e, 0x0a])
    const id = await app.paper('', { bytes, fileName: '候鸟卡 “说明”;\r\nx=1.html' })
    const response = await fetch(`${app.url}/documents/${id}/original`, { headers: { cookie: alice.cookie } })
    expect(Buffer.from(await response.arrayBuffer()).equals(bytes)).to.equal(true)
    expect(response.headers.get('content-type')).to.equal('application/octet-stream')
    expect(response.headers.get('x-content-type-options')).to.equal('nosniff')
    const disposition = response.headers.get('content-disposition')!
    expect(disposition).to.match(/^attachment; filename="[\x20-\x7e]+"; filename\*=UTF-8''%E5%80%99/)
    expect(disposition).not.to.match(/[\r\n]/)
  })

  it('tells a clerk why a paper cannot be read and what to do', async () => {
    const bytes = readFileSync(rootPath('db/seeds/inbox/31 会员补充协议(旧版).doc'))
    const id = await app.paper('', { bytes, fileName: '协议.doc' })
    const { text } = await alice.get(`/documents/${id}`)
    expect(text).to.include('另存为 docx 或 pdf').and.include('/original')
    expect((await alice.get('/documents?stage=unreadable')).text)
      .to.include(id)
      .and.include('旧版 Office')
  })
})

describe('the page of a sheet', () => {
  it('leads to the papers its rows became', async () => {
    const app = await webApp()
    try {
      const bytes = Buffer.from('编号,内容\n1,来电反映会员卡保本保息年化12%\n2,来电询问床位价格\n')
      const id = await app.paper('', { bytes, fileName: '工单.csv' })
      const { text } = await (await app.as(app.cast.alice)).get(`/documents/${id}`)
      const rows = await app.db('documents').whereNot({ id }).select('id')
      expect(rows).to.have.lengthOf(2)
      for (const row of rows) expect(text).to.include(`href="/documents/${row.id}"`)
      expect(text).to.include('已逐行拆分')
    } finally {
      await app.close()
    }
  })

  it("keeps other people's rows from whoever sees only one of them", async () => {
    const app = await webApp()
    try {
      const bytes = Buffer.from(
        '编号,姓名,内容,地区\n1,甲某,来电反映会员卡保本保息年化12%,210100\n2,乙某,来电询问床位价格,440300\n',
      )
      const id = await app.paper('', { bytes, fileName: '工单.csv' })
      const row = await app.db('documents').whereNot({ id }).where({ region: '210100' }).first()
      const dave = await app.as(app.cast.dave)
      const page = await dave.get(`/documents/${row.id}`)
      expect(page.status).to.equal(200)
      expect(page.text).not.to.include('/original').and.not.include(id)
      expect((await dave.get(`/documents/${row.id}/original`)).status).to.equal(404)
      await app.db('documents').where({ id: row.id }).update({ region: '440300' })
      const alice = await app.as(app.cast.alice)
      expect((await alice.get(`/documents/${row.id}/original`)).text).to.include('乙某')
    } finally {
      await app.close()
    }
  })
})

/** The text inside the paper, as a browser shows it. */
function paperOf({ text }: Answer): string {
  const paper = /<div class="paper"[^>]*>(.*?)<\/div>/s.exec(text)
  return shown(paper![1]!)
}
