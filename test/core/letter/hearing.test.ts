import { expect } from 'chai'
import { hearingFor } from '../../../src/core/letter/hearing.ts'
import { loadHearing } from '../../../src/rulebook/load-hearing.ts'

describe('the hearing', () => {
  const thresholds = loadHearing()
  const intended = { party: 'unit', fineFen: 0, confiscatedFen: 0, isHeavyMeasure: false } as const
  const offered = (over: Partial<Parameters<typeof hearingFor>[0]>, day = '2026-11-22') =>
    hearingFor({ ...intended, ...over }, thresholds, day)

  it('is offered to a unit from 100,000 yuan and to a person from 10,000', () => {
    expect(offered({ fineFen: 9_999_999 }).isOffered).to.equal(false)
    expect(offered({ fineFen: 10_000_000 }).isOffered).to.equal(true)
    expect(offered({ party: 'person', fineFen: 1_000_000 }).isOffered).to.equal(true)
  })

  it('is offered for what is confiscated as for a fine', () =>
    expect(offered({ confiscatedFen: 10_000_000 }).isOffered).to.equal(true))

  it('is always offered before a licence is taken', () =>
    expect(offered({ isHeavyMeasure: true }).isOffered).to.equal(true))

  it('is offered where no threshold is known for the day', () =>
    expect(offered({}, '2010-01-01').isOffered).to.equal(true))

  it('says that the figures are to be confirmed', () => expect(offered({}).because.zh).to.include('待核对'))
})
