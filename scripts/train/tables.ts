import type { HeldOut } from '../../src/classifier/training/cross-validate.ts'
import { believable, type Quality, qualityOf, uncalibrated } from '../../src/classifier/training/report.ts'
import { CATEGORIES } from '../../src/core/document.ts'
import type { Answers } from './answers.ts'

const JUDGES = ['rules', 'classifier', 'together'] as const
export type Judge = (typeof JUDGES)[number]

/** One row of a table: what was judged, by whom, how well. */
export interface Row {
  cut: string
  judge: Judge
  quality: Quality
}

/** The quality of each judge on the whole and by every cut. */
export function rowsOf(answers: readonly Answers[]): Row[] {
  const cuts = new Map<string, Answers[]>([['all', [...answers]]])
  for (const answer of answers)
    for (const [name, value] of Object.entries(answer.slice)) {
      const key = `${name}: ${value}`
      cuts.set(key, [...(cuts.get(key) ?? []), answer])
    }
  const named = [...cuts].sort(([a], [b]) => Number(b === 'all') - Number(a === 'all') || (a < b ? -1 : 1))
  return named.flatMap(([cut, some]) =>
    JUDGES.map((judge) => ({
      cut,
      judge,
      quality: qualityOf(some.map((answer) => ({ labels: answer[judge], so: answer.paper.labels }))),
    })),
  )
}

/** Calibration error and Brier score of each label, before and after calibration. */
export function believe(held: readonly HeldOut[]) {
  const before = believable(held, uncalibrated)
  const after = believable(held, ({ probabilities }, label) => probabilities[label])
  return CATEGORIES.map((label) => ({
    label,
    before: { ece: before[label].ece, brier: before[label].brier },
    after: { ece: after[label].ece, brier: after[label].brier },
    reliability: after[label].bins.filter(({ count }) => count > 0),
  }))
}

/** One label at the other margin: F1 before calibration, when a margin above zero says yes. */
export function uncalibratedQuality(held: readonly HeldOut[]): Quality {
  return qualityOf(
    held.map(({ margins, example }) => ({
      labels: CATEGORIES.filter((label) => margins[label] >= 0),
      so: example.labels,
    })),
  )
}
