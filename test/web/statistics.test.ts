import { expect } from 'chai'
import { actOnMatter } from '../../src/actions/matters/act-on-matter.ts'
import { type MatterOrder, openMatter } from '../../src/actions/matters/open-matter.ts'
import type { Input } from '../../src/core/procedure/matter.ts'
import { periodOf } from '../../src/core/statistics/period.ts'
import type { MatterFile } from '../../src/store/matters.ts'
import { countedMatters } from '../../src/store/views/statistics.ts'
import { UNLAWFUL_COPY } from '../support/parts.ts'
import { type Client, shown, type WebApp, webApp } from '../support/web-app.ts'

describe('statistics', () => {
  let app: WebApp
  let alice: Client

  beforeEach(async () => {
    app = await webApp()
    alice = await app.as(app.cast.alice)
  })
  afterEach(() => app.close())

  const open = (more: Partial<MatterOrder> = {}) =>
    openMatter(app.parts, app.cast.alice, {
      opening: 'complaint',
      region: '440300',
      title: '退费',
      source: 'hotline',
      receivedAt: '2026-05-06T01:00:00.000Z',
      reason: '来电',
      ...more,
    })
  const make = async (file: MatterFile, move: string, input: Input = {}) =>
    (
      await actOnMatter(app.parts, app.cast.alice, {
        matterId: file.id,
        act: { op: 'make', move, version: file.version, input, reason: '依法办理', evidence: [] },
      })
    ).file
  /** One complaint settled with money back, one left lying, one report, one of last month. */
  const aYear = async () => {
    let settled = await open({ title: '甲', category: 'deceptive_sales', region: '440305' })
    settled = await make(settled, 'accept')
    settled = await make(settled, 'tell_acceptance', { to: '投诉人', channel: '电话', proof: '录音 1' })
    settled = await make(settled, 'begin_mediation')
    await make(settled, 'settle', { agreement: '协议 1', recovered_fen: 5_000_000 })
    await open({ title: '乙', category: 'illegal_fundraising' })
    await open({ title: '丙', opening: 'report' })
    await open({ title: '丁', receivedAt: '2026-04-30T15:59:00.000Z' })
  }

  it('count what was received in the period, by Shanghai days', async () => {
    await aYear()
    const titles = async (part: 'year' | '04' | '05') =>
      (await countedMatters(app.db, app.cast.alice, periodOf(2026, part), app.parts.now().toISOString())).length
    expect([await titles('year'), await titles('04'), await titles('05')]).to.deep.equal([4, 1, 3])
  })

  it('tell the share in time, of mediation, and the money recovered', async () => {
    await aYear()
    app.parts.setNow('2026-05-20T02:00:00.000Z')
    const { text } = await (await app.as(app.cast.alice)).get('/statistics?year=2026&part=05')
    const table = (id: string) =>
      shown(new RegExp(`<section class="card" id="t-${id}">.*?</section>`, 's').exec(text)![0])
    expect(table('mediation')).to.include('100%').and.include('50,000 元')
    expect(table('clock')).to.include('T01').and.include('50%')
    expect(table('category')).to.include('涉嫌非法集资').and.include('未分类')
    expect(table('region')).to.include('南山区')
  })

  it('take what the papers are most suspected of where nobody said what a matter is about', async () => {
    const documentId = await app.paper(UNLAWFUL_COPY)
    await open({ documentIds: [documentId] })
    await open({ documentIds: [documentId], category: 'false_advertising' })
    await open()
    const counted = await countedMatters(app.db, app.cast.alice, periodOf(2026, 'year'), app.parts.now().toISOString())
    expect(counted.map(({ category }) => category)).to.have.members(['illegal_fundraising', 'false_advertising', null])
  })

  it('open behind every figure the list of exactly as many matters', async () => {
    await aYear()
    const { text } = await alice.get('/statistics?year=2026')
    const links = [...text.matchAll(/<a href="(\/statistics\/list\?[^"]+)">(\d+)<\/a>/g)]
    expect(links.length).to.be.greaterThan(15)
    const reckoned = [...text.matchAll(/<td><a href="(\/statistics\/list\?[^"]+)">([^<]*(?:%|元))<\/a>/g)]
    expect(reckoned.map(([, , said]) => said)).to.include.members(['100%', '50,000 元'])
    for (const [, href] of reckoned)
      expect((await alice.get(href!.replaceAll('&amp;', '&'))).text, href).to.include('<tr class="row">')
    for (const [, href, count] of links) {
      const list = await alice.get(href!.replaceAll('&amp;', '&'))
      expect(list.text.match(/<tr class="row">/g)?.length, href).to.equal(Number(count))
    }
  })

  it('stay within the region of whoever looks', async () => {
    await aYear()
    const dave = await app.as(app.cast.dave)
    expect(shown((await dave.get('/statistics?year=2026')).text)).to.include('期内没有办件')
    expect(shown((await dave.get('/statistics/list?year=2026&by=all&measure=received')).text)).to.include('共 0 件')
    expect((await (await app.as(app.cast.henry)).get('/statistics')).status).to.equal(403)
  })

  it('come as a sheet, with nothing in it that a sheet would run', async () => {
    await aYear()
    const { headers, text } = await alice.get('/statistics.csv?year=2026&part=05')
    expect(headers.get('content-type')).to.include('text/csv')
    expect(headers.get('content-disposition')).to.include('statistics-2026-05.csv')
    expect(text).to.include('按种类,投诉,接收,2').and.include('调解与挽损,合计,挽回损失,"50,000 元"')
    for (const line of text.split('\r\n')) expect(line).to.not.match(/^[=+@]|,[=+@]/)
  })

  it('take a period that is none for this year', async () => {
    for (const query of ['year=1066', 'year=abc&part=q9', ''])
      expect(shown((await alice.get(`/statistics?${query}`)).text)).to.include('2026-01-01 至 2026-12-31')
  })
})
