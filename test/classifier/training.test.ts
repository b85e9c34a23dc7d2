import { expect } from 'chai'
import { probabilityOf } from '../../src/classifier/calibration.ts'
import { crossValidate } from '../../src/classifier/training/cross-validate.ts'
import type { Example } from '../../src/classifier/training/example.ts'
import { brier, confusion, expectedCalibrationError, f1, reliability } from '../../src/classifier/training/measure.ts'
import { trainNbSvm } from '../../src/classifier/training/nb-svm.ts'
import { nearDuplicates } from '../../src/classifier/training/near-duplicates.ts'
import { fitPlatt } from '../../src/classifier/training/platt.ts'
import { qualityOf } from '../../src/classifier/training/report.ts'
import { marginOf, mulberry32, type Plane, trainSvm } from '../../src/classifier/training/svm.ts'
import { learnMean, trainModel } from '../../src/classifier/training/train-model.ts'
import type { Vector } from '../../src/classifier/training/vectors.ts'
import { CATEGORIES } from '../../src/core/document.ts'
import { papersAtRandom } from '../support/papers-at-random.ts'

describe('The support vector machine', () => {
  it('finds the plane that slow descent on the loss itself finds', () => {
    const random = mulberry32(5)
    const vectors: Vector[] = Array.from({ length: 60 }, () => {
      const values = Float32Array.from({ length: 4 }, () => random() * 2 - 1)
      return { terms: Int32Array.from([0, 1, 2, 3]), values }
    })
    const positive = vectors.map(({ values }) => values[0]! + 0.5 * values[1]! - values[2]! + 0.3 * random() > 0.2)
    const costs = vectors.map((_, i) => (i % 3 === 0 ? 2 : 1))
    const fast = trainSvm(vectors, positive, costs, 4, { epochs: 2000 })
    const slow = descend(vectors, positive, costs, 4)
    expect(fast.bias).to.be.closeTo(slow.bias, 0.01)
    for (let i = 0; i < 4; i++) expect(fast.weights[i]).to.be.closeTo(slow.weights[i]!, 0.01)
  })

  /** Plain gradient descent on `|w|²/2 + Σ cost × max(0, 1 − y m)²`, the bias being a weight like the others. */
  function descend(vectors: Vector[], positive: boolean[], costs: number[], size: number): Plane {
    const plane: Plane = { weights: new Float32Array(size), bias: 0 }
    for (let step = 0; step < 20_000; step++) {
      const slope = Float64Array.from(plane.weights)
      let slopeOfBias = plane.bias
      for (const [i, vector] of vectors.entries()) {
        const y = positive[i] ? 1 : -1
        const short = 1 - y * marginOf(plane, vector)
        if (short <= 0) continue
        for (const [k, term] of vector.terms.entries()) slope[term]! -= 2 * costs[i]! * short * y * vector.values[k]!
        slopeOfBias -= 2 * costs[i]! * short * y
      }
      for (let k = 0; k < size; k++) plane.weights[k]! -= 0.002 * slope[k]!
      plane.bias -= 0.002 * slopeOfBias
    }
    return plane
  }
})

describe('The machine scaled by naive Bayes ratios', () => {
  const vector = (...terms: number[]): Vector => ({
    terms: Int32Array.from(terms),
    values: Float32Array.from(terms, () => 0.6),
  })
  // Term 0 stands in three yes and one no, term 1 in one yes and three no, term 2 in two of each.
  const vectors = [vector(0, 2), vector(0, 1), vector(0, 2), vector(0, 1, 2), vector(1, 2), vector(1)]
  const positive = [true, true, true, false, false, false]
  const costs = vectors.map(() => 1)
  // With 0.5 added: yes 3.5, 1.5, 2.5 of 7.5; no 1.5, 3.5, 2.5 of 7.5.
  const ratios = [Math.log(3.5 / 1.5), Math.log(1.5 / 3.5), 0]

  it('is the plain machine over terms scaled by hand, at 0.3 of the cost', () => {
    const scaled = vectors.map(({ terms, values }) => ({
      terms,
      values: values.map((value, k) => value * ratios[terms[k]!]!),
    }))
    const byHand = trainSvm(
      scaled,
      positive,
      costs.map((cost) => cost * 0.3),
      3,
    )
    const plane = trainNbSvm(vectors, positive, costs, 3)
    expect(plane.bias).to.be.closeTo(byHand.bias, 1e-4)
    for (const term of [0, 1, 2]) expect(plane.weights[term]).to.be.closeTo(byHand.weights[term]! * ratios[term]!, 1e-4)
  })

  it('gives no weight to a term that stands alike on both sides', () => {
    const { weights } = trainNbSvm(vectors, positive, costs, 3)
    expect(weights[2]).to.equal(0)
    expect(weights[0]).to.be.above(0)
    expect(weights[1]).to.be.below(0)
  })

  it('and the plain one say together the mean of what they say alone', () => {
    const both = learnMean(vectors, positive, costs, 3)
    const alone = [trainSvm(vectors, positive, costs, 3), trainNbSvm(vectors, positive, costs, 3)]
    for (const one of vectors) {
      const [plain, scaled] = alone.map((plane) => marginOf(plane, one))
      expect(marginOf(both, one)).to.be.closeTo((plain! + scaled!) / 2, 1e-5)
    }
  })
})

describe('Calibration', () => {
  it('finds the slope and the shift that the answers were drawn from', () => {
    const random = mulberry32(9)
    const margins = Array.from({ length: 20_000 }, () => random() * 6 - 3)
    const so = margins.map((margin) => random() < probabilityOf(margin, { slope: -1.7, shift: 0.4 }))
    const { slope, shift } = fitPlatt(margins, so)
    expect(slope).to.be.closeTo(-1.7, 0.06)
    expect(shift).to.be.closeTo(0.4, 0.06)
  })
})

describe('Measures worked by hand', () => {
  it('F1 of two right, one wrong, one missed is 4/6', () => {
    const counts = confusion([true, true, true, false, false], [true, true, false, true, false])
    expect(counts).to.deep.equal({ truePositive: 2, falsePositive: 1, falseNegative: 1, trueNegative: 1 })
    expect(f1(counts)).to.be.closeTo(4 / 6, 1e-12)
  })

  it('the calibration error is the mean gap by bin: (|0.95 − 1| × 2 + |0.15 − 0.5| × 2) / 4 = 0.2', () => {
    const bins = reliability([0.94, 0.96, 0.1, 0.2 - 1e-9], [true, true, false, true])
    expect(expectedCalibrationError(bins)).to.be.closeTo(0.2, 1e-6)
  })

  it('the Brier score of 0.9 for yes and 0.3 for no is (0.01 + 0.09) / 2', () => {
    expect(brier([0.9, 0.3], [true, false])).to.be.closeTo(0.05, 1e-12)
  })

  it('lawful papers flagged are counted once, whatever the label', () => {
    const quality = qualityOf([
      { labels: ['illegal_fundraising', 'deceptive_sales'], so: [] },
      { labels: [], so: [] },
      { labels: ['deceptive_sales'], so: ['deceptive_sales'] },
    ])
    expect([quality.lawful, quality.lawfulFlagged]).to.deep.equal([2, 1])
    expect(quality.byLabel.deceptive_sales.f1).to.be.closeTo(2 / 3, 1e-4)
    expect(quality.macroF1).to.be.closeTo(2 / 9, 1e-4)
  })
})

describe('Near duplicates', () => {
  it('are told with the share of 5-grams both have, and others are not', () => {
    const pairs = nearDuplicates([
      { id: 'a', text: '海南过冬旅居房一人一间' },
      { id: 'b', text: '海南过冬旅居房一人 一间' },
      { id: 'c', text: '完全不同的另一段话写在这里' },
    ])
    expect(pairs).to.deep.equal([{ a: 'a', b: 'b', share: 1 }])
  })
})

describe('Cross-validation by author', () => {
  // Each author has a word of its own for unlawful papers and one for lawful ones: nobody else can have learnt them.
  const examples: Example[] = papersAtRandom(96, 11).map((text, i) => {
    const author = (i >> 1) % 6
    const isUnlawful = i % 2 === 0
    const word = (isUnlawful ? '甲乙丙丁戊己' : '子丑寅卯辰巳')[author]!
    return {
      id: `p${i}`,
      batch: `author-${author}`,
      text: `${text}，${word.repeat(3)}`,
      labels: isUnlawful ? ['deceptive_sales'] : [],
      weight: 1,
    }
  })

  it('judges a paper only by what other authors wrote', () => {
    const { held } = trainModel(examples)
    const said = held.map(({ probabilities, example }) => ({
      labels: probabilities.deceptive_sales >= 0.5 ? (['deceptive_sales'] as const) : [],
      so: example.labels,
    }))
    // With the author's own papers it would be 1; the rest of each text is drawn at random.
    expect(qualityOf(said).byLabel.deceptive_sales.f1).to.be.below(0.75)
  })

  it('the same papers in give the same model out', () => {
    expect(trainModel(examples).model).to.deep.equal(trainModel(examples).model)
  })

  it('every paper is judged once', () => {
    const held = crossValidate(examples, (vectors, positive, costs, size) => trainSvm(vectors, positive, costs, size))
    expect(held.map(({ example }) => example.id)).to.deep.equal(examples.map(({ id }) => id))
    for (const { probabilities } of held)
      for (const value of Object.values(probabilities)) expect(value).to.be.within(0, 1)
  })

  it('gives each passage what it would be given as a paper of its own', () => {
    const [first, second] = papersAtRandom(2, 91).map((text) => `${text.replace(/[。！？；!?;\n]/g, '，').repeat(3)}。`)
    const of = (id: string, text: string): Example => ({ id, batch: 'author-0', text, labels: [], weight: 1 })
    const papers = [of('both', `${first}${second}`), of('first', first!), of('second', second!)]
    const held = crossValidate([...examples, ...papers], learnMean).slice(-3)
    expect(held[0]!.byPassage.map(({ start, end }) => [start, end])).to.deep.equal([
      [0, first!.length],
      [first!.length, first!.length + second!.length],
    ])
    for (const [i, { probabilities }] of held[0]!.byPassage.entries())
      for (const label of CATEGORIES)
        expect(probabilities[label]).to.be.closeTo(held[i + 1]!.probabilities[label], 1e-9)
    expect(held[1]!.byPassage, 'one passage is the whole').to.deep.equal([])
  })
})
