import { expect } from 'chai'
import fc from 'fast-check'
import { shanghaiWeek } from '../../src/core/clock/shanghai.ts'
import { draw } from '../../src/core/learn/draw.ts'
import { FEWEST_JUDGED_BY_BOTH, pairedDifference } from '../../src/core/learn/paired.ts'
import { stabilityIndex, steadiness, tenthOf } from '../../src/core/learn/stability.ts'
import { taughtBy } from '../../src/core/learn/teaching.ts'
import { stratified, wilson } from '../../src/core/learn/wilson.ts'

describe('what standing decisions teach', () => {
  const upheld = { category: 'deceptive_sales', verdict: 'upheld', reason: null } as const
  const dismissed = (reason: 'lawful' | 'misread' | 'not_sellers_claim' | 'duplicate' | 'time_barred') =>
    ({ category: 'deceptive_sales', verdict: 'dismissed', reason }) as const

  it('is yes for what was upheld or missed, and no for what was dismissed as lawful, misread or not the seller’s claim', () => {
    expect(taughtBy([upheld])).to.deep.equal({ labels: ['deceptive_sales'], known: ['deceptive_sales'] })
    for (const reason of ['lawful', 'misread', 'not_sellers_claim'] as const)
      expect(taughtBy([dismissed(reason)]), reason).to.deep.equal({ labels: [], known: ['deceptive_sales'] })
    const missed = { category: 'illegal_fundraising', verdict: 'missed', reason: null } as const
    expect(taughtBy([missed, dismissed('lawful')])).to.deep.equal({
      labels: ['illegal_fundraising'],
      known: ['illegal_fundraising', 'deceptive_sales'],
    })
  })

  it('is nothing where the reason says nothing of the words, where decisions disagree, or where nobody decided', () => {
    for (const decisions of [[], [dismissed('duplicate')], [dismissed('time_barred')], [upheld, dismissed('misread')]])
      expect(taughtBy(decisions)).to.deep.equal({ labels: [], known: [] })
    expect(taughtBy([upheld, dismissed('duplicate')]).labels).to.deep.equal(['deceptive_sales'])
  })
})

describe('the difference of two models over the same papers', () => {
  it('is told from a hundred papers on, by the interval of Bonett and Price', () => {
    expect(pairedDifference(3, 0, FEWEST_JUDGED_BY_BOTH - 1)).to.equal(null)
    const none = pairedDifference(0, 0, 100)!
    expect(none.difference).to.equal(0)
    expect(none.high).to.be.closeTo(0.0272, 1e-4)
    expect(none.low).to.be.closeTo(-0.0272, 1e-4)
    const more = pairedDifference(10, 0, 100)!
    expect(more.difference).to.be.closeTo(0.1, 1e-9)
    expect(more.low).to.be.closeTo(0.0343, 1e-4)
    expect(more.high).to.be.closeTo(0.1618, 1e-4)
  })

  it('turns round with the models, and grows narrower with more papers', () => {
    fc.assert(
      fc.property(fc.nat(50), fc.nat(50), fc.integer({ min: 100, max: 400 }), (gained, lost, papers) => {
        const told = pairedDifference(gained, lost, papers)!
        const turned = pairedDifference(lost, gained, papers)!
        expect(turned.low).to.be.closeTo(-told.high, 1e-12)
        const wider = told.high - told.low
        const twice = pairedDifference(2 * gained, 2 * lost, 2 * papers)!
        expect(twice.high - twice.low).to.be.below(wider)
      }),
    )
  })
})

describe('the estimate of what is missed', () => {
  it('is Wilson’s interval: none of 20 is 0 to 16.1 %, one of 20 is 0.9 to 23.6 %', () => {
    const none = wilson(0, 20)
    expect(none.share).to.equal(0)
    expect(none.low).to.equal(0)
    expect(none.high).to.be.closeTo(0.1611, 1e-4)
    const one = wilson(1, 20)
    expect(one.low).to.be.closeTo(0.0089, 1e-4)
    expect(one.high).to.be.closeTo(0.2361, 1e-4)
  })

  it('of draws at one rate is Wilson’s over all of them', () => {
    const strata = [
      { population: 400, answered: 20, yes: 1 },
      { population: 400, answered: 20, yes: 3 },
    ]
    const { effective, ...estimate } = stratified(strata)
    expect(effective).to.be.closeTo(40, 1e-9)
    const pooled = wilson(4, 40)
    for (const key of ['share', 'low', 'high'] as const) expect(estimate[key]).to.be.closeTo(pooled[key], 1e-9)
  })

  it('lets a draw from many papers weigh more, and is wider for it', () => {
    const { share, effective } = stratified([
      { population: 900, answered: 20, yes: 2 },
      { population: 100, answered: 20, yes: 10 },
    ])
    expect(share).to.be.closeTo(0.9 * 0.1 + 0.1 * 0.5, 1e-9)
    expect(effective).to.be.below(40)
  })

  it('knows nothing before anybody answered', () => {
    expect(stratified([{ population: 50, answered: 0, yes: 0 }])).to.deep.equal({
      share: 0,
      low: 0,
      high: 1,
      effective: 0,
    })
  })
})

describe('a sample', () => {
  const ids = Array.from({ length: 200 }, (_, i) => `paper-${i}`)

  it('is the same for the same seed, whatever the order of the papers, and another for another', () => {
    expect(draw(ids.toReversed(), 'a')).to.deep.equal(draw(ids, 'a'))
    expect(draw(ids, 'b')).not.to.deep.equal(draw(ids, 'a'))
  })

  it('draws each paper once, and every paper as often as another', () => {
    const times = new Map<string, number>()
    for (let seed = 0; seed < 400; seed++) {
      const drawn = draw(ids, String(seed))
      expect(new Set(drawn).size).to.equal(20)
      for (const id of drawn) times.set(id, (times.get(id) ?? 0) + 1)
    }
    // 400 draws at 10 %: 40 times each, give or take five standard deviations of 6.
    for (const id of ids) expect(times.get(id), id).to.be.within(10, 70)
  })

  it('of fewer papers is all of them', () => {
    fc.assert(fc.property(fc.uniqueArray(fc.uuid(), { maxLength: 20 }), (few) => draw(few, 's').length === few.length))
  })
})

describe('drift', () => {
  it('is nothing for the same shape and grows as papers move to other tenths', () => {
    const steady = [500, 200, 100, 50, 50, 40, 30, 20, 5, 5]
    expect(stabilityIndex(steady, steady)).to.equal(0)
    const half = stabilityIndex(
      steady.map((count) => count / 2),
      steady,
    )
    expect(steadiness(half)).to.equal('steady')
    expect(steadiness(stabilityIndex([...steady].reverse(), steady))).to.equal('shifted')
  })

  it('counts a probability in its tenth, 1 in the last', () => {
    expect([0, 0.0999, 0.1, 0.5, 0.99, 1].map(tenthOf)).to.deep.equal([0, 0, 1, 5, 9, 9])
  })

  it('takes the ISO week of the day in Shanghai, over the turn of the year', () => {
    expect(shanghaiWeek('2026-05-06T02:00:00.000Z')).to.equal('2026-W19')
    expect(shanghaiWeek('2027-01-02T02:00:00.000Z')).to.equal('2026-W53')
    expect(shanghaiWeek('2026-05-03T15:59:59.000Z')).to.equal('2026-W18')
    expect(shanghaiWeek('2026-05-03T16:00:00.000Z')).to.equal('2026-W19')
  })
})
