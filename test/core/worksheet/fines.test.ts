import { expect } from 'chai'
import { fineOf, type Sum, type Sums } from '../../../src/core/worksheet/fine-range.ts'
import { loadDiscretion } from '../../../src/rulebook/load-discretion.ts'
import { shipped } from '../../support/rulebook.ts'
import { known, NONE, SHIPPED_BASIS, UNKNOWN } from './sheets.ts'

const { readings } = loadDiscretion()

const INCALCULABLE: Sum = { state: 'incalculable' }
const TOO_LOW: Sum = { state: 'too_low' }

/** Article, tier, what is known, and by hand: lowest and highest fine in yuan. */
const WORKED: [article: string, isSerious: boolean, sums: Partial<Sums>, floor: number, cap: number, how: string][] = [
  ['advertising-law/55', false, { fee: known(100_000) }, 300_000, 500_000, '3 × 100,000 to 5 × 100,000'],
  ['advertising-law/55', true, { fee: known(100_000) }, 500_000, 1_000_000, '5 × 100,000 to 10 × 100,000'],
  ['advertising-law/55', false, { fee: TOO_LOW }, 200_000, 1_000_000, 'plainly too low: 200,000 to 1,000,000'],
  ['advertising-law/55', false, { fee: INCALCULABLE }, 200_000, 1_000_000, 'cannot be reckoned: the same'],
  ['advertising-law/55', false, { fee: NONE }, 200_000, 1_000_000, 'no fee to multiply: the same'],
  ['advertising-law/55', true, { fee: INCALCULABLE }, 1_000_000, 2_000_000, 'grave: 1 to 2 million'],
  ['advertising-law/55', false, { fee: known(333.33) }, 999.99, 1_666.65, '3 × 333.33 and 5 × 333.33'],
  ['advertising-law/57', false, {}, 200_000, 1_000_000, 'fixed'],
  ['advertising-law/57', true, {}, 200_000, 1_000_000, 'no graver tier of money: the licence instead'],
  ['advertising-law/58', false, { fee: known(50_000) }, 50_000, 150_000, '1 × and 3 × 50,000'],
  ['advertising-law/58', true, { fee: known(50_000) }, 150_000, 250_000, '3 × and 5 × 50,000'],
  ['advertising-law/58', false, { fee: INCALCULABLE }, 100_000, 200_000, '100,000 to 200,000'],
  ['advertising-law/58', true, { fee: INCALCULABLE }, 200_000, 1_000_000, '200,000 to 1,000,000'],
  ['advertising-law/59', false, {}, 0, 100_000, 'up to 100,000'],
  ['advertising-law/61', false, { gains: known(20_000) }, 20_000, 40_000, '1 × and 2 × what the endorser got'],
  ['advertising-law/62', false, {}, 5_000, 30_000, 'fixed'],
  ['unfair-competition-law-2025/25', false, {}, 0, 1_000_000, 'no floor since 2025-10-15'],
  ['unfair-competition-law-2025/25', true, {}, 1_000_000, 2_000_000, 'grave'],
  ['unfair-competition-law-2019/20', false, {}, 200_000, 1_000_000, 'with a floor to 2025-10-14'],
  ['unfair-competition-law-2025/27', false, {}, 50_000, 500_000, 'fixed'],
  ['consumer-law/56', false, { gains: known(80_000) }, 80_000, 800_000, '1 × and 10 × 80,000: above the fixed cap'],
  ['consumer-law/56', false, { gains: NONE }, 0, 500_000, 'no gains: up to 500,000'],
  ['consumer-regulation/50.1', false, { gains: known(12_345.67) }, 12_345.67, 61_728.35, '1 × and 5 ×'],
  ['consumer-regulation/50.1', false, { gains: NONE }, 0, 300_000, 'no gains: up to 300,000'],
  ['consumer-regulation/50.2', false, { gains: known(1_500_000) }, 1_500_000, 15_000_000, '1 × and 10 ×'],
  ['consumer-infringement-measures/15', false, { gains: known(5_000) }, 0, 15_000, 'up to 3 × 5,000'],
  [
    'consumer-infringement-measures/15',
    false,
    { gains: known(40_000) },
    0,
    30_000,
    '3 × 40,000 is 120,000, at most 30,000',
  ],
  ['consumer-infringement-measures/15', false, { gains: NONE }, 0, 10_000, 'no gains: up to 10,000, not 30,000'],
  ['price-penalty-rules/7', false, { gains: known(60_000) }, 0, 300_000, 'up to 5 × 60,000'],
  ['price-penalty-rules/7', false, { gains: NONE }, 50_000, 500_000, 'no gains: 50,000 to 500,000'],
  ['tourism-law/95', false, { gains: known(99_999.99) }, 10_000, 100_000, 'below 100,000: fixed'],
  ['tourism-law/95', false, { gains: known(100_000) }, 100_000, 500_000, 'from 100,000 on: 1 × and 5 ×'],
  ['travel-agency-regulation/46', false, { gains: known(99_999.99) }, 100_000, 500_000, 'below 100,000: fixed'],
  ['tourism-law/98', false, { gains: known(200_000) }, 30_000, 300_000, 'below 300,000: fixed'],
  ['tourism-law/98', false, { gains: known(300_000) }, 300_000, 1_500_000, 'from 300,000 on: 1 × and 5 ×'],
  ['fundraising-regulation/30', false, { raised: known(3_000_000) }, 600_000, 3_000_000, '20% to the whole'],
  ['pyramid-regulation/24.1', false, {}, 500_000, 2_000_000, 'fixed'],
]

describe('the lawful range of a fine', () => {
  for (const [article, isSerious, sums, floor, cap, how] of WORKED)
    it(`${article}${isSerious ? ', grave' : ''}: ${how}`, () => {
      const all: Sums = { gains: UNKNOWN, fee: UNKNOWN, raised: UNKNOWN, ...sums }
      const fine = fineOf(SHIPPED_BASIS[article]!.penalty!, readings[article], all, isSerious)
      if (fine.kind !== 'range') throw new Error(`${article} is ${fine.kind}`)
      expect([fine.range.floorFen, fine.range.capFen]).to.deep.equal([Math.round(floor * 100), Math.round(cap * 100)])
    })

  const open: Sums = { gains: UNKNOWN, fee: UNKNOWN, raised: UNKNOWN }

  it('stays open while the sum is not found, and says what either way would bring', () => {
    const fine = fineOf(SHIPPED_BASIS['advertising-law/55']!.penalty!, readings['advertising-law/55'], open, false)
    expect(fine).to.deep.include({ kind: 'open', needs: 'fee' })
    if (fine.kind !== 'open') return
    expect(fine.times.zh).to.equal('广告费用的 3–5 倍')
    expect([fine.fixed!.floorFen, fine.fixed!.capFen]).to.deep.equal([20_000_000, 100_000_000])
  })

  it('says of an open multiple from which gains on it holds, and what bounds it', () => {
    const times = (id: string) => {
      const fine = fineOf(SHIPPED_BASIS[id]!.penalty!, readings[id], open, false)
      return fine.kind === 'open' && fine.times.zh
    }
    expect(times('tourism-law/95')).to.equal('违法所得（100,000 元以上的）的 1–5 倍')
    expect(times('consumer-infringement-measures/15')).to.equal('违法所得的 3 倍以下，最高不超过 30,000 元')
  })

  it('warns where gains cannot be reckoned and the article speaks only of there being none', () => {
    const sums = { ...open, gains: INCALCULABLE }
    const fine = fineOf(SHIPPED_BASIS['consumer-law/56']!.penalty!, readings['consumer-law/56'], sums, false)
    expect(fine.kind === 'range' && fine.cautions).to.have.length(1)
  })

  it('is none where the article fixes no amount, or only multiplies what is none', () => {
    const of = (id: string, sums: Sums) => fineOf(SHIPPED_BASIS[id]!.penalty!, readings[id], sums, false).kind
    expect(of('food-safety-law/140', open)).to.equal('none')
    expect(of('advertising-law/61', { ...open, gains: NONE })).to.equal('none')
  })

  it('has a reading only for articles that stand in the rulebook and threaten something', () => {
    for (const [id, { givesWayTo, givesWayOf }] of Object.entries(readings)) {
      for (const each of [id, ...givesWayTo]) expect(SHIPPED_BASIS[each]?.penalty, each).to.not.equal(undefined)
      for (const each of givesWayOf ?? []) expect(SHIPPED_BASIS, each).to.have.property(each)
    }
  })

  it('knows for each department of the rulebook whether it is ours', () => {
    const { departments } = loadDiscretion()
    const written = Object.values(shipped.rulebook.basis).flatMap(({ penalty }) => penalty?.department ?? [])
    expect([...new Set(written)].filter((each) => !departments[each])).to.deep.equal([])
  })
})
