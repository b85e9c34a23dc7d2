import { expect } from 'chai'
import { footing } from '../../src/core/check/basis.ts'
import type { BasisArticle } from '../../src/core/check/rule.ts'
import { assess, type Paper } from '../../src/core/pipeline.ts'
import { shipped } from '../support/rulebook.ts'

const articles = Object.values(shipped.rulebook.basis)
const punishing = (id: string) => articles.filter(({ punishes }) => punishes?.includes(id)).map((one) => one.id)

/** Floor and cap in yuan, times, and the same of the grave tier, copied from the law. */
const AMOUNTS: Record<
  string,
  {
    floor?: number
    cap?: number
    times?: [number, number]
    serious?: readonly [number | undefined, number | undefined]
  }
> = {
  'advertising-law/55': { floor: 200_000, cap: 1_000_000, times: [3, 5], serious: [1_000_000, 2_000_000] },
  'advertising-law/57': { floor: 200_000, cap: 1_000_000 },
  'advertising-law/58': { floor: 100_000, cap: 200_000, times: [1, 3], serious: [200_000, 1_000_000] },
  'advertising-law/59': { cap: 100_000 },
  'advertising-law/59.3': { cap: 100_000 },
  'advertising-law/60': { cap: 50_000 },
  'advertising-law/61': { times: [1, 2] },
  'advertising-law/62': { floor: 5_000, cap: 30_000 },
  'care-institution-measures/46': { serious: [undefined, 30_000] },
  'consumer-infringement-measures/15': { cap: 30_000, times: [0, 3] },
  'consumer-law/56': { cap: 500_000, times: [1, 10] },
  'consumer-regulation/50.1': { cap: 300_000, times: [1, 5] },
  'consumer-regulation/50.2': { cap: 500_000, times: [1, 10] },
  'contract-measures/18': { cap: 100_000 },
  'fundraising-regulation/30': { times: [0.2, 1] },
  'fundraising-regulation/31': { times: [1, 3] },
  'live-commerce-measures/58': { cap: 10_000 },
  'price-penalty-rules/13': { cap: 5_000 },
  'price-penalty-rules/7': { floor: 50_000, cap: 500_000, times: [0, 5] },
  'pyramid-regulation/24.1': { floor: 500_000, cap: 2_000_000 },
  'pyramid-regulation/24.2': { floor: 100_000, cap: 500_000 },
  'tourism-law/95': { floor: 10_000, cap: 100_000, times: [1, 5] },
  'tourism-law/98': { floor: 30_000, cap: 300_000, times: [1, 5] },
  'tourism-law/100': { floor: 30_000, cap: 300_000 },
  'travel-agency-regulation/46': { floor: 100_000, cap: 500_000, times: [1, 5] },
  'travel-agency-regulation/55': { floor: 20_000, cap: 100_000 },
  'travel-agency-regulation/59': { floor: 100_000, cap: 500_000 },
  'travel-agency-regulation/61': { floor: 10_000, cap: 50_000 },
  'unfair-competition-law-2019/20': { floor: 200_000, cap: 1_000_000, serious: [1_000_000, 2_000_000] },
  'unfair-competition-law-2025/23': { cap: 250_000, times: [0, 5] },
  'unfair-competition-law-2025/25': { cap: 1_000_000, serious: [1_000_000, 2_000_000] },
  'unfair-competition-law-2025/27': { floor: 50_000, cap: 500_000 },
}

describe('what a breach costs', () => {
  it('is on record for every article a rule calls breached, or the reason why there is nothing', () => {
    const breached = shipped.rulebook.rules.flatMap(({ code, basis }) =>
      basis.filter(({ role }) => role === 'violates').flatMap(({ id }) => line(id).map((one) => [code, one] as const)),
    )
    const bare = breached.filter(([, { id, unpunished }]) => punishing(id).length === 0 && !unpunished)
    expect(bare.map(([code, { id }]) => `${code} ${id}`)).to.deep.equal([])
  })

  it('is cited by every rule beside the breach', () => {
    const missing = shipped.rulebook.rules.flatMap(({ code, basis }) => {
      const penalties = basis.filter(({ role }) => role === 'penalises').map(({ id }) => id)
      return basis
        .filter(({ role, id }) => role === 'violates' && punishing(id).length > 0)
        .filter(({ id }) => !punishing(id).some((penalty) => penalties.includes(penalty)))
        .map(({ id }) => `${code} ${id}`)
    })
    expect(missing).to.deep.equal([])
  })

  it('is never cited for what the rule does not call breached or defined', () => {
    for (const { code, basis } of shipped.rulebook.rules) {
      const others = basis.filter(({ role }) => role !== 'penalises').map(({ id }) => id)
      for (const { id } of basis.filter(({ role }) => role === 'penalises')) {
        const { punishes, penalty } = shipped.rulebook.basis[id]!
        expect(penalty?.department, `${code} ${id}`).to.match(/./)
        // A guidance or a definition is punished by way of the law behind it; 广告法 60 by way of 条例 34(2).
        expect(
          punishes!.some((one) => others.includes(one)),
          `${code} ${id}`,
        ).to.equal(true)
      }
    }
  })

  for (const [id, { floor, cap, times, serious }] of Object.entries(AMOUNTS)) {
    it(`is what the law says: ${id}`, () => {
      const penalty = shipped.rulebook.basis[id]!.penalty!
      expect([penalty.floorFen, penalty.capFen]).to.deep.equal([fen(floor), fen(cap)])
      expect(penalty.times).to.deep.equal(times)
      if (serious) expect([penalty.serious?.floorFen, penalty.serious?.capFen]).to.deep.equal(serious.map(fen))
    })
  }
})

describe('a finding', () => {
  it('pairs the article breached with its penalty, both ways', () => {
    const basis = basisOf('FA-02', { text: '民政部指定旅居养老单位。', channel: 'print' })
    expect(basis['advertising-law/57']!.pairs).to.deep.equal(['advertising-law/9.2'])
    expect(basis['advertising-law/9.2']!.pairs).to.deep.equal(['advertising-law/57'])
    expect(basis['consumer-law/56']!.pairs).to.deep.equal(['consumer-law/20'])
  })

  it('cites no penalty without what it punishes, on whatever day', () => {
    const days = ['2006-01-01', '2014-06-01', '2015-09-01', '2018-11-01', '2021-05-01', '2025-10-15', '2026-11-22']
    for (const date of days)
      for (const rule of shipped.rulebook.rules) {
        const paper = { kind: 'marketing', date, dateAssumed: false, receivedOn: date, region: '000000' } as const
        const ground = footing(rule, { ...paper, entity: 'unknown', channel: 'web' }, shipped.rulebook.basis)
        for (const { id, role, pairs } of ground?.basis ?? [])
          if (role === 'penalises') expect(pairs, `${rule.code} ${date} ${id}`).to.not.equal(undefined)
      }
  })

  it('shows the penalties of an unfair term side by side, the Regulation first', () => {
    const basis = basisOf('UC-01', { text: '会员费一经缴纳概不退还。', kind: 'contract' })
    const shown = (id: string) => [basis[id]!.alternatives?.key, basis[id]!.alternatives?.preferred]
    expect(shown('consumer-regulation/50.1')).to.deep.equal(['unfair-terms', true])
    expect(shown('consumer-infringement-measures/15')).to.deep.equal(['unfair-terms', false])
    expect(shown('contract-measures/18')).to.deep.equal(['unfair-terms', false])
    expect(basis['consumer-regulation/50.1']!.alternatives!.why.zh).to.include('位阶')
  })

  it('prefers the verified rule of the two while there is no Regulation', () => {
    const basis = basisOf('UC-01', { text: '会员费一经缴纳概不退还。', kind: 'contract', date: '2024-06-30' })
    expect(basis).to.not.have.property('consumer-regulation/50.1')
    expect(basis['consumer-infringement-measures/15']!.alternatives!.preferred).to.equal(true)
    expect(basis['contract-measures/18']!.alternatives!.preferred).to.equal(false)
  })

  it('sets no penalty against another that holds only in the opposite case', () => {
    const basis = basisOf('FA-03', { text: '我们荣获中国康养行业十大诚信品牌，旅居基地遍布全国。' })
    const preferred = (id: string) => basis[id]!.alternatives!.preferred
    expect(['advertising-law/55', 'unfair-competition-law-2025/25'].map(preferred)).to.deep.equal([true, true])
    expect(preferred('consumer-law/56')).to.equal(false)
  })

  it('prefers 旅游法 95 to 旅行社条例 46 and shows both', () => {
    const basis = basisOf('DS-03', {
      text: '夕阳红俱乐部组织老年人海南过冬，往返大巴、食宿和门票一价全包，每人3280元。',
    })
    expect(basis['tourism-law/95']!.alternatives).to.include({ key: 'unlicensed-agency', preferred: true })
    expect(basis['travel-agency-regulation/46']!.alternatives).to.include({
      key: 'unlicensed-agency',
      preferred: false,
    })
  })
})

/** An article with all whose place it took. */
function line(id: string): BasisArticle[] {
  const article = shipped.rulebook.basis[id]!
  return [article, ...(article.succeeds ?? []).flatMap(line)]
}

function fen(yuan: number | undefined): number | undefined {
  return yuan === undefined ? undefined : yuan * 100
}

function basisOf(code: string, paper: Paper) {
  const given: Paper = { kind: 'marketing', date: '2026-05-06', ...paper }
  const finding = assess(given, given.date!, shipped).findings.find((one) => one.code === code)!
  return Object.fromEntries(finding.basis.map((one) => [one.id, one]))
}
