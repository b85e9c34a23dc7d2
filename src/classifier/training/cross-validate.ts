import { CATEGORIES, type Category } from '../../core/document.ts'
import { type Calibration, probabilityOf } from '../calibration.ts'
import { fitPlatt } from './platt.ts'
import { marginOf, type Plane } from './svm.ts'
import { buildVocabulary, type Vector, vectorOf } from './vectors.ts'

/** A paper as training sees it. */
export interface Example {
  id: string
  batch: string
  /** Clean text. */
  text: string
  labels: readonly Category[]
  /** How much it counts, 1 as a rule. */
  weight: number
}

/** Trains one label against the rest. */
export type Learner = (
  vectors: readonly Vector[],
  positive: readonly boolean[],
  costs: readonly number[],
  size: number,
) => Plane

/** What models that never saw its author said of one paper. */
export interface HeldOut {
  example: Example
  margins: Record<Category, number>
  /** Calibrated on the margins of all other batches, never on its own. */
  probabilities: Record<Category, number>
}

/**
 * Cross-validation by author: each batch is judged by models whose vocabulary, weights and calibration come from the other batches alone.
 * `folds` groups of batches, dealt in order of name.
 */
export function crossValidate(examples: readonly Example[], learn: Learner, folds = 12): HeldOut[] {
  const batches = [...new Set(examples.map(({ batch }) => batch))].sort()
  const foldOf = new Map(batches.map((batch, index) => [batch, index % Math.min(folds, batches.length)]))
  const held: HeldOut[] = examples.map((example) => ({ example, margins: zero(), probabilities: zero() }))
  for (const fold of new Set(foldOf.values())) {
    const isOut = (example: Example) => foldOf.get(example.batch) === fold
    const seen = examples.filter((example) => !isOut(example))
    const planes = trainAll(seen, learn)
    for (const row of held) if (isOut(row.example)) row.margins = planes.margins(row.example.text)
  }
  for (const fold of new Set(foldOf.values())) {
    const others = held.filter(({ example }) => foldOf.get(example.batch) !== fold)
    const calibrations = calibrate(others)
    for (const row of held) {
      if (foldOf.get(row.example.batch) !== fold) continue
      for (const label of CATEGORIES) row.probabilities[label] = probabilityOf(row.margins[label], calibrations[label])
    }
  }
  return held
}

/** Calibrations of each label from margins of papers the models had not seen. */
export function calibrate(held: readonly HeldOut[]): Record<Category, Calibration> {
  const of = (label: Category) =>
    fitPlatt(
      held.map(({ margins }) => margins[label]),
      held.map(({ example }) => example.labels.includes(label)),
    )
  return {
    illegal_fundraising: of('illegal_fundraising'),
    deceptive_sales: of('deceptive_sales'),
    false_advertising: of('false_advertising'),
  }
}

/** Vocabulary and a plane for each label from these papers. */
export function trainAll(examples: readonly Example[], learn: Learner) {
  const vocabulary = buildVocabulary(examples.map(({ text }) => text))
  const vectors = examples.map(({ text }) => vectorOf(text, vocabulary))
  const planeOf = (label: Category) => {
    const positive = examples.map(({ labels }) => labels.includes(label))
    return learn(vectors, positive, costsOf(examples, positive), vocabulary.terms.length)
  }
  const planes: Record<Category, Plane> = {
    illegal_fundraising: planeOf('illegal_fundraising'),
    deceptive_sales: planeOf('deceptive_sales'),
    false_advertising: planeOf('false_advertising'),
  }
  return {
    vocabulary,
    planes,
    margins(text: string): Record<Category, number> {
      const vector = vectorOf(text, vocabulary)
      return {
        illegal_fundraising: marginOf(planes.illegal_fundraising, vector),
        deceptive_sales: marginOf(planes.deceptive_sales, vector),
        false_advertising: marginOf(planes.false_advertising, vector),
      }
    },
  }
}

/** The rarer answer weighs more, so that both sides count alike. */
function costsOf(examples: readonly Example[], positive: readonly boolean[]): number[] {
  const yes = positive.filter(Boolean).length
  const share = { yes: positive.length / (2 * (yes || 1)), no: positive.length / (2 * (positive.length - yes || 1)) }
  return examples.map(({ weight }, i) => weight * (positive[i] ? share.yes : share.no))
}

function zero(): Record<Category, number> {
  return { illegal_fundraising: 0, deceptive_sales: 0, false_advertising: 0 }
}
