import { expect } from 'chai'
import { actOnMatter } from '../../src/actions/matters/act-on-matter.ts'
import { openMatter } from '../../src/actions/matters/open-matter.ts'
import { addDays } from '../../src/core/clock/day.ts'
import { urgencyOf } from '../../src/core/clock/urgency.ts'
import { BOARD_GROUPS, clockBoard, clockCounts } from '../../src/store/views/clock-board.ts'
import { theCast } from '../support/cast.ts'
import { forEachDatabase } from '../support/engines.ts'
import { partsOver } from '../support/parts.ts'
import { shown, type WebApp, webApp } from '../support/web-app.ts'

describe('the board of clocks', () => {
  let app: WebApp
  before(async () => {
    app = await webApp()
  })
  after(() => app.close())

  it('tells of every clock, however many are over: what ends today is never crowded out', async function () {
    this.timeout(20_000)
    const { alice, dave } = app.cast
    const open = (receivedAt: string, n: number) =>
      openMatter(app.parts, alice, {
        opening: 'report',
        region: '440300',
        title: `旅居床位 ${n}`,
        source: 'desk',
        receivedAt,
        reason: '来信',
      })
    for (let n = 0; n < 205; n++) await open('2026-01-05T01:00:00.000Z', n)
    const pressing = await open('2026-04-13T01:00:00.000Z', 999)
    const { due_day: due } = await app.db('matter_clocks').where({ matter_id: pressing.id, clock: 'T06' }).first()
    app.parts.setNow(`${due}T02:00:00.000Z`)
    const page = (await (await app.as(alice)).get('/clocks')).text
    expect(shown(group(page, 'overdue')))
      .to.include('205')
      .and.include('仅列出最先到期的 200 项，共 205 项')
    expect(shown(group(page, 'today')))
      .to.include('旅居床位 999')
      .and.not.include('仅列出')
    expect(shown(page)).to.include('全部人员 206')
    const hers = (await (await app.as(alice)).get('/matters')).text
    expect(shown(hers)).to.match(/超期\s*205/)
    expect((await (await app.as(dave)).get('/clocks')).text).not.to.include('旅居床位')
  })
})

describe('clocks by how they stand', () => {
  forEachDatabase((engine) => {
    it('are counted by their hour where hours are counted, by their day elsewhere, and not while they stand still', async () => {
      const parts = await partsOver(engine.db)
      const { alice } = await theCast(engine.db)
      const file = await openMatter(parts, alice, {
        opening: 'complaint',
        region: '440300',
        title: '退费',
        source: 'desk',
        receivedAt: '2026-05-06T01:00:00.000Z',
        reason: '来信',
      })
      const act = { op: 'make', move: 'accept', version: 1, input: {}, reason: '受理', evidence: [] } as const
      await actOnMatter(parts, alice, { matterId: file.id, act })
      await engine.db('matter_clocks').where({ matter_id: file.id }).delete()
      const clock = { matter_id: file.id, started_by: 1, clock: 'T06', event_at: file.receivedAt, counted_by: 'x' }
      const due: [string, string | null, string | null][] = [
        ['2026-05-05', '2026-05-05', null],
        ['2026-05-06T10:29:59+08:00', '2026-05-06', null],
        ['2026-05-06T10:30:01+08:00', '2026-05-06', null],
        ['2026-05-06', '2026-05-06', null],
        ['2026-05-13', '2026-05-13', null],
        ['2026-05-14', '2026-05-14', null],
        ['2026-05-05', '2026-05-05', '2026-05-04'],
      ]
      for (const [i, [last, day, since]] of due.entries())
        await engine
          .db('matter_clocks')
          .insert({ ...clock, key: `T06/${i}`, due: last, due_day: day, stands_since: since })
      await engine.db('matter_clocks').insert({ ...clock, key: 'untold', due: null, due_day: null, stands_since: null })
      const now = new Date('2026-05-06T02:30:00.000Z')
      expect(await clockCounts(engine.db, alice, {}, now)).to.deep.equal({
        overdue: 2,
        today: 2,
        week: 1,
        later: 1,
        untold: 1,
        still: 1,
      })
      await parts.dispose()
    })

    it('stand there as the chip beside them says, on every day and second at which that changes', async () => {
      const parts = await partsOver(engine.db)
      const { alice } = await theCast(engine.db)
      const { id, receivedAt } = await openMatter(parts, alice, {
        opening: 'report',
        region: '440300',
        title: '虚假宣传',
        source: 'desk',
        receivedAt: '2026-05-06T01:00:00.000Z',
        reason: '来信',
      })
      await engine.db('matter_clocks').delete()
      const days = Array.from({ length: 12 }, (_, i) => addDays('2026-05-04', i))
      const dues = days.flatMap((day) => [
        day,
        ...['00:00:00', '10:29:59', '10:30:00', '10:30:01', '23:59:59'].map((time) => `${day}T${time}+08:00`),
      ])
      for (const [i, due] of dues.entries())
        await engine.db('matter_clocks').insert({
          matter_id: id,
          started_by: 1,
          clock: 'T06',
          key: `T06/${i}`,
          event_at: receivedAt,
          counted_by: 'x',
          due,
          due_day: due.slice(0, 10),
        })
      for (const now of [
        '2026-05-05T15:59:59.999Z',
        '2026-05-05T16:00:00.000Z',
        '2026-05-06T02:29:59.999Z',
        '2026-05-06T02:30:00.000Z',
        '2026-05-06T02:30:00.500Z',
        '2026-05-06T02:30:01.000Z',
      ].map((instant) => new Date(instant))) {
        const shown = new Set<string>()
        for (const group of BOARD_GROUPS) {
          const rows = await clockBoard(engine.db, alice, { standing: { group, now }, limit: 999 })
          const told = dues.filter((due) => urgencyOf(due, now) === group)
          expect(rows.map(({ due }) => due).sort(), `${group} at ${now.toISOString()}`).to.deep.equal(told.sort())
          if (told.length > 0) shown.add(group)
        }
        expect([...shown]).to.deep.equal(['overdue', 'today', 'week', 'later'])
      }
      await parts.dispose()
    })
  })
})

function group(page: string, name: string): string {
  return new RegExp(`<section class="board board-${name}".*?</section>`, 's').exec(page)![0]
}
