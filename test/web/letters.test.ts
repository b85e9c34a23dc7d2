import { expect } from 'chai'
import { openMatter } from '../../src/actions/matters/open-matter.ts'
import { readDocx } from '../../src/reader/docx.ts'
import { READ_LIMITS } from '../../src/reader/limits.ts'
import { addMatterPerson } from '../../src/store/matter-people.ts'
import type { MatterFile } from '../../src/store/matters.ts'
import { type Client, hidden, shown, type WebApp, webApp } from '../support/web-app.ts'

const SELLER = '示例康养服务有限公司'

describe('exhibits and letters on screen', () => {
  let app: WebApp
  let alice: Client
  let carol: Client
  let file: MatterFile
  let address: string

  beforeEach(async () => {
    app = await webApp()
    const documentId = await app.paper(`${SELLER}：存满一年返还本金，另送12%旅居补贴。`)
    file = await openMatter(app.parts, app.cast.alice, {
      opening: 'complaint',
      region: '440300',
      title: '旅居会员费退款',
      source: 'hotline',
      operatorSaid: SELLER,
      receivedAt: '2026-05-06T01:00:00.000Z',
      reason: '来电',
      documentIds: [documentId],
    })
    const person = { relation: null, authority: null, capacityDoubt: false }
    await app.db.transaction(async (trx) => {
      const told = { matterId: file.id, ...person }
      await addMatterPerson(trx, { ...told, role: 'complainant', name: '林试梅', phone: '13900000001' }, file.openedAt)
    })
    address = `/matters/${file.id}`
    alice = await app.as(app.cast.alice)
    carol = await app.as(app.cast.carol)
  })
  afterEach(() => app.close())

  const letterhead = () =>
    carol.post('/letterhead', {
      version: '0',
      region: '440000',
      name: '示例省市场监督管理局',
      word: '示市监',
      address: '示例市政务路1号',
      contact: '周示范',
      phone: '0000-12345678',
      review_organ: '示例省人民政府',
      court: '示例市人民法院',
      payee: '示例银行',
    })
  const accept = async () => {
    const moved = await alice.post(`${address}/moves/accept`, { version: '1', reason: '符合受理条件' })
    expect(moved.status).to.equal(303)
  }
  const draft = async (type: string) => (await alice.post(`${address}/letters`, { type })).location
  const rowOf = (table: string) => app.db(table).orderBy('id', 'desc').first()

  it('take in a file, show it under its number with its hash, and give back the same bytes', async () => {
    const fields = {
      source: 'file',
      title: '宣传单',
      evidence_kind: 'documentary',
      origin: '现场检查提取',
      taken_on: '2026-05-06',
      pages: '2',
      place: '档案室',
    }
    const added = await alice.upload(`${address}/exhibits`, fields, [{ name: '宣传单.txt', bytes: '存满一年返还本金' }])
    expect(added.location).to.equal(`${address}#exhibit-1`)
    const { id, sha256 } = await rowOf('exhibits')
    const page = await alice.get(address)
    expect(shown(page.text)).to.include('证1 宣传单').and.include(sha256).and.include('书证 · 文件 · 现场检查提取')
    const taken = await alice.get(`${address}/exhibits/${id}/file`)
    expect(taken.text).to.equal('存满一年返还本金')
    expect(taken.headers.get('content-disposition')).to.include('attachment')
  })

  it('quote a paper on file in its own words, note custody and marks', async () => {
    const { document_id: document } = await app.db('matter_documents').first()
    const quote = {
      source: 'quote',
      document,
      words: '存满一年返还本金',
      title: '返还本金的约定',
      evidence_kind: 'documentary',
      origin: '投诉材料',
      taken_on: '2026-05-06',
    }
    expect((await alice.upload(`${address}/exhibits`, { ...quote, words: '年化20%' }, [])).status).to.equal(422)
    expect((await alice.upload(`${address}/exhibits`, quote, [])).status).to.equal(303)
    const { id } = await rowOf('exhibits')
    const at = `${address}/exhibits/${id}`
    expect((await alice.post(`${at}/custody`, { verb: 'lent', place: '法制科' })).status).to.equal(303)
    expect(
      (await alice.post(`${at}/marks`, { kind: 'element', element: 'promise', quote: '存满一年返还本金' })).status,
    ).to.equal(303)
    expect(
      (await alice.post(`${at}/marks`, { kind: 'person', name: '钱假名', part: '收款人', amount: '多' })).status,
    ).to.equal(422)
    const text = shown((await alice.get(address)).text)
    expect(text).to.include('借出 法制科').and.include('以许诺还本付息')
    const mark = await rowOf('exhibit_marks')
    await alice.post(`${address}/marks/${mark.id}/drop`, {})
    expect(shown((await alice.get(address)).text)).not.to.include('：“存满一年返还本金”')
  })

  it('say what keeps a letter from going out, and issue it once nothing does', async () => {
    await accept()
    const at = await draft('acceptance-notice')
    const before = await alice.get(at)
    expect(shown(before.text))
      .to.include('还不能签发')
      .and.include('缺少 本机关名称')
      .and.include('【缺：本机关联系电话】')
    expect(before.text).not.to.include(`action="${at}/issue"`)
    expect((await alice.post(`${at}/issue`, { version: hidden(before, 'version') })).status).to.equal(409)
    expect((await letterhead()).status).to.equal(303)
    const ready = await alice.get(at)
    expect(shown(ready.text)).to.include('可以签发')
    expect((await alice.post(`${at}/issue`, { version: hidden(ready, 'version') })).location).to.equal(at)
    const issued = await alice.get(at)
    expect(shown(issued.text)).to.include('示市监投受〔2026〕1号').and.include('已签发')
  })

  it('hide persons in the preview and name them in the letter', async () => {
    await accept()
    await letterhead()
    const at = await draft('acceptance-notice')
    const ready = await alice.get(at)
    expect(shown(ready.text)).to.include('林**').and.not.include('林试梅')
    await alice.post(`${at}/issue`, { version: hidden(ready, 'version') })
    const { sha256 } = await app.db('letter_issues').first()
    const reading = await readDocx(await app.parts.files.get(sha256), READ_LIMITS)
    expect(reading.outcome === 'text' && reading.paper.text).to.include('林试梅：')
    const answer = await alice.get(`${at}/file`)
    expect(answer.headers.get('content-disposition')).to.include(encodeURIComponent('投诉受理告知书.docx'))
    expect(await app.db('events').where({ verb: 'matter.letter_taken' })).to.have.length(1)
  })

  it('keep what was typed, and tell the second officer who types', async () => {
    const at = await draft('elder-warning')
    const saved = await alice.post(at, { version: '1', 'f.offer': '候鸟旅居卡', 'f.signs': '要求转入个人账户' })
    expect(saved.location).to.equal(at)
    expect((await alice.get(at)).text).to.include('value="候鸟旅居卡"')
    expect((await alice.post(at, { version: '1', 'f.offer': '别的' })).status).to.equal(409)
  })

  it('refuse words that say too much, with the clause', async () => {
    await letterhead()
    const at = await draft('elder-warning')
    await alice.post(at, { version: '1', 'f.offer': '候鸟旅居卡', 'f.signs': '这家公司系非法集资' })
    expect(shown((await alice.get(at)).text))
      .to.include('表述过限')
      .and.include('这家公司系非法集资')
  })

  it('are nobody else’s business', async () => {
    const at = await draft('elder-warning')
    const dave = await app.as(app.cast.dave)
    expect((await dave.get(at)).status).to.equal(404)
    expect((await dave.get(`${at}/file`)).status).to.equal(404)
    const henry = await app.as(app.cast.henry)
    expect((await henry.get(at)).status).to.equal(403)
    expect((await henry.post(`${address}/letters`, { type: 'elder-warning' })).status).to.equal(403)
  })

  it('leave the letterhead to heads', async () => {
    expect((await alice.post('/letterhead', { version: '0', name: '别的机关' })).status).to.equal(403)
    expect((await alice.get('/letterhead')).status).to.equal(200)
  })
})
