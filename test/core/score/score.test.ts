import { expect } from 'chai'
import type { Finding } from '../../../src/core/check/finding.ts'
import { fingerprint } from '../../../src/core/score/fingerprint.ts'
import { score } from '../../../src/core/score/score.ts'
import { shipped } from '../../support/rulebook.ts'

const { scoring } = shipped.rulebook

/** The sender said what it is. */
const SENT = { genre: 'other', kindGiven: true, marked: [] } as const

function aFinding(over: Partial<Finding> = {}): Finding {
  return {
    rule: 'test/rule',
    code: 'TT-01',
    category: 'illegal_fundraising',
    severity: 3,
    confidence: 1,
    start: 0,
    end: 2,
    quote: '保本',
    frame: 'seller',
    basis: [],
    message: { zh: '', en: '' },
    elements: [],
    ...over,
  }
}

describe('the score', () => {
  it('of nothing is nothing', () => {
    const { scores, band, labels } = score([], [], SENT, scoring)
    expect(Object.values(scores)).to.deep.equal([0, 0, 0])
    expect([band, labels]).to.deep.equal(['none', []])
  })

  it('grows with independent reasons and never passes 1', () => {
    const one = score([aFinding()], [], SENT, scoring).scores.illegal_fundraising
    const elsewhere = aFinding({ rule: 'test/other', start: 9, end: 11 })
    const two = score([aFinding(), elsewhere], [], SENT, scoring).scores.illegal_fundraising
    expect(one).to.be.closeTo(scoring.severityPoints[3], 1e-4)
    expect(two).to.be.closeTo(1 - (1 - one) ** 2, 1e-3)
    const many = Array.from({ length: 50 }, (_, i) =>
      aFinding({ rule: `test/${i}`, severity: 4, start: i * 9, end: i * 9 + 2 }),
    )
    expect(score(many, [], SENT, scoring).scores.illegal_fundraising).to.be.at.most(1)
  })

  it('takes as many findings as a long paper may have', () => {
    const finding = aFinding()
    const { band } = score(new Array(300_000).fill(finding), [], SENT, scoring)
    expect(band).to.equal('orange')
  })

  it('counts a repeat of the same rule for less', () => {
    const { reasons } = score([aFinding(), aFinding({ start: 9, end: 11 })], [], SENT, scoring)
    expect(reasons[1]).to.include({ lowered: 'repeat' })
    expect(reasons[1]!.points).to.be.closeTo(reasons[0]!.points * scoring.repeatFactor, 1e-3)
  })

  it('gives a finding without firm ground nothing', () => {
    const { scores, labels, reasons } = score([aFinding({ unscored: 'conditional' })], [], SENT, scoring)
    expect([scores.illegal_fundraising, labels]).to.deep.equal([0, []])
    expect(reasons[0]).to.include({ points: 0, lowered: 'conditional' })
  })

  it('is lowered for a warning that was only guessed to be one', () => {
    const guessed = score([aFinding()], [], { genre: 'warning', kindGiven: false, marked: [] }, scoring)
    expect(guessed.labels).to.deep.equal([])
    expect(score([aFinding()], [], SENT, scoring).labels).to.deep.equal(['illegal_fundraising'])
  })

  it('rises no higher than its gravest finding allows, however many there are', () => {
    const many = (severity: Finding['severity']) =>
      score(
        Array.from({ length: 20 }, (_, i) => aFinding({ rule: `test/${i}`, severity, start: i * 9, end: i * 9 + 2 })),
        [],
        SENT,
        scoring,
      )
    expect(([1, 2, 3, 4] as const).map((severity) => many(severity).band)).to.deep.equal([
      'blue',
      'yellow',
      'orange',
      'red',
    ])
    expect(many(2).labels).to.deep.equal(['illegal_fundraising'])
  })

  it('is not raised by a grave finding that counts for nothing', () => {
    const findings = [
      aFinding({ rule: 'test/grave', severity: 4, unscored: 'trial' }),
      ...Array.from({ length: 9 }, (_, i) =>
        aFinding({ rule: `test/${i}`, severity: 2, start: i * 9, end: i * 9 + 2 }),
      ),
    ]
    expect(score(findings, [], SENT, scoring).band).to.equal('yellow')
  })

  it('takes the worst category for the band of the paper', () => {
    const { bands, band } = score(
      [aFinding({ severity: 4 }), aFinding({ rule: 'test/other', category: 'deceptive_sales', severity: 1 })],
      [],
      SENT,
      scoring,
    )
    expect(bands.deceptive_sales).to.equal('blue')
    expect(band).to.equal('red')
  })
})

describe('the classifier beside the rules', () => {
  const signal = (probability: number, label: Finding['category'] = 'illegal_fundraising') => ({
    label,
    probability,
    spans: [],
  })

  it('alone may give a label, and no higher band than yellow however sure it is', () => {
    const sure = score([], [signal(1)], SENT, scoring)
    expect([sure.labels, sure.band]).to.deep.equal([['illegal_fundraising'], 'yellow'])
    expect(score([], [signal(0.3)], SENT, scoring).labels).to.deep.equal([])
  })

  it('that sees nothing leaves a finding the floor, and from its bound on all', () => {
    for (const severity of [2, 3, 4] as const) {
      const finding = aFinding({ severity, confidence: 1 })
      const full = scoring.severityPoints[severity]
      const pointsAt = (p: number) => score([finding], [signal(p)], SENT, scoring).reasons[0]!.points
      const { floor, until } = scoring.doubt
      expect(pointsAt(0)).to.be.closeTo(full * floor, 1e-3)
      expect(pointsAt(until / 2)).to.be.closeTo(full * (floor + (1 - floor) / 2), 1e-3)
      expect(pointsAt(until)).to.be.closeTo(full, 1e-3)
      expect(pointsAt(1)).to.be.closeTo(full, 1e-3)
      expect(score([finding], [signal(0)], SENT, scoring).reasons[0]).to.include({ lowered: 'signal' })
    }
  })

  it('leaves the findings of a few words alone', () => {
    const { fewest = 0 } = scoring.doubt
    expect(fewest).to.be.above(0)
    const of = (length: number) => score([aFinding()], [signal(0)], { ...SENT, length }, scoring).reasons[0]
    expect(of(fewest - 1)).to.deep.equal(score([aFinding()], [], SENT, scoring).reasons[0])
    expect(of(fewest)).to.include({ lowered: 'signal' })
  })

  it('leaves a grave finding blue, to be shown and watched, and a light one nothing', () => {
    const bandOf = (severity: Finding['severity']) =>
      score([aFinding({ severity, confidence: 0.9 })], [signal(0)], SENT, scoring)
    expect([bandOf(4), bandOf(3), bandOf(2)].map(({ band }) => band)).to.deep.equal(['blue', 'blue', 'none'])
    expect(bandOf(4).labels).to.deep.equal([])
  })

  it('leaves no warning blue for the words it warns of', () => {
    const warning = { genre: 'warning', kindGiven: false, marked: [] } as const
    expect(score([aFinding({ severity: 4, confidence: 0.9 })], [signal(0)], warning, scoring).band).to.equal('none')
  })

  it('lowers nothing where one passage by itself is beyond doubt: lawful copy around an offer makes it no better', () => {
    const finding = aFinding({ severity: 4, confidence: 0.9 })
    const beside = (probability: number) => [{ ...signal(0.01), passage: { start: 0, end: 9, probability } }]
    expect(score([finding], beside(scoring.doubt.passage!), SENT, scoring).labels).to.deep.equal([
      'illegal_fundraising',
    ])
    expect(score([finding], beside(scoring.doubt.passage! - 0.01), SENT, scoring).labels).to.deep.equal([])
    const alone = score([], beside(1), SENT, scoring)
    expect([alone.labels, alone.band]).to.deep.equal([[], 'blue'])
  })

  it('lowers no clause of a contract that by itself would be told: the rest of the contract takes nothing back', () => {
    const finding = aFinding({ severity: 3, confidence: 0.9, start: 10, end: 20 })
    const contract = { genre: 'contract', kindGiven: true, marked: [] } as const
    const labels = (start: number, end: number, probability: number, reading: Parameters<typeof score>[2] = contract) =>
      score([finding], [{ ...signal(0.01), passages: [{ start, end, probability }] }], reading, scoring).labels
    const clause = scoring.doubt.clause!
    expect(labels(5, 21, clause)).to.deep.equal(['illegal_fundraising'])
    expect(labels(10, 20, clause)).to.deep.equal(['illegal_fundraising'])
    expect(labels(5, 21, clause - 0.01)).to.deep.equal([])
    expect(labels(11, 30, 1), 'it begins in the clause before').to.deep.equal([])
    expect(labels(0, 19, 1), 'it ends in the next').to.deep.equal([])
    expect(labels(0, 10, 1), 'another clause').to.deep.equal([])
    expect(labels(20, 30, 1), 'the next clause').to.deep.equal([])
    expect(labels(5, 21, 1, { ...contract, genre: 'account' }), 'no contract').to.deep.equal([])
    const { clause: _, ...doubt } = scoring.doubt
    const before = { ...scoring, doubt }
    const passages = [{ start: 5, end: 21, probability: 1 }]
    const [kept] = score([finding], [{ ...signal(0.01), passages }], contract, scoring).reasons
    expect(kept).to.include({ kept: 'clause' })
    const [agreed] = score([finding], [{ ...signal(0.9), passages }], contract, scoring).reasons
    expect(agreed, 'nothing to keep it from').to.not.have.property('kept')
    expect(
      score([finding], [{ ...signal(0.01), passages }], contract, before).labels,
      'a version of before',
    ).to.deep.equal([])
  })

  it('may still give a label where a genre and a lawful mark both lower it: the lower factor counts, not both', () => {
    const marked = { genre: 'warning', kindGiven: true, marked: ['illegal_fundraising' as const] } as const
    const { labels, reasons } = score([], [signal(0.95)], marked, scoring)
    const factor = Math.min(scoring.signalGenreFactor!.warning!, scoring.lawfulMarks.factor)
    expect(reasons[0]!.points).to.be.closeTo(0.95 * scoring.signalFactor * factor, 1e-3)
    expect(labels).to.deep.equal(['illegal_fundraising'])
  })

  it('does not lower a rule that outranks it', () => {
    const finding = aFinding({ severity: 3, confidence: 0.9 })
    const outranking = { ...SENT, outranking: new Set([finding.rule]) }
    const before = score([finding], [], SENT, scoring)
    const after = score([finding], [signal(0)], outranking, scoring)
    expect(after.reasons[0]).to.deep.equal(before.reasons[0])
    expect([after.labels, after.band]).to.deep.equal([before.labels, before.band])
    expect(score([finding], [signal(0)], SENT, scoring).labels).to.deep.equal([])
  })

  it('speaks only of its own category', () => {
    const finding = aFinding({ severity: 2 })
    const other = score([finding], [signal(0, 'deceptive_sales')], SENT, scoring)
    expect(other.scores.illegal_fundraising).to.equal(score([finding], [], SENT, scoring).scores.illegal_fundraising)
  })

  it('is lowered where the whole reads as a warning or a policy paper', () => {
    for (const genre of ['warning', 'policy'] as const) {
      const { labels, reasons } = score([], [signal(0.7)], { genre, kindGiven: false, marked: [] }, scoring)
      expect(labels).to.deep.equal([])
      expect(reasons[0]!.points).to.be.closeTo(0.7 * scoring.signalFactor * scoring.signalGenreFactor![genre]!, 1e-3)
    }
  })

  it('is lowered with the findings by the genre against a kind the sender named, but not for a judgment', () => {
    const finding = aFinding({ severity: 3, confidence: 0.8 })
    const as = (genre: 'warning' | 'news' | 'judgment', probability: number) =>
      score([finding], [signal(probability)], { genre, kindGiven: true, marked: [] }, scoring).labels
    expect(as('warning', 0.05)).to.deep.equal([])
    expect(as('news', 0.05)).to.deep.equal([])
    expect(as('warning', 0.5)).to.deep.equal([])
    expect(as('judgment', 0.45)).to.deep.equal(['illegal_fundraising'])
  })

  it('counts less where it speaks alone and the words say that the paper is lawful', () => {
    const marked = { ...SENT, marked: ['illegal_fundraising' as const] }
    const { reasons, labels } = score([], [signal(0.7)], marked, scoring)
    expect(labels).to.deep.equal([])
    expect(reasons[0]).to.include({ lowered: 'lawful_mark' })
    expect(reasons[0]!.points).to.be.closeTo(0.7 * scoring.signalFactor * scoring.lawfulMarks.factor, 1e-3)
    expect(score([], [signal(0.7, 'deceptive_sales')], marked, scoring).labels).to.deep.equal(['deceptive_sales'])
    const withFinding = score([aFinding({ severity: 1 })], [signal(0.7)], marked, scoring)
    expect(withFinding.labels).to.deep.equal(['illegal_fundraising'])
  })

  it('the surer it is, the higher the score, never the lower', () => {
    const finding = aFinding({ severity: 2, confidence: 0.6 })
    const at = [0, 0.1, 0.2, 0.3, 0.5, 0.8, 1].map(
      (probability) => score([finding], [signal(probability)], SENT, scoring).scores.illegal_fundraising,
    )
    expect(at).to.deep.equal([...at].sort((a, b) => a - b))
  })
})

describe('the fingerprint', () => {
  it('is the same for the same copy in another layout', () => {
    expect(fingerprint('保本 保息！\n养老，卡')).to.equal(fingerprint('保本保息养老卡'))
    expect(fingerprint('保本')).to.not.equal(fingerprint('保息'))
  })
})
