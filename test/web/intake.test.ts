import { expect } from 'chai'
import { REJECT_REASONS } from '../../src/actions/imports/reject-reasons.ts'
import { processDocument } from '../../src/actions/papers/process-document.ts'
import { UNLAWFUL_COPY } from '../support/parts.ts'
import { type Client, hidden, shown, type WebApp, webApp } from '../support/web-app.ts'

describe('taking papers in', () => {
  let app: WebApp
  let henry: Client

  beforeEach(async () => {
    app = await webApp()
    henry = await app.as(app.cast.henry)
  })
  afterEach(() => app.close())

  const nonce = async () => hidden(await henry.get('/upload'), 'nonce')

  it('takes several files with Chinese names and pasted text, each a paper of its own', async () => {
    const answer = await henry.upload('/upload', { nonce: await nonce(), text: '群里说保本', kind: 'complaint' }, [
      { name: '候鸟卡说明.txt', bytes: UNLAWFUL_COPY },
      { name: '合同（扫描）.pdf', bytes: '%PDF-1.4' },
    ])
    expect(answer.status).to.equal(303)
    const result = await henry.get(answer.location)
    expect(result.text).to.include('候鸟卡说明.txt').and.include('合同（扫描）.pdf').and.include('已收件 3 份')
    const documents = await app.db('documents').orderBy('id')
    expect(documents.map((row) => row.region)).to.deep.equal(['440300', '440300', '440300'])
    expect(JSON.parse(documents[0].given)).to.deep.equal({
      region: '440300',
      regionAssumed: true,
      kind: 'complaint',
    })
    expect(app.parts.rung).to.have.lengthOf(3)
  })

  it('names who took a paper in by hand, on the paper, in the list and on its lead', async () => {
    const alice = await app.as(app.cast.alice)
    const fields = { nonce: hidden(await alice.get('/upload'), 'nonce') }
    await alice.upload('/upload', fields, [{ name: '说明.txt', bytes: UNLAWFUL_COPY }])
    const { id } = await app.db('documents').first()
    await processDocument(app.parts, id)
    const lead = await app.db('leads').first()
    for (const path of ['/documents', `/documents/${id}`, `/leads/${lead.id}`]) {
      const text = main((await alice.get(path)).text)
      expect(text, path).to.include('alice').and.include('网页上传').and.not.include(app.cast.alice.officerId)
    }
  })

  it('takes a double click as a retry and says so', async () => {
    const fields = { nonce: await nonce() }
    const files = [{ name: 'a.txt', bytes: 'x' }]
    const first = await henry.upload('/upload', fields, files)
    const second = await henry.upload('/upload', fields, files)
    expect((await henry.get(first.location)).text).to.include('已收件 1 份')
    expect((await henry.get(second.location)).text)
      .to.include('重复提交 1 份')
      .and.include('没有重复登记')
    expect(await app.db('documents').count({ n: '*' }).first()).to.deep.equal({ n: 1 })
  })

  it('keeps two victims with the same letter apart', async () => {
    const files = [
      { name: '甲.txt', bytes: '同一封信' },
      { name: '乙.txt', bytes: '同一封信' },
    ]
    const answer = await henry.upload('/upload', { nonce: await nonce() }, files)
    expect((await henry.get(answer.location)).text)
      .to.include('已收件 2 份')
      .and.include('甲.txt')
      .and.include('乙.txt')
  })

  it('says that the same content came before, with the way to it, and keeps both', async () => {
    const files = [{ name: '甲.txt', bytes: '同一封信' }]
    await henry.upload('/upload', { nonce: await nonce() }, files)
    const first = await app.db('documents').first()
    const { location } = await henry.upload('/upload', { nonce: await nonce() }, files)
    const { text } = await henry.get(location)
    expect(text).to.include('已收件 1 份').and.include('内容与先前收到的材料相同，另立一件')
    expect(text).to.include(`href="/documents/${first.id}"`).and.not.include('重复提交')
    expect(await app.db('documents').count({ n: '*' }).first()).to.deep.equal({ n: 2 })
    const { location: other } = await henry.upload('/upload', { nonce: await nonce() }, [
      { name: '乙', bytes: '另一封' },
    ])
    expect((await henry.get(other)).text).not.to.include('另立一件')
  })

  it('tells nothing of an earlier paper that is out of sight', async () => {
    const elsewhere = await app.paper('同一封信', { given: { kind: 'complaint', region: '210100' } })
    const { location } = await henry.upload('/upload', { nonce: await nonce(), text: '同一封信' }, [])
    expect((await henry.get(location)).text)
      .not.to.include('另立一件')
      .and.not.include(elsewhere)
  })

  it('asks to be looked at again while something waits, and no longer', async () => {
    const { location } = await henry.upload('/upload', { nonce: await nonce(), text: '群里说保本' }, [])
    const waiting = await henry.get(location)
    expect(waiting.text)
      .to.include('data-refresh')
      .and.include(`href="${location.replaceAll('&', '&amp;')}">刷新`)
    await processDocument(app.parts, (await app.db('documents').first()).id)
    expect((await henry.get(location)).text)
      .not.to.include('data-refresh')
      .and.not.include('刷新')
  })

  it('shows the form again with what was typed when something is wrong', async () => {
    const empty = await henry.upload('/upload', { nonce: await nonce(), title: '我的标题' }, [])
    expect(empty.status).to.equal(422)
    expect(empty.text).to.include('没有收到内容').and.include('value="我的标题"')
    for (const [name, value] of Object.entries({ date: '2026-02-30', kind: 'novel', region: '999', channel: 'x' })) {
      const wrong = await henry.upload('/upload', { nonce: await nonce(), text: '保本', [name]: value }, [])
      expect(wrong.status, name).to.equal(422)
      expect(wrong.text, name).to.include('有一项填写不正确').and.include('保本</textarea>')
    }
    const ahead = await henry.upload('/upload', { nonce: await nonce(), text: '保本', date: '9999-12-31' }, [])
    expect(ahead.status).to.equal(422)
    expect(ahead.text).to.include('9999-12-31尚未到来，请核对日期').and.include('保本</textarea>')
    const elsewhere = await henry.upload('/upload', { nonce: await nonce(), text: '保本', region: '210100' }, [])
    expect(elsewhere.status).to.equal(422)
    expect(await app.db('documents').count({ n: '*' }).first()).to.deep.equal({ n: 0 })
  })

  it('leads an export of a complaint platform to where it becomes matters, and takes it as papers only when told so', async () => {
    const alice = await app.as(app.cast.alice)
    const row = { 登记编号: '77', 投诉内容: '交了押金不退', 涉及主体: '海屿康养馆' }
    const csv = `${Object.keys(row).join()}\n${Object.values(row).join()}\n`
    for (const file of [
      { name: '导出.csv', bytes: csv },
      { name: '导出.json', bytes: JSON.stringify({ data: [row] }) },
    ]) {
      const post = async (more: object) =>
        alice.upload('/upload', { nonce: await nonce(), title: '我的标题', ...more }, [
          { name: '甲.txt', bytes: '保本' },
          file,
        ])
      const told = await post({})
      expect(told.status, file.name).to.equal(422)
      expect(shown(told.text)).to.include('这是投诉举报平台的导出表').and.include(file.name)
      expect(told.text).to.include('href="/calls/import"').and.include('name="as_papers"').and.include('我的标题')
      const before = (await app.db('documents')).length
      expect((await post({ as_papers: 'yes' })).location).to.include('/upload/result')
      expect((await app.db('documents')).length).to.equal(before + 2)
    }
    for (const file of [
      { name: '价目.csv', bytes: '编号,文案\n1,会员卡\n' },
      { name: '坏.json', bytes: '{' },
    ])
      expect((await alice.upload('/upload', { nonce: await nonce() }, [file])).status, file.name).to.equal(303)
    const said = await alice.upload('/upload', { nonce: await nonce(), kind: 'marketing' }, [
      { name: '文案.csv', bytes: '编号,内容\n1,会员卡\n' },
    ])
    expect(said.status).to.equal(303)
  })

  it('turns away too many files, other kinds of post and too much text, in words', async () => {
    const many = Array.from({ length: 21 }, (_, n) => ({ name: `${n}.txt`, bytes: 'x' }))
    expect((await henry.upload('/upload', { nonce: await nonce() }, many)).status).to.equal(413)
    const plain = await henry.post('/upload', { nonce: await nonce(), text: 'x' })
    expect(plain.status).to.equal(415)
    const long = await henry.upload('/upload', { nonce: await nonce(), text: 'x'.repeat(3_000_000) }, [])
    expect(long.status).to.equal(413)
    expect(long.text).to.include('内容太大')
    const lead = await henry.post('/leads/x/take', { version: '1', note: 'x'.repeat(100_000) })
    expect(lead.status).to.equal(413)
  })

  it('shows the result only to who may see the papers', async () => {
    const { location } = await henry.upload('/upload', { nonce: await nonce() }, [{ name: '甲.txt', bytes: 'x' }])
    const dave = await app.as(app.cast.dave)
    expect((await dave.get(location)).text).not.to.include('甲.txt')
  })
})

describe('an import', () => {
  let app: WebApp
  let alice: Client

  before(async () => {
    app = await webApp()
    alice = await app.as(app.cast.alice)
    const at = app.parts.now().toISOString()
    await app
      .db('import_runs')
      .insert({ id: 'run-1', source: 'folder', label: '五月', state: 'finished', region: '440300', started_at: at })
    const items = [
      ['=HYPERLINK("http://a.example","x").txt', 'rejected', 'too_large'],
      ['+1.txt', 'rejected', 'intake.external_reused'],
      ['@SUM(A1), "引号".txt', 'rejected', 'wps'],
      ['好.txt', 'received', null],
    ]
    for (const [n, [name, outcome, reason]] of items.entries()) {
      await app.db('import_items').insert({ id: `i${n}`, run_id: 'run-1', name, outcome, reason, at })
    }
  })
  after(() => app.close())

  it('is listed with its counts, and says why each reject was turned away', async () => {
    expect((await alice.get('/imports')).text)
      .to.include('五月')
      .and.include('/imports/run-1')
    const { text } = await alice.get('/imports/run-1')
    expect(text).to.include('WPS').and.include('来件编号已被使用').and.include('单行 5 MB').and.not.include('好.txt')
  })

  it('has words for every reason a line can be turned away for, on the page and in the csv', async () => {
    const at = app.parts.now().toISOString()
    await app
      .db('import_runs')
      .insert({ id: 'run-2', source: 'folder', label: '六月', state: 'finished', region: '440300', started_at: at })
    for (const reason of Object.keys(REJECT_REASONS)) {
      const item = { id: `r-${reason}`, run_id: 'run-2', name: `${reason}.jsonl`, outcome: 'rejected', reason, at }
      await app.db('import_items').insert(item)
    }
    for (const path of ['/imports/run-2', '/imports/run-2/rejects.csv']) {
      const text = shown((await alice.get(path)).text)
      expect(text, path).not.to.include('不详')
      for (const { zh } of Object.values(REJECT_REASONS)) expect(text, path).to.include(zh)
    }
  })

  it('gives its rejects as a csv that Excel reads as text', async () => {
    const response = await fetch(`${app.url}/imports/run-1/rejects.csv`, { headers: { cookie: alice.cookie } })
    const bytes = Buffer.from(await response.arrayBuffer())
    expect(bytes.subarray(0, 3).toString('hex')).to.equal('efbbbf')
    expect(response.headers.get('content-disposition')).to.match(/^attachment; filename="rejects-run-1.csv"/)
    const lines = bytes.toString('utf8').slice(1).trimEnd().split('\r\n')
    expect(lines).to.have.lengthOf(4)
    expect(lines[0]).to.equal('文件,结果,原因,时间')
    for (const line of lines.slice(1)) expect(line).to.match(/^"?'[=+@]/)
  })
})

/** The page without its frame, which names the viewer too. */
function main(page: string): string {
  return /<main.*<\/main>/s.exec(page)![0]
}
