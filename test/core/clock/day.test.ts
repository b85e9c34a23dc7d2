import { expect } from 'chai'
import fc from 'fast-check'
import { addDays, addMonths, daysBetween, readMoment, shanghaiInstant } from '../../../src/core/clock/day.ts'

describe('days', () => {
  it('go on over months, years and the leap day', () => {
    expect(addDays('2024-02-28', 1)).to.equal('2024-02-29')
    expect(addDays('2026-12-31', 1)).to.equal('2027-01-01')
    expect(addDays('2026-03-01', -1)).to.equal('2026-02-28')
  })

  it('by months end with the month where it is shorter', () => {
    expect(addMonths('2026-01-31', 1)).to.equal('2026-02-28')
    expect(addMonths('2024-01-31', 1)).to.equal('2024-02-29')
    expect(addMonths('2024-02-29', 12)).to.equal('2025-02-28')
    expect(addMonths('2025-11-30', 3)).to.equal('2026-02-28')
    expect(addMonths('2026-03-15', -1)).to.equal('2026-02-15')
  })

  it('between two are as many as lead from one to the other', () => {
    fc.assert(
      fc.property(fc.integer({ min: -9000, max: 9000 }), (n) => {
        expect(daysBetween('2026-05-11', addDays('2026-05-11', n))).to.equal(n)
      }),
    )
  })
})

describe('a moment', () => {
  it('is a day, or an instant on a Shanghai day', () => {
    expect(readMoment('2026-05-11')).to.deep.equal({ day: '2026-05-11', instant: null, assumedZone: false })
    expect(readMoment('2026-05-11T16:00:00Z')?.day).to.equal('2026-05-12')
    expect(readMoment('2026-05-11T23:59:59.999+0800')?.day).to.equal('2026-05-11')
    expect(readMoment('2026-05-12T01:00-08:00')?.day).to.equal('2026-05-12')
  })

  it('without an offset is Shanghai time, whatever machine reads it', () => {
    expect(readMoment('2026-05-11T23:30:00')).to.deep.include({ day: '2026-05-11', assumedZone: true })
  })

  it('is nothing else', () => {
    for (const words of [
      '',
      'soon',
      '2026-02-30',
      '2026-13-01',
      '2026-05-11T25:00:00Z',
      '2026-05-11T10:00:00+99:99',
      '20260511',
    ])
      expect(readMoment(words), words).to.equal(undefined)
  })

  it('is written in Shanghai and read back the same', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4_000_000_000_000 }), (instant) => {
        expect(readMoment(shanghaiInstant(instant))?.instant).to.equal(instant)
      }),
    )
  })
})
