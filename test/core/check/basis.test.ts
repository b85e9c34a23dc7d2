import { expect } from 'chai'
import { footing } from '../../../src/core/check/basis.ts'
import type { RuleBasis } from '../../../src/core/check/rule.ts'
import type { Channel, Circumstances, Entity } from '../../../src/core/document.ts'
import { assess } from '../../../src/core/pipeline.ts'
import { anArticle, aRule, shipped } from '../../support/rulebook.ts'

const AD: NonNullable<RuleBasis['channel']> = {
  group: 'advertisement',
  members: ['web', 'print'],
  condition: { zh: '若属广告', en: 'if an advertisement' },
}

function circumstances(over: Partial<Circumstances> = {}): Circumstances {
  return {
    kind: 'marketing',
    date: '2025-10-15',
    dateAssumed: false,
    region: '000000',
    entity: 'unknown',
    channel: 'unknown',
    ...over,
  }
}

const articles = {
  'old/8': anArticle({ id: 'old/8', to: '2025-10-14' }),
  'new/9': anArticle({ id: 'new/9', from: '2025-10-15' }),
  'ads/25': anArticle({ id: 'ads/25' }),
  'memory/1': anArticle({ id: 'memory/1', confidence: 'M' }),
}

const both: RuleBasis[] = [
  { id: 'old/8', role: 'violates' },
  { id: 'new/9', role: 'violates' },
]

function cited(basis: RuleBasis[], over: Partial<Circumstances> = {}) {
  return footing(aRule({ basis }), circumstances(over), articles)
}

describe('the basis of a finding', () => {
  it('is the law in force on the day, to the day', () => {
    expect(cited(both, { date: '2025-10-14' })!.basis.map(({ id }) => id)).to.deep.equal(['old/8'])
    expect(cited(both, { date: '2025-10-15' })!.basis.map(({ id }) => id)).to.deep.equal(['new/9'])
  })

  it('leaves a rule without ground where no law stood', () => {
    expect(cited([{ id: 'new/9', role: 'violates' }], { date: '2020-01-01' })).to.equal(undefined)
  })

  it('drops an advertising article for a seminar, keeps it for a flyer, and shows its condition while the channel is not known', () => {
    const basis: RuleBasis[] = [{ id: 'ads/25', role: 'violates', channel: AD }, ...both]
    const ids = (channel: Channel) => cited(basis, { channel })!.basis.map(({ id }) => id)
    expect(ids('seminar')).to.deep.equal(['new/9'])
    expect(ids('print')).to.deep.equal(['ads/25', 'new/9'])
    expect(cited(basis)!.basis[0]!.condition).to.equal('若属广告 / if an advertisement')
    expect(cited(basis)!.unscored).to.equal(undefined)
  })

  it('raises no label on conditional articles alone', () => {
    expect(cited([{ id: 'ads/25', role: 'violates', channel: AD }])!.unscored).to.equal('conditional')
  })

  it('raises no label on articles from memory alone', () => {
    expect(cited([{ id: 'memory/1', role: 'violates' }])!.unscored).to.equal('to_be_confirmed')
  })
})

describe('the shipped rules', () => {
  it('cite 反不正当竞争法 by its old articles to 2025-10-14 and by its new ones after', () => {
    const cites = (date: string) => idsOf('superlative', { text: '全国第一的旅居养老品牌', date })
    expect(cites('2025-10-14')).to.include('unfair-competition-law-2019/8')
    expect(cites('2025-10-14')).to.not.include('unfair-competition-law-2025/9')
    expect(cites('2025-10-15')).to.include('unfair-competition-law-2025/9')
    expect(cites('2025-10-15')).to.not.include('unfair-competition-law-2019/8')
  })

  it('cite 广告法 for a flyer and not for a seminar script', () => {
    const cites = (channel: Channel) => idsOf('superlative', { text: '全国第一的旅居养老品牌', channel })
    expect(cites('print')).to.include.members(['advertising-law/9.3', 'advertising-law/57'])
    expect(cites('seminar').filter((id) => id.startsWith('advertising-law'))).to.deep.equal([])
    expect(cites('seminar')).to.include('unfair-competition-law-2025/25')
  })

  it('bind care institutions alone by the caps on prepayment, and only while the guidance stands', () => {
    const text = '入住老人须一次性预付24个月养老服务费。'
    const fires = (entity: Entity, date: string) =>
      assess({ text, kind: 'contract', entity, date }, date, shipped).findings.some(({ code }) => code === 'PF-01')
    expect(fires('care_institution', '2024-10-01')).to.equal(true)
    expect(fires('care_institution', '2024-09-30')).to.equal(false)
    expect(fires('care_institution', '2029-09-30')).to.equal(true)
    expect(fires('care_institution', '2029-10-01')).to.equal(false)
    expect(fires('travel_agency', '2025-03-01')).to.equal(false)
  })
})

function idsOf(rule: string, paper: { text: string; date?: string; channel?: Channel }): string[] {
  const { findings } = assess({ kind: 'marketing', ...paper }, '2026-01-10', shipped)
  return findings.find((finding) => finding.rule === `marketing/${rule}`)!.basis.map(({ id }) => id)
}
