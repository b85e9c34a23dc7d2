import { expect } from 'chai'
import type { CitedBasis, Finding } from '../../src/core/check/finding.ts'
import { assess, type Paper } from '../../src/core/pipeline.ts'
import { shipped, shippedExamples } from '../support/rulebook.ts'

const examples = shippedExamples()
const TODAY = '2026-11-22'

/** A brochure of an invented seller that breaks the law in several ways at once. */
const BROCHURE = [
  '听潮湾旅居养老，民政部指定定点单位，国家级养老示范基地，全国第一品牌！',
  '已有12万名老人抢购，名额仅剩最后3席，错过不再有！',
  '现场缴费即可参加抽奖，最高奖价值20万元轿车一辆。',
].join('\n')

/** An offer of prepaid care with a tour at one price. */
const OFFER = [
  '本养生馆推出旅居养老年卡，入住须一次性预付24个月养老服务费，押金为月床位费的20倍。',
  '老友会组织会员老人冬季旅居，往返高铁票、住宿、三餐一价全包，每人6800元。',
].join('\n')

const CLAIM = '全国第一的旅居养老品牌，民政部指定单位。'

describe('the same paper under the law of its day', () => {
  it('cites 反不正当竞争法 8/20 on 2025-10-14 and 9/25 on 2025-10-15', () => {
    const [before, after] = [
      cites({ text: BROCHURE, date: '2025-10-14' }),
      cites({ text: BROCHURE, date: '2025-10-15' }),
    ]
    for (const code of ['FA-02', 'FA-22']) {
      expect(before[code], code).to.include.members(['unfair-competition-law-2019/8', 'unfair-competition-law-2019/20'])
      expect(after[code], code).to.include.members(['unfair-competition-law-2025/9', 'unfair-competition-law-2025/25'])
      expect(instruments(before[code]!), code).to.not.include('unfair-competition-law-2025')
      expect(instruments(after[code]!), code).to.not.include('unfair-competition-law-2019')
    }
    expect(before['DS-20']).to.deep.equal(['unfair-competition-law-2019/10', 'unfair-competition-law-2019/22'])
    expect(after['DS-20']).to.deep.equal(['unfair-competition-law-2025/11', 'unfair-competition-law-2025/27'])
  })

  it('says of a prize of 2025-10-14 that its law is to be confirmed, and counts it from 2025-10-15', () => {
    const prize = (date: string) => of('DS-20', { text: BROCHURE, date })!.unscored
    expect([prize('2025-10-14'), prize('2025-10-15')]).to.deep.equal(['to_be_confirmed', undefined])
  })

  for (const [id, { hits }] of examples) {
    const rule = shipped.rulebook.rules.find((one) => one.id === id)!
    if (!rule.basis.some((entry) => entry.id === 'unfair-competition-law-2025/9')) continue
    it(`in every rule on false publicity: ${rule.code}`, () => {
      const on = (date: string) => instruments(said(rule.code, { ...hits[0]!, date }))
      expect(on('2025-10-14')).to.include('unfair-competition-law-2019').and.not.include('unfair-competition-law-2025')
      expect(on('2025-10-15')).to.include('unfair-competition-law-2025').and.not.include('unfair-competition-law-2019')
    })
  }

  // For a repeated report the measures of 2020 had no provision: before 2026-04-15 it is handled by the rules of procedure alone.
  const PROCEDURE: Record<string, [old: string, now: string]> = {
    'PX-01': ['complaint-measures-2020/7', 'complaint-measures-2026/9'],
    'PX-02': ['complaint-measures-2020/9', 'complaint-measures-2026/10'],
    'PX-03': ['complaint-measures-2020/15.3', 'complaint-measures-2026/16.3'],
    'PX-04': ['complaint-measures-2020/15.2', 'complaint-measures-2026/16.2'],
    'PX-05': ['penalty-procedure-rules/18', 'complaint-measures-2026/35'],
    'PX-06': ['complaint-measures-2020/15.3', 'complaint-measures-2026/17'],
  }
  for (const [code, [old, now]] of Object.entries(PROCEDURE)) {
    it(`cites 令20 on 2026-04-14 and 令121 on 2026-04-15: ${code}`, () => {
      const rule = shipped.rulebook.rules.find((one) => one.code === code)!
      const hit = examples.get(rule.id)!.hits[0]!
      const [before, after] = [said(code, { ...hit, date: '2026-04-14' }), said(code, { ...hit, date: '2026-04-15' })]
      expect(before).to.include(old)
      expect(instruments(before)).to.not.include('complaint-measures-2026')
      expect(after).to.include(now)
      expect(instruments(after)).to.not.include('complaint-measures-2020')
    })
  }
})

describe('the same paper from another body', () => {
  const codes = (entity: Paper['entity']) => [
    ...new Set(
      findings({ text: OFFER, kind: 'marketing', date: '2026-05-06', ...(entity && { entity }) }).map((f) => f.code),
    ),
  ]

  it('meets the caps on prepayment when it is a care institution, which may not run tours', () => {
    expect(codes('care_institution')).to.include.members(['PF-01', 'PF-02', 'DS-03']).and.not.include('PF-11')
  })

  it('is a prepayment taken by no institution when it is a travel agency, which may run tours', () => {
    expect(codes('travel_agency')).to.include('PF-11')
    for (const code of ['PF-01', 'PF-02', 'DS-03']) expect(codes('travel_agency')).to.not.include(code)
  })

  it('shows the caps on condition while the body is not known, and counts none', () => {
    const capped = findings({ text: OFFER, kind: 'marketing', date: '2026-05-06' }).filter(({ code }) =>
      /PF-0[12]/.test(code),
    )
    expect(capped.map(({ unscored }) => unscored)).to.deep.equal(['conditional', 'conditional'])
    for (const { basis } of capped) expect(basis[0]!.condition).to.equal('若属养老机构 / if a care institution')
  })
})

describe('the same claim by another channel', () => {
  const by = (channel: Paper['channel']) => cites({ text: CLAIM, date: '2026-05-06', ...(channel && { channel }) })

  it('breaches 广告法 in a flyer, with its penalty', () => {
    expect(by('print')['FA-02']).to.include.members(['advertising-law/9.2', 'advertising-law/57'])
    expect(by('print')['FA-01']).to.include.members(['advertising-law/9.3', 'advertising-law/57'])
    expect(by('print')['FA-02']).to.not.include('unfair-competition-law-2025/25')
  })

  it('breaches 反不正当竞争法 and 消费者权益保护法 in a seminar script, and never 广告法', () => {
    for (const code of ['FA-01', 'FA-02']) {
      expect(by('seminar')[code]).to.include.members([
        'unfair-competition-law-2025/9',
        'unfair-competition-law-2025/25',
        'consumer-law/20',
      ])
      expect(instruments(by('seminar')[code]!)).to.not.include('advertising-law')
    }
  })

  it('shows both penalties on condition while the channel is not known', () => {
    const { basis } = of('FA-02', { text: CLAIM, date: '2026-05-06' })!
    const condition = (id: string) => basis.find((one) => one.id === id)!.condition
    expect(condition('advertising-law/57')).to.equal('若属广告 / if an advertisement')
    expect(condition('unfair-competition-law-2025/25')).to.include('非广告')
  })
})

describe('the caps of Beijing', () => {
  const offer = (region: string, date = '2026-06-01'): Finding[] =>
    findings({
      text: '入住老人须一次性预付24个月养老服务费。',
      kind: 'contract',
      entity: 'care_institution',
      region,
      date,
    })
  const byCode = (all: Finding[]) => Object.fromEntries(all.map((finding) => [finding.code, finding]))

  it('go before the national ones, which are shown with them and not counted twice', () => {
    const { 'PF-01': national, 'PF-03': local } = byCode(offer('110105'))
    expect(local!.unscored).to.equal(undefined)
    expect(national).to.include({ overriddenBy: 'PF-03', unscored: 'overridden' })
  })

  it('are marked as read at second hand, and rest on the national guidance that lets provinces be stricter', () => {
    const { basis } = byCode(offer('110105'))['PF-03']!
    expect(basis.filter(({ role }) => role === 'violates').map(({ id, confidence }) => [id, confidence])).to.deep.equal(
      [['beijing-prepaid-care/care-fee-cap', 'V*']],
    )
    expect(basis.find(({ id }) => id === 'prepaid-care-guidance/provincial')!.confidence).to.equal('V*')
  })

  it('count a deposit by the whole monthly fee, the national cap by the bed fee', () => {
    const codes = (text: string) =>
      findings({ text, kind: 'contract', entity: 'care_institution', region: '110105', date: '2026-06-01' }).map(
        (f) => f.code,
      )
    expect(codes('入住养老院须交押金，押金为月养老服务费的6倍。')).to.include('PF-12').and.not.include('PF-02')
    expect(codes('入住养老院须交押金，押金为月床位费的6倍。')).to.not.include('PF-12')
    expect(codes('入住养老院须交押金，押金为月床位费的15倍。')).to.include('PF-02').and.not.include('PF-12')
  })

  it('leave the national one alone before they were issued, and elsewhere', () => {
    for (const all of [offer('110105', '2026-03-18'), offer('210200')]) {
      expect(byCode(all)).to.have.property('PF-01').that.does.not.have.property('overriddenBy')
      expect(byCode(all)).to.not.have.property('PF-03')
    }
  })
})

function findings(paper: Paper): Finding[] {
  return assess({ kind: 'marketing', ...paper }, paper.date ?? TODAY, shipped).findings
}

function of(code: string, paper: Paper): Finding | undefined {
  return findings(paper).find((finding) => finding.code === code)
}

function cites(paper: Paper): Record<string, string[]> {
  return Object.fromEntries(findings(paper).map(({ code, basis }) => [code, ids(basis)]))
}

/** Everything a rule cites for a paper, as finding or as hint. */
function said(code: string, paper: Paper): string[] {
  const { findings, procedure } = assess(paper, paper.date ?? TODAY, shipped)
  const own = [...findings, ...procedure].filter((one) => one.code === code)
  return own.flatMap(({ basis }) => ids(basis))
}

function ids(basis: readonly CitedBasis[]): string[] {
  return basis.map(({ id }) => id)
}

function instruments(cited: readonly string[]): string[] {
  return [...new Set(cited.map((id) => id.split('/')[0]!))]
}
