import { expect } from 'chai'
import { actOnMatter } from '../../src/actions/matters/act-on-matter.ts'
import { openMatter } from '../../src/actions/matters/open-matter.ts'
import { recountClocks } from '../../src/actions/matters/recount-clocks.ts'
import { remindOfClocks } from '../../src/actions/matters/remind-of-clocks.ts'
import { calendarOf } from '../../src/core/clock/calendar.ts'
import { loadMoves } from '../../src/rulebook/load-moves.ts'
import { type Cast, theCast } from '../support/cast.ts'
import { forEachDatabase } from '../support/engines.ts'
import { partsOver, type TestParts } from '../support/parts.ts'

describe('the ticking of clocks', () => {
  forEachDatabase((engine) => {
    let parts: TestParts
    let cast: Cast

    beforeEach(async () => {
      parts = await partsOver(engine.db)
      cast = await theCast(engine.db)
    })
    afterEach(() => parts.dispose())

    const complaint = (receivedAt: string) =>
      openMatter(parts, cast.alice, {
        opening: 'complaint',
        region: '440300',
        title: '退费',
        source: 'hotline',
        receivedAt,
        reason: '来电',
      })
    const remindersOf = async (matterId: string) =>
      (await engine.db('matter_reminders').where({ matter_id: matterId }).orderBy('at')).map(({ stage }) => stage)

    it('reminds three days before, on the day and after it, once each, and no more once the duty is met', async () => {
      // Received 6 May 2026: seven working days end on Thursday 14 May.
      const file = await complaint('2026-05-06T01:00:00.000Z')
      for (const instant of ['2026-05-10T02:00Z', '2026-05-11T02:00Z', '2026-05-11T03:00Z', '2026-05-14T15:59Z']) {
        parts.setNow(instant)
        await remindOfClocks(parts)
      }
      expect(await remindersOf(file.id)).to.deep.equal(['soon', 'today'])
      parts.setNow('2026-05-14T16:00:00.000Z') // midnight in Shanghai
      await remindOfClocks(parts)
      expect(await remindersOf(file.id)).to.deep.equal(['soon', 'today', 'overdue'])
      const act = { op: 'make', reason: '受理', evidence: [] } as const
      const { file: accepted } = await actOnMatter(parts, cast.alice, {
        matterId: file.id,
        act: { ...act, version: 1, move: 'accept', input: {} },
      })
      const told = { to: '投诉人', channel: '电话', proof: '记录' }
      await actOnMatter(parts, cast.alice, {
        matterId: file.id,
        act: { ...act, version: accepted.version, move: 'tell_acceptance', input: told },
      })
      parts.setNow('2026-05-20T02:00:00.000Z')
      expect(await remindOfClocks(parts)).to.equal(0)
    })

    it('asks once which clocks are near, however many were reminded of', async () => {
      for (let n = 0; n < 5; n++) await complaint('2026-05-06T01:00:00.000Z')
      parts.setNow('2026-05-14T02:00:00.000Z')
      expect(await remindOfClocks(parts)).to.be.at.least(5)
      const asked: string[] = []
      const note = ({ sql }: { sql: string }) => asked.push(sql)
      engine.db.on('query', note)
      expect(await remindOfClocks(parts)).to.equal(0)
      engine.db.removeListener('query', note)
      expect(asked).to.have.length(1)
    })

    it('counts anew what could not be told while a year was missing', async () => {
      const whole = loadMoves()
      const calendar = calendarOf(whole.calendar.years.filter(({ year }) => year < 2026))
      const blind = { ...parts, procedure: { ...whole, calendar, hash: 'without 2026' } }
      const file = await openMatter(blind, cast.alice, {
        opening: 'complaint',
        region: '440300',
        title: '退费',
        source: 'hotline',
        receivedAt: '2026-05-06T01:00:00.000Z',
        reason: '来电',
      })
      const due = async () => (await engine.db('matter_clocks').where({ matter_id: file.id }).first()).due
      expect(await due()).to.equal(null)
      expect(await recountClocks(parts)).to.be.at.least(1)
      expect(await due()).to.equal('2026-05-14')
      expect(await recountClocks(parts)).to.equal(0)
    })
  })
})
