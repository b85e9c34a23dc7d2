import { type Category, perCategory } from '../../core/document.ts'
import { type Calibration, probabilityOf } from '../calibration.ts'
import type { Passage } from '../passages.ts'
import { type Example, isKnown } from './example.ts'
import { fitLabel, type LabelCalibration, marginWith } from './label-calibration.ts'
import { fitPlatt } from './platt.ts'
import { type Learner, type Margins, trainAll } from './train-all.ts'

/** What models that never saw its author said of one paper. */
export interface HeldOut extends Margins {
  example: Example
  /** Calibrated on the margins of all other folds, never on its own. */
  probabilities: Record<Category, number>
  /** What each of its passages would be given by itself, where there are several. */
  byPassage: (Passage & { probabilities: Record<Category, number> })[]
}

/** How margins become probabilities. */
export interface Calibrations {
  labels: Record<Category, LabelCalibration>
  subject: Calibration
}

/**
 * Cross-validation by author: each batch is judged by models whose vocabulary, weights and calibration come from other batches alone.
 * `folds` groups of batches, dealt in order of name; papers of other matters have no author and are dealt one by one.
 */
export function crossValidate(examples: readonly Example[], learn: Learner, folds = 12): HeldOut[] {
  const foldOf = dealFolds(examples, folds)
  const held: HeldOut[] = examples.map((example) => ({
    example,
    margins: perCategory(() => 0),
    passages: perCategory(() => 0),
    subjectMargin: 0,
    parts: [],
    probabilities: perCategory(() => 0),
    byPassage: [],
  }))
  const numbers = new Set(foldOf)
  for (const fold of numbers) {
    const { margins } = trainAll(
      examples.filter((_, i) => foldOf[i] !== fold),
      learn,
    )
    for (const [i, row] of held.entries()) if (foldOf[i] === fold) Object.assign(row, margins(row.example.text))
  }
  for (const fold of numbers) {
    const { labels, subject } = calibrate(held.filter((_, i) => foldOf[i] !== fold))
    for (const [i, row] of held.entries()) {
      if (foldOf[i] !== fold) continue
      const chances = (of: Pick<Margins, 'margins' | 'passages' | 'subjectMargin'>) => {
        const ours = probabilityOf(of.subjectMargin, subject)
        return perCategory(
          (label) => ours * probabilityOf(marginWith(labels[label].share, of, label), labels[label].calibration),
        )
      }
      row.probabilities = chances(row)
      row.byPassage = row.parts.map(({ start, end, margins, subjectMargin }) => ({
        start,
        end,
        probabilities: chances({ margins, passages: margins, subjectMargin }),
      }))
    }
  }
  return held
}

/** Calibrations from margins of papers the models had not seen. */
export function calibrate(held: readonly HeldOut[]): Calibrations {
  const ours = held.filter(({ example }) => !example.offTopic)
  const labels = perCategory((label) => {
    const judged = ours.filter(({ example }) => isKnown(example, label))
    return fitLabel(judged, label)
  })
  if (ours.length === held.length) return { labels, subject: ALWAYS }
  const papers = held.filter(({ example }) => !example.ofRule)
  const subject = fitPlatt(
    papers.map(({ subjectMargin }) => subjectMargin),
    papers.map(({ example }) => !example.offTopic),
  )
  return { labels, subject }
}

/** Without papers of other matters nothing can be told of the subject: every paper is taken for ours. */
const ALWAYS: Calibration = { slope: 0, shift: -40 }

function dealFolds(examples: readonly Example[], folds: number): number[] {
  const batches = [...new Set(examples.filter(({ offTopic }) => !offTopic).map(({ batch }) => batch))].sort()
  const most = Math.min(folds, Math.max(1, batches.length))
  const foldOf = new Map(batches.map((batch, index) => [batch, index % most]))
  return examples.map(({ offTopic, batch }, i) => (offTopic ? i % most : foldOf.get(batch)!))
}
