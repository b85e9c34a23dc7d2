import { expect } from 'chai'
import { type Judged, rulingCarries } from '../../../src/core/case/carry-over.ts'
import type { CitedBasis } from '../../../src/core/check/finding.ts'
import type { Circumstances } from '../../../src/core/document.ts'

const cited = (id: string, more: Partial<CitedBasis> = {}): CitedBasis => ({
  id,
  article: id,
  in_force: ['2000-01-01', null],
  role: 'violates',
  confidence: 'V',
  ...more,
})
const judged = (ids: string[], circumstances: Partial<Circumstances> = {}, frame = 'seller'): Judged => ({
  finding: { rule: 'r', start: 0, end: 2, frame: frame as 'seller', basis: ids.map((id) => cited(id)) },
  circumstances: {
    kind: 'marketing',
    date: '2025-10-14',
    dateAssumed: false,
    region: '440300',
    entity: 'hotel',
    channel: 'web',
    ...circumstances,
  },
})
const upheld = { verdict: 'upheld', reason: null } as const
const dismissed = (reason: 'misread' | 'lawful' | 'not_ours' | 'time_barred' | 'not_sellers_claim') =>
  ({ verdict: 'dismissed', reason }) as const

describe('whether a ruling still holds for the same claim', () => {
  it('said under the law, while no other article is breached', () => {
    for (const ruling of [upheld, dismissed('lawful')]) {
      expect(rulingCarries(ruling, judged(['a', 'b']), judged(['a', 'b']))).to.equal(true)
      expect(rulingCarries(ruling, judged(['a', 'b']), judged(['b']))).to.equal(true)
      expect(rulingCarries(ruling, judged(['a']), judged(['a', 'b']))).to.equal(false)
      expect(rulingCarries(ruling, judged(['a']), judged(['a'], {}, 'complainant'))).to.equal(false)
    }
  })

  it('not put off by another penalty: what is breached is what she judged', () => {
    const after = judged(['a'])
    after.finding.basis = [...after.finding.basis, cited('fine', { role: 'penalises' })]
    expect(rulingCarries(upheld, judged(['a']), after)).to.equal(true)
  })

  it('said of the words, whatever the law', () => {
    expect(rulingCarries(dismissed('misread'), judged(['a']), judged(['b'], { date: '2026-01-01' }))).to.equal(true)
    expect(rulingCarries(dismissed('not_sellers_claim'), judged(['a']), judged(['b']))).to.equal(true)
    expect(rulingCarries(dismissed('not_sellers_claim'), judged(['a']), judged(['a'], {}, 'warning'))).to.equal(false)
  })

  it('said of the remit, while place and body are the same', () => {
    expect(rulingCarries(dismissed('not_ours'), judged(['a']), judged(['b']))).to.equal(true)
    expect(rulingCarries(dismissed('not_ours'), judged(['a']), judged(['a'], { region: '110000' }))).to.equal(false)
    expect(rulingCarries(dismissed('not_ours'), judged(['a']), judged(['a'], { entity: 'club' }))).to.equal(false)
  })

  it('said of the time bar, while the days are the same', () => {
    expect(rulingCarries(dismissed('time_barred'), judged(['a']), judged(['a']))).to.equal(true)
    expect(rulingCarries(dismissed('time_barred'), judged(['a']), judged(['a'], { date: '2025-10-13' }))).to.equal(
      false,
    )
    expect(rulingCarries(dismissed('time_barred'), judged(['a']), judged(['a'], { until: '2025-12-31' }))).to.equal(
      false,
    )
  })
})
