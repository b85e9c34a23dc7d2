import { expect } from 'chai'
import fc from 'fast-check'
import { CHINESE_FIGURES, figureRuns } from '../../../src/core/extract/figure-runs.ts'

describe('runs of figures', () => {
  it('are found each from its first figure to its last', () => {
    const written = fc.string({ unit: fc.constantFrom(...'0189一万年 .，共元'), maxLength: 40 })
    const runs = new RegExp(`[\\d${CHINESE_FIGURES}]+`, 'g')
    fc.assert(
      fc.property(written, (text) => {
        expect(figureRuns(text)).to.deep.equal(
          [...text.matchAll(runs)].flatMap(({ index, 0: run }) => [index, index + run.length]),
        )
      }),
    )
  })
})
