import { expect } from 'chai'
import fc from 'fast-check'
import type { Finding } from '../../../src/core/check/finding.ts'
import type { Scoring } from '../../../src/core/check/rule.ts'
import { assess } from '../../../src/core/pipeline.ts'
import { score } from '../../../src/core/score/score.ts'
import { shipped } from '../../support/rulebook.ts'

/** Severity 2 counts 0.56, severity 3 0.76; the sums below are worked by hand from these. */
const scoring: Scoring = {
  ...shipped.rulebook.scoring,
  severityPoints: { 1: 0.2, 2: 0.56, 3: 0.76, 4: 0.92 },
  sameWordsFactor: 0,
}
const SENT = { genre: 'other', kindGiven: true, marked: [] } as const

type Place = [start: number, end: number]

/** A finding that quotes from the first place to the last but for `beyond`, which it needs and does not quote. */
function on(code: string, severity: Finding['severity'], places: Place[], beyond: Place[] = []): Finding {
  const start = Math.min(...places.map(([from]) => from))
  const end = Math.max(...places.map(([, to]) => to))
  const elements = [...places, ...beyond].map(([from, to], i) => ({
    element: `e${i}`,
    start: from,
    end: to,
    quote: '字'.repeat(to - from),
  }))
  return {
    rule: `test/${code.toLowerCase()}`,
    code,
    category: 'deceptive_sales',
    severity,
    confidence: 1,
    start,
    end,
    quote: '字'.repeat(end - start),
    frame: 'seller',
    basis: [],
    message: { zh: '', en: '' },
    elements,
  }
}

const scoreOf = (findings: Finding[], by = scoring) => score(findings, [], SENT, by)
const reasonOf = (findings: Finding[], code: string) => scoreOf(findings).reasons.find(({ source }) => source === code)!

describe('findings on the same words', () => {
  it('count once, as the strongest does, however many rules name them', () => {
    const all = [on('TT-01', 3, [[0, 4]]), on('TT-02', 2, [[0, 4]]), on('TT-03', 2, [[1, 3]])]
    expect(scoreOf(all).scores.deceptive_sales).to.equal(0.76)
    expect(reasonOf(all, 'TT-02')).to.deep.equal({
      category: 'deceptive_sales',
      source: 'TT-02',
      points: 0,
      restsOn: { code: 'TT-01', share: 1 },
    })
    expect(reasonOf(all, 'TT-01')).to.not.have.property('restsOn')
  })

  it('count by the share of their elements that is new', () => {
    // One element of two is new: 0.56 × 1/2 = 0.28, and 1 − 0.24 × 0.72 = 0.8272.
    const all = [
      on('TT-01', 3, [[0, 4]]),
      on('TT-02', 2, [
        [0, 4],
        [6, 8],
      ]),
    ]
    expect(reasonOf(all, 'TT-02')).to.deep.include({ points: 0.28, restsOn: { code: 'TT-01', share: 0.5 } })
    expect(scoreOf(all).scores.deceptive_sales).to.equal(0.8272)
  })

  it('weigh each element alike, a word as a whole sentence, and half an element as half', () => {
    // Of the first element nothing is new, of the second three characters of four: (0 + 3/4) / 2 = 0.375; 0.56 × 0.375 = 0.21.
    const all = [
      on('TT-01', 3, [[0, 31]]),
      on('TT-02', 2, [
        [0, 30],
        [30, 34],
      ]),
    ]
    expect(reasonOf(all, 'TT-02')).to.deep.include({ points: 0.21, restsOn: { code: 'TT-01', share: 0.625 } })
  })

  it('name the rule that most of the words were counted for', () => {
    const all = [
      on('TT-01', 4, [[0, 2]]),
      on('TT-02', 3, [[2, 8]]),
      on('TT-03', 2, [
        [0, 2],
        [2, 8],
      ]),
    ]
    expect(reasonOf(all, 'TT-03').restsOn).to.deep.equal({ code: 'TT-02', share: 1 })
  })

  it('are independent where only a word outside both quotations is shared', () => {
    const all = [on('TT-01', 3, [[0, 4]], [[20, 22]]), on('TT-02', 2, [[10, 14]], [[20, 22]])]
    // 1 − 0.24 × 0.44
    expect(scoreOf(all).scores.deceptive_sales).to.equal(0.8944)
  })

  it('count in full where something is absent: it has no words', () => {
    const absent = { ...on('TT-02', 2, [[0, 4]]), start: 0, end: 0, quote: '' }
    expect(scoreOf([on('TT-01', 3, [[0, 4]]), absent]).scores.deceptive_sales).to.equal(0.8944)
  })

  it('lose nothing to one that does not count, nor to one of another category', () => {
    const second = on('TT-02', 2, [[0, 4]])
    for (const first of [
      { ...on('TT-01', 4, [[0, 4]]), unscored: 'trial' as const },
      { ...on('TT-01', 4, [[0, 4]]), category: 'false_advertising' as const },
    ])
      expect(reasonOf([first, second], 'TT-02')).to.deep.equal({
        category: 'deceptive_sales',
        source: 'TT-02',
        points: 0.56,
      })
  })

  it('still raise the band cap and stay in the explanation', () => {
    const grave = { ...on('TT-02', 4, [[0, 4]]), confidence: 0.5 }
    const all = [on('TT-01', 3, [[0, 4]]), on('TT-03', 3, [[9, 12]]), grave]
    expect(scoreOf(all).reasons).to.have.length(3)
    expect(scoreOf(all).band).to.equal('red')
  })

  it('count in full in versions of before, which say nothing of it', () => {
    const { sameWordsFactor: _, ...before } = scoring
    const { scores, reasons } = scoreOf([on('TT-01', 3, [[0, 4]]), on('TT-02', 2, [[0, 4]])], before)
    expect(scores.deceptive_sales).to.equal(0.8944)
    expect(reasons[1]).to.not.have.property('restsOn')
  })

  it('count as much as the version says', () => {
    // 0.56 × 0.25 = 0.14; 1 − 0.24 × 0.86
    const by = { ...scoring, sameWordsFactor: 0.25 }
    expect(scoreOf([on('TT-01', 3, [[0, 4]]), on('TT-02', 2, [[0, 4]])], by).scores.deceptive_sales).to.equal(0.7936)
  })

  it('are one reason under the shipped rulebook: a deposit kept, which many rules name, is as sure as the surest of them', () => {
    const text = '入住本基地须交押金，中途退住的，押金一律不退。'
    const { findings, reasons, scores, labels } = assess({ text, kind: 'complaint' }, '2026-05-01', shipped)
    const strongest = Math.max(
      ...findings.map((one) => scoreOf([one], shipped.rulebook.scoring).scores.deceptive_sales),
    )
    expect(findings.length).to.be.at.least(3)
    expect(reasons.filter(({ points }) => points > 0)).to.have.length(1)
    expect(scores.deceptive_sales).to.equal(strongest)
    expect(labels).to.deep.equal(['deceptive_sales'])
  })

  it('never count for less than the strongest of them nor for more than if each stood by itself, in whatever order they come', () => {
    const place = fc
      .tuple(fc.nat(20), fc.integer({ min: 1, max: 6 }))
      .map(([start, length]): Place => [start, start + length])
    const some = fc.array(
      fc.tuple(fc.constantFrom<Finding['severity']>(1, 2, 3, 4), fc.array(place, { minLength: 1, maxLength: 3 })),
      { minLength: 1, maxLength: 8 },
    )
    fc.assert(
      fc.property(some, (drawn) => {
        // No two are worth the same: of equals the first is counted.
        const findings = drawn.map(([severity, places], i) => ({
          ...on(`TT-${i}`, severity, places),
          confidence: 1 - i / 100,
        }))
        const { sameWordsFactor: _, ...apart } = scoring
        const now = scoreOf(findings).scores.deceptive_sales
        const strongest = Math.max(...findings.map((one) => scoreOf([one]).scores.deceptive_sales))
        expect(now).to.be.at.least(strongest)
        expect(now).to.be.at.most(scoreOf(findings, apart).scores.deceptive_sales)
        expect(scoreOf(findings.toReversed()).scores).to.deep.equal(scoreOf(findings).scores)
      }),
    )
  })
})
