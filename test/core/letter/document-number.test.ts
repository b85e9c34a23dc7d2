import { expect } from 'chai'
import { chineseDay, chineseMoment } from '../../../src/core/letter/chinese-day.ts'
import { documentNumber, numberSeries } from '../../../src/core/letter/document-number.ts'

describe('the number of a letter', () => {
  it('has the year in hexagonal brackets and no padding', () => {
    expect(documentNumber('示样市监', '罚告', 2026, 12)).to.equal('示样市监罚告〔2026〕12号')
  })

  it('counts for each bureau, sort and year apart', () => {
    const series = [
      numberSeries('甲市监', '罚告', 2026),
      numberSeries('乙市监', '罚告', 2026),
      numberSeries('甲市监', '处罚', 2026),
      numberSeries('甲市监', '罚告', 2027),
    ]
    expect(new Set(series).size).to.equal(4)
  })
})

describe('a day in a letter', () => {
  it('is written without padding', () => expect(chineseDay('2026-01-02')).to.equal('2026年1月2日'))
  it('is a day of Shanghai', () => expect(chineseMoment('2026-11-21T16:05:00.000Z')).to.equal('2026年11月22日0时05分'))
})
