import { expect } from 'chai'
import { daysOf } from '../../../src/core/clock/calendar.ts'
import { loadClocks } from '../../../src/rulebook/load-clocks.ts'

const { calendar } = loadClocks()

describe('the calendars', () => {
  it('are loaded for three years, with the notice each rests on', () => {
    expect(calendar.years.map(({ year, notice }) => `${year} ${notice.zh}`)).to.deep.equal([
      '2024 国办发明电〔2023〕7号',
      '2025 国办发明电〔2024〕12号',
      '2026 国办发明电〔2025〕7号',
    ])
  })

  it('hold as many working days, days off and weekend days worked as the notices make', () => {
    const kinds = (year: number, kind: string) => daysOf(year).filter((day) => calendar.kindOf(day) === kind).length
    const counts = [2024, 2025, 2026].map((year) => [
      kinds(year, 'workday') + kinds(year, 'makeup'),
      kinds(year, 'holiday'),
      kinds(year, 'makeup'),
    ])
    expect(counts).to.deep.equal([
      [251, 28, 8],
      [248, 28, 5],
      [248, 33, 6],
    ])
  })

  it('tell a statutory holiday from the ordinary weekend beside it', () => {
    expect(calendar.kindOf('2024-06-09')).to.equal('weekend')
    expect(calendar.kindOf('2024-06-10')).to.equal('holiday')
    expect(calendar.kindOf('2025-06-01')).to.equal('holiday')
    expect(calendar.kindOf('2026-02-14')).to.equal('makeup')
    expect(calendar.holidayOf('2025-10-08')?.name.zh).to.equal('国庆节、中秋节')
    expect(calendar.makeupFor('2026-10-10')?.name.zh).to.equal('国庆节')
  })

  it('say nothing of a year that is not loaded', () => {
    expect(calendar.kindOf('2023-12-31')).to.equal(undefined)
    expect(calendar.kindOf('2027-01-01')).to.equal(undefined)
  })
})
