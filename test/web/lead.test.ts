import { expect } from 'chai'
import { UNLAWFUL_COPY } from '../support/parts.ts'
import { type Client, hidden, type WebApp, webApp } from '../support/web-app.ts'

describe('handling a lead', () => {
  let app: WebApp
  let alice: Client
  let carol: Client
  let address: string

  beforeEach(async () => {
    app = await webApp()
    await app.paper(UNLAWFUL_COPY)
    address = `/leads/${(await app.db('leads').first()).id}`
    alice = await app.as(app.cast.alice)
    carol = await app.as(app.cast.carol)
  })
  afterEach(() => app.close())

  const deed = async (client: Client, name: string, fields: Record<string, string> = {}) =>
    client.post(`${address}/${name}`, { version: hidden(await client.get(address), 'version'), ...fields })

  it('is taken, released, taken over', async () => {
    expect((await deed(alice, 'take')).location).to.equal(address)
    expect((await alice.get('/inbox?desk=mine')).text).to.include(address)
    expect((await alice.get(address)).text)
      .to.include('放回未认领')
      .and.not.include('/take"')
    expect((await deed(carol, 'release')).status).to.equal(303)
    expect((await app.db('leads').first()).owner_id).to.equal(null)
  })

  it('says once, above its findings, that some come of a second hearing and in spite of what', async () => {
    expect((await alice.get(address)).text).to.not.include('二次研判所得')
    const rows = await app.db('findings').orderBy(['start', 'end', 'id'])
    const tell = (id: string, words: string[]) =>
      app
        .db('findings')
        .where({ id })
        .update({ despite: JSON.stringify({ genre: 'warning', words }) })
    await tell(rows[0].id, ['反诈<宣传>'])
    await tell(rows[1].id, ['反诈<宣传>', '金融许可证'])
    const { text } = await alice.get(address)
    expect(text.split('二次研判所得')).to.have.lengthOf(2)
    expect(text).to.include(`${rows.length} 处疑点中有 2 处：`)
    expect(text).to.include('全文读来像风险提示').and.include('“反诈&lt;宣传>”“金融许可证”')
    expect(text.indexOf('二次研判所得')).to.be.lessThan(text.indexOf('<ul class="why">'))
    for (const { id } of rows) await tell(id, [])
    expect((await alice.get(address)).text)
      .to.include('二次研判所得')
      .and.not.include('处疑点中有')
  })

  it('tells the slower of two colleagues so, and leads back', async () => {
    const bob = await app.as(app.cast.bob)
    const seen = hidden(await bob.get(address), 'version')
    await deed(alice, 'take')
    const late = await bob.post(`${address}/take`, { version: seen })
    expect(late.status).to.equal(409)
    expect(late.text).to.include('同事先您一步').and.include(`href="${address}"`)
    expect((await app.db('leads').first()).owner_id).to.equal(app.cast.alice.officerId)
  })

  it('refuses a form without a version rather than guessing one', async () => {
    for (const version of ['', 'one', '-1']) {
      expect((await alice.post(`${address}/take`, { version })).status, version).to.equal(422)
    }
  })

  it('becomes a case, with the reason in its history', async () => {
    expect((await deed(alice, 'open', { reason: '  ' })).status).to.equal(422)
    const opened = await deed(alice, 'open', { reason: '承诺保本付息' })
    expect(opened.location).to.match(/^\/matters\//)
    const page = await alice.get(opened.location)
    expect(page.text).to.include('AJ-2026-00001').and.include('承诺保本付息')
    expect((await alice.get('/matters')).text).to.include(opened.location)
    expect((await alice.get(address)).text)
      .to.include('线索已办结')
      .and.include(opened.location)
  })

  it('is what its case rests on: papers, findings as ruled, and its own history', async () => {
    const finding = await app.db('findings').orderBy(['start', 'end', 'id']).first()
    const paper = `/documents/${finding.document_id}`
    await alice.post(`${paper}/findings/${finding.id}/dismiss`, { version: '1', reason: 'misread', note: '系引述' })
    await deed(alice, 'take')
    const { location } = await deed(alice, 'open', { reason: '承诺保本付息' })
    const { text } = await alice.get(location)
    expect(text).to.include(`href="${address}"`).and.include(`href="${paper}"`).and.include(`${paper}#f-1`)
    expect(text).to.include('《防范和处置非法集资条例》').and.include('保本保息').and.include('尚未认定')
    expect(text).to.match(new RegExp(`${finding.code}</code>.*?系统误读`, 's'))
    for (const word of ['alice', '深圳市', '系统提出线索', '疑点认定排除', '系引述', '认领'])
      expect(text).to.include(word)
    expect((await (await app.as(app.cast.dave)).get(location)).status).to.equal(404)
  })

  it('is dismissed for a typed reason only', async () => {
    expect((await deed(alice, 'dismiss', { reason: 'because' })).status).to.equal(422)
    expect((await deed(alice, 'dismiss', { reason: 'duplicate', note: '与 XS-1 相同' })).status).to.equal(303)
    const page = await alice.get(address)
    expect(page.text).to.include('重复').and.include('与 XS-1 相同')
    expect((await alice.get('/inbox?desk=closed')).text).to.include(address)
  })

  it('is reopened by a head after it was dismissed, and offered to nobody else', async () => {
    await deed(alice, 'dismiss', { reason: 'duplicate', note: '' })
    expect((await alice.get(address)).text)
      .to.include('负责人恢复核查')
      .and.not.include('/reopen"')
    expect((await deed(carol, 'reopen', { reason: '' })).status).to.equal(422)
    const { version } = await app.db('leads').first()
    expect((await alice.post(`${address}/reopen`, { version: String(version), reason: 'x' })).status).to.equal(403)
    expect((await deed(carol, 'reopen', { reason: '又有老人投诉' })).location).to.equal(address)
    const { text } = await alice.get(address)
    expect(text).to.include('恢复核查').and.include('又有老人投诉').and.include('/open"').and.not.include('/reopen"')
    expect((await alice.get('/inbox')).text).to.include(address)
  })

  it('shows what was ruled on each reason, the dismissed ones last', async () => {
    const findings = await app.db('findings').orderBy(['start', 'end', 'id'])
    const [worst] = findings.toSorted((a, b) => b.severity - a.severity || b.confidence - a.confidence)
    const same = findings.filter(({ code }) => code === worst.code)
    const other = findings.find(({ code }) => code !== worst.code)
    expect((await alice.get(address)).text).to.include(`${findings.length} 处疑点，尚未认定`)
    for (const { id, document_id: paper } of same) {
      await alice.post(`/documents/${paper}/findings/${id}/dismiss`, { version: '1', reason: 'misread', note: '' })
    }
    await alice.post(`/documents/${other.document_id}/findings/${other.id}/uphold`, { version: '1', note: '已核实' })
    const { text } = await alice.get(address)
    expect(text)
      .to.include(`${findings.length} 处疑点，其中已排除 ${same.length}、成立 1`)
      .and.include('不因认定而改变')
    const reasons = /<ul class="why">.*?<\/section>/s.exec(text)![0]
    expect(reasons.lastIndexOf(`>${worst.code}<`)).to.be.greaterThan(reasons.lastIndexOf(`>${other.code}<`))
    expect(reasons.slice(reasons.indexOf('is-dismissed')))
      .to.include(worst.code)
      .and.include('系统误读')
    expect(text).to.include('疑点认定排除').and.include('疑点认定成立').and.include('已核实')
  })

  it('is dispatched out of sight of the old region and returned with a reason', async () => {
    expect((await deed(carol, 'dispatch', { region: '440300', reason: 'x' })).status).to.equal(422)
    expect((await deed(carol, 'dispatch', { region: '440100', reason: '经营地在广州' })).status).to.equal(303)
    expect((await alice.get(address)).status).to.equal(404)
    expect((await carol.get(address)).text)
      .to.include('经营地在广州')
      .and.include('广东省 广州市')
    expect((await deed(carol, 'return', { reason: '已迁回深圳' })).status).to.equal(303)
    expect((await alice.get('/inbox?desk=returned')).text).to.include(address)
    expect((await alice.get(address)).text).to.include('已迁回深圳')
  })
})
