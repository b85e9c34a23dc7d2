import { expect } from 'chai'
import fc from 'fast-check'
import { digitRuns } from '../../../src/core/extract/digit-runs.ts'

describe('runs of digits', () => {
  const written = fc.string({ unit: fc.constantFrom(...'0189 -)（号年.'), maxLength: 40 })

  it('are found each from its first digit to its last', () => {
    fc.assert(
      fc.property(written, (text) => {
        const { bounds, longest } = digitRuns(text)
        const runs = [...text.matchAll(/\d+/g)]
        expect(bounds).to.deep.equal(runs.flatMap(({ index, 0: run }) => [index, index + run.length]))
        expect(longest).to.equal(Math.max(0, ...runs.map(([run]) => run.length)))
      }),
    )
  })

  it('are chained across two blanks, dashes or brackets and no more', () => {
    expect(digitRuns('(010)-6234 5678').mostChained).to.equal(11)
    expect(digitRuns('138 0013 8000').mostChained).to.equal(11)
    expect(digitRuns('2024年5月16日').mostChained).to.equal(4)
    expect(digitRuns('1234 - 5678').mostChained).to.equal(4)
  })

  it('never chain fewer digits than a telephone or card number holds', () => {
    fc.assert(
      fc.property(written, (text) => {
        for (const [number] of text.matchAll(/\(?\d(?:\)?[ -]?\d){6,}/g))
          expect(digitRuns(text).mostChained).to.be.at.least(number.replace(/\D/g, '').length)
      }),
    )
  })
})
