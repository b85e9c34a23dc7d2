import { expect } from 'chai'
import {
  endOfShanghaiDay,
  isDay,
  shanghaiDay,
  shanghaiTime,
  startOfShanghaiDay,
} from '../../../src/core/clock/shanghai.ts'

describe('days in Shanghai', () => {
  it('begin at sixteen hundred UTC of the day before, in any time zone of the machine', () => {
    expect(startOfShanghaiDay('2026-04-15')).to.equal('2026-04-14T16:00:00.000Z')
    expect(endOfShanghaiDay('2026-12-31')).to.equal('2026-12-31T16:00:00.000Z')
    expect(shanghaiDay('2026-04-14T15:59:59.999Z')).to.equal('2026-04-14')
    expect(shanghaiDay('2026-04-14T16:00:00.000Z')).to.equal('2026-04-15')
    expect(shanghaiTime('2026-01-01T00:05:00.000Z')).to.equal('2026-01-01 08:05')
  })

  it('are real days of the calendar', () => {
    expect(isDay('2024-02-29')).to.equal(true)
    for (const not of ['2025-02-29', '2026-13-01', '2026-4-1', '', '2026-04-31'])
      expect(isDay(not), not).to.equal(false)
  })
})
