import { expect } from 'chai'
import fc from 'fast-check'
import { readPaper } from '../../src/actions/imports/read-paper.ts'
import { checkAnswer } from '../../src/actions/papers/check-answer.ts'
import { groundOf } from '../../src/core/check/basis.ts'
import type { Circumstances } from '../../src/core/document.ts'
import { assess, type Paper } from '../../src/core/pipeline.ts'
import { problemOf } from '../support/problem-of.ts'
import { shipped } from '../support/rulebook.ts'

const DAY = 24 * 60 * 60 * 1000

/** Neither channel, nor body, nor region is known. */
const OPEN: Omit<Circumstances, 'date'> = {
  kind: 'unknown',
  dateAssumed: false,
  region: '000000',
  entity: 'unknown',
  channel: 'unknown',
}

const FUNDRAISING = '候鸟旅居养老卡一次交纳10万元，年化收益12%，到期返还本金，保本保息。'
const SOLD_OUT = '听潮湾旅居养老，已有12万名老人抢购，名额仅剩最后3席，全国第一品牌！'

describe('fundraising before the Regulation of 2021', () => {
  it('rests on the ban of 1998 to 2021-04-30, and raises its label', () => {
    const last = told({ text: FUNDRAISING, date: '2021-04-30' })
    expect(last['IF-01']!.ids).to.include('fundraising-ban-1998/4').and.not.include('fundraising-regulation/19.3')
    expect(told({ text: FUNDRAISING, date: '2021-05-01' })['IF-01']!.ids)
      .to.include('fundraising-regulation/19.3')
      .and.not.include('fundraising-ban-1998/4')
    expect(
      assess({ text: FUNDRAISING, kind: 'marketing', date: '2019-06-01' }, '2019-06-02', shipped).labels,
    ).to.include('illegal_fundraising')
  })

  it('cites the Criminal Law and the Interpretation of its day', () => {
    const cited = (date: string) => told({ text: FUNDRAISING, date })['IF-01']!.ids
    expect(cited('2021-02-28')).to.include.members(['criminal-law-1997/176', 'fundraising-interpretation-2010/1'])
    expect(cited('2021-03-01')).to.include('criminal-law/176').and.not.include('criminal-law-1997/176')
    expect(cited('2022-02-28')).to.include('fundraising-interpretation-2010/1')
    expect(cited('2022-03-01'))
      .to.include('fundraising-interpretation/1')
      .and.not.include('fundraising-interpretation-2010/1')
  })

  it('has no article on record before 1998-07-13 and the Criminal Law of 1997, and says so', () => {
    const { findings, withoutLaw } = assess(
      { text: FUNDRAISING, kind: 'marketing', date: '1997-09-30' },
      '1997-10-01',
      shipped,
    )
    expect(findings.map(({ code }) => code)).to.not.include('IF-01')
    const missing = withoutLaw.find(({ code }) => code === 'IF-01')!
    expect(FUNDRAISING.slice(missing.start, missing.end)).to.equal(missing.quote)
  })
})

describe('advertising and consumer law before today’s texts', () => {
  it('cites 广告法 of 1994 to 2015-08-31 and its penalties by their numbers of the day', () => {
    const cited = (date: string) => told({ text: SOLD_OUT, date, channel: 'print' })['FA-01']!.ids
    expect(cited('2015-08-31')).to.include.members(['advertising-law-1994/7.3', 'advertising-law-1994/39'])
    expect(cited('2015-09-01')).to.include.members(['advertising-law/9.3', 'advertising-law-2015/57'])
    expect(cited('2021-04-28')).to.include('advertising-law-2015/57').and.not.include('advertising-law/57')
    expect(cited('2021-04-29')).to.include('advertising-law/57').and.not.include('advertising-law-2015/57')
  })

  it('cites 消费者权益保护法 of 1993 to 2014-03-14, and counts nothing that rests on it alone', () => {
    const before = told({ text: SOLD_OUT, date: '2014-03-14' })['FA-01']!
    expect(before.ids).to.include('consumer-law-1993/19')
    expect(before.unscored).to.equal('to_be_confirmed')
    expect(told({ text: SOLD_OUT, date: '2014-03-15' })['FA-01']!.unscored).to.equal(undefined)
  })

  it('lists a rule whose law had not begun, and passes over one that does not bind the body at all', () => {
    const text = '入住须一次性预付24个月养老服务费。'
    const missing = (paper: Partial<Paper>) =>
      assess({ text, kind: 'contract', ...paper }, '2026-01-01', shipped).withoutLaw.map(({ code }) => code)
    expect(missing({ date: '2024-09-30', entity: 'care_institution' })).to.include('PF-01')
    expect(missing({ date: '2024-10-01', entity: 'care_institution' })).to.not.include('PF-01')
    expect(missing({ date: '2024-09-30', entity: 'hotel' })).to.not.include('PF-01')
  })

  it('composes nothing of a rule without law', () => {
    const paper: Paper = { text: `公开推介会，面向社会招募。${FUNDRAISING}`, kind: 'marketing', date: '1990-01-01' }
    const { findings, labels } = assess(paper, '1990-01-02', shipped)
    expect([findings, labels]).to.deep.equal([[], []])
  })
})

describe('whatever the days', () => {
  const day = fc
    .integer({ min: Date.UTC(1990, 0, 1) / DAY, max: Date.UTC(2032, 0, 1) / DAY })
    .map((number) => new Date(number * DAY).toISOString().slice(0, 10))

  it('a rule cites only what stood while the conduct lasted, and later law apart from it', () => {
    fc.assert(
      fc.property(day, day, day, fc.constantFrom(...shipped.rulebook.rules), (one, other, receivedOn, rule) => {
        const [date, until] = one <= other ? [one, other] : [other, one]
        for (const last of [date, until]) {
          const ground = groundOf(
            rule,
            { ...OPEN, date, receivedOn, ...(last > date && { until: last }) },
            shipped.rulebook.basis,
          )
          if (!('footing' in ground)) continue
          const { basis, choice } = ground.footing
          for (const { in_force, version } of basis) {
            const [from, to] = in_force
            expect(from <= last && (to === null || to >= date)).to.equal(true)
            expect(version === undefined).to.equal(from <= date && (to === null || to >= last))
          }
          for (const { in_force, version } of choice?.successors ?? []) {
            expect(in_force[0] > date && in_force[0] <= receivedOn && version === 'new').to.equal(true)
          }
          expect(choice?.because === 'conduct_spans_change').to.equal(
            basis.some(({ version }) => version !== undefined),
          )
        }
      }),
      { numRuns: 500 },
    )
  })
})

describe('conduct over a change of law, as it comes from outside', () => {
  const answer = (fields: Record<string, unknown>, receivedOn = '2025-12-20') => {
    const { id, paper } = readPaper({ id: 'x', text: SOLD_OUT, kind: 'marketing', channel: 'seminar', ...fields })
    const { findings } = checkAnswer(id, assess(paper, receivedOn, shipped))
    return findings.find(({ code }) => code === 'FA-22')!
  }

  it('is given by date and until, and both versions are answered with amounts in yuan', () => {
    const { basis, choice } = answer({ date: '2025-09-01', until: '2025-12-01' })
    const versions = Object.fromEntries(basis.map(({ id, version }) => [id, version]))
    expect(versions).to.include({ 'unfair-competition-law-2019/20': 'old', 'unfair-competition-law-2025/25': 'new' })
    expect(versions['consumer-law/20']).to.equal(undefined)
    expect(choice).to.include({ because: 'conduct_spans_change', lighter: 'new' })
    const old = basis.find(({ id }) => id === 'unfair-competition-law-2019/20')!
    expect(old.penalty).to.include({ floor: 200_000, cap: 1_000_000 })
  })

  it('of one day and received after it rests on the law of that day, the later one standing apart', () => {
    const { basis, choice } = answer({ date: '2025-09-01' }, '2025-11-01')
    expect(
      basis.every(({ in_force: [from, to] }) => from <= '2025-09-01' && (to === null || to >= '2025-09-01')),
    ).to.equal(true)
    expect(choice).to.include({ because: 'decided_after_change', lighter: 'new' })
    expect(choice!.successors.map(({ id }) => id)).to.include('unfair-competition-law-2025/25')
  })

  it('is refused when it ends before it begins, or has no beginning', async () => {
    for (const fields of [
      { date: '2025-09-02', until: '2025-09-01' },
      { until: '2025-09-01' },
      { date: '2025-09-01', until: 'soon' },
    ]) {
      expect((await problemOf(Promise.resolve().then(() => answer(fields)))).code).to.equal('request.malformed')
    }
  })
})

function told(paper: Paper) {
  const { findings } = assess({ kind: 'marketing', ...paper }, paper.date!, shipped)
  return Object.fromEntries(
    findings.map(({ code, basis, unscored }) => [code, { ids: basis.map(({ id }) => id), unscored }]),
  )
}
