import { expect } from 'chai'
import type { LabelledPaper } from '../../src/classifier/training/corpus.ts'
import { calibrate, type HeldOut } from '../../src/classifier/training/cross-validate.ts'
import type { Example } from '../../src/classifier/training/example.ts'
import { modelMetrics } from '../../src/classifier/training/model-metrics.ts'
import { trainAll } from '../../src/classifier/training/train-all.ts'
import { learnMean } from '../../src/classifier/training/train-model.ts'
import type { Category } from '../../src/core/document.ts'
import { papersAtRandom } from '../support/papers-at-random.ts'

describe('A paper ruled on in one category', () => {
  const corpus: Example[] = papersAtRandom(40, 31).map((text, i) => ({
    id: `p${i}`,
    batch: `author-${i % 4}`,
    text,
    labels: text.includes('返') ? ['illegal_fundraising'] : [],
    weight: 1,
  }))
  const taught: Example[] = papersAtRandom(10, 32).map((text, i) => ({
    id: `ruling-${i}`,
    batch: 'ruling-0',
    text,
    labels: i % 2 === 0 ? ['deceptive_sales'] : [],
    known: ['deceptive_sales'],
    weight: 1,
  }))

  it('is seen by the learner of that category alone', () => {
    const seen: number[] = []
    trainAll([...corpus, ...taught], (vectors, positive, costs, size) => {
      seen.push(vectors.length)
      return learnMean(vectors, positive, costs, size)
    })
    expect(seen.filter((count) => count === 50).length, 'deceptive sales').to.be.at.least(1)
    expect(seen.filter((count) => count === 40).length, 'the other two').to.equal(2)
  })

  it('moves the calibration of that category alone', () => {
    const heldOut = (example: Example, margin: number): HeldOut => ({
      example,
      margins: { illegal_fundraising: margin, deceptive_sales: margin, false_advertising: margin },
      passages: { illegal_fundraising: margin, deceptive_sales: margin, false_advertising: margin },
      subjectMargin: 0,
      parts: [],
      byPassage: [],
      probabilities: { illegal_fundraising: 0, deceptive_sales: 0, false_advertising: 0 },
    })
    const without = corpus.map((example, i) => heldOut(example, (i % 7) - 3))
    const withRulings = [...without, ...taught.map((example) => heldOut(example, 2))]
    const before = calibrate(without).labels
    const after = calibrate(withRulings).labels
    expect(after.illegal_fundraising).to.deep.equal(before.illegal_fundraising)
    expect(after.false_advertising).to.deep.equal(before.false_advertising)
    expect(after.deceptive_sales).not.to.deep.equal(before.deceptive_sales)
  })
})

describe('The figures kept with a model', () => {
  const LONG = '长'.repeat(130)
  const paper = (id: string, text: string, labels: Category[], disguised = false): LabelledPaper => ({
    id,
    batch: 'a',
    kind: 'marketing',
    labels,
    style: 'other',
    disguised,
    offTopic: false,
    text,
  })
  const papers = [
    paper('hit', '短', ['deceptive_sales']),
    paper('missed', LONG, ['deceptive_sales'], true),
    paper('flagged', '短', []),
    paper('quiet', LONG, []),
  ]
  const row = (example: Partial<Example> & { id: string }, probability: number): HeldOut => ({
    example: {
      batch: 'a',
      text: '',
      labels: papers.find(({ id }) => id === example.id)?.labels ?? [],
      weight: 1,
      ...example,
    },
    margins: { illegal_fundraising: 0, deceptive_sales: 0, false_advertising: 0 },
    passages: { illegal_fundraising: 0, deceptive_sales: 0, false_advertising: 0 },
    subjectMargin: 0,
    parts: [],
    byPassage: [],
    probabilities: { illegal_fundraising: 0, deceptive_sales: probability, false_advertising: 0 },
  })
  const known: Category[] = ['deceptive_sales']
  const metrics = modelMetrics(papers, [
    row({ id: 'hit' }, 0.9),
    row({ id: 'missed' }, 0.2),
    row({ id: 'flagged' }, 0.6),
    row({ id: 'quiet' }, 0.1),
    row({ id: 'elsewhere', offTopic: true }, 0.9),
    row({ id: 'ruling-1', labels: known, known }, 0.8),
    row({ id: 'ruling-2', labels: known, known }, 0.3),
    row({ id: 'ruling-3', labels: [], known }, 0.7),
  ])

  it('count the corpus by itself: one hit, one missed, one lawful paper of two flagged', () => {
    expect(metrics).to.include({ papers: 4, lawful: 2, lawfulFlagged: 1 })
    expect(metrics.byLabel.deceptive_sales).to.include({ precision: 0.5, recall: 0.5, f1: 0.5 })
    // (0.1² + 0.8² + 0.6² + 0.1²) / 4
    expect(metrics.byLabel.deceptive_sales.brier).to.be.closeTo(0.255, 1e-9)
  })

  it('are cut by kind, length and disguise', () => {
    expect(metrics.cuts.map(({ cut, papers, lawfulFlagged }) => [cut, papers, lawfulFlagged])).to.deep.equal([
      ['disguise: no', 3, 1],
      ['disguise: yes', 1, 0],
      ['kind: marketing', 4, 1],
      ['length: 120-399', 2, 0],
      ['length: <120', 2, 1],
    ])
  })

  it('tell apart what officers taught: of two that are so one was found, the one that is not was flagged', () => {
    expect(metrics.taught?.deceptive_sales).to.deep.equal({ yes: 2, found: 1, no: 1, flagged: 1 })
    expect(metrics.taught?.illegal_fundraising).to.deep.equal({ yes: 0, found: 0, no: 0, flagged: 0 })
  })
})
