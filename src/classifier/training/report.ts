import { CATEGORIES, type Category, perCategory } from '../../core/document.ts'
import type { HeldOut } from './cross-validate.ts'
import {
  brier,
  type Confusion,
  confusion,
  expectedCalibrationError,
  f1,
  type ReliabilityBin,
  reliability,
} from './measure.ts'

/** What of a paper a report may be cut by. */
export interface Slice {
  kind: string
  length: string
  disguised: boolean
}

/** How well labels are told: by label, their mean, and how many lawful papers are flagged with any. */
export interface Quality {
  papers: number
  macroF1: number
  byLabel: Record<Category, Confusion & { f1: number }>
  lawful: number
  lawfulFlagged: number
}

/** One answer to compare: the labels said for a paper, beside those its author gave. */
export interface Said {
  labels: readonly Category[]
  so: readonly Category[]
}

/** Macro F1 is the mean over labels; a paper may have several. */
export function qualityOf(said: readonly Said[]): Quality {
  const of = (label: Category) => {
    const counts = confusion(
      said.map(({ labels }) => labels.includes(label)),
      said.map(({ so }) => so.includes(label)),
    )
    return { ...counts, f1: round(f1(counts)) }
  }
  const byLabel: Quality['byLabel'] = perCategory(of)
  const lawful = said.filter(({ so }) => so.length === 0)
  return {
    papers: said.length,
    macroF1: round(CATEGORIES.reduce((sum, label) => sum + byLabel[label].f1, 0) / CATEGORIES.length),
    byLabel,
    lawful: lawful.length,
    lawfulFlagged: lawful.filter(({ labels }) => labels.length > 0).length,
  }
}

/** How far probabilities can be believed, by label. */
export interface Believable {
  ece: number
  brier: number
  bins: ReliabilityBin[]
}

/** Of probabilities given to papers the model had not seen. */
export function believable(held: readonly HeldOut[], of: (row: HeldOut, label: Category) => number) {
  return perCategory((label): Believable => {
    const probabilities = held.map((row) => of(row, label))
    const so = held.map(({ example }) => example.labels.includes(label))
    const bins = reliability(probabilities, so)
    const rounded = bins.map((bin) => ({ ...bin, said: round(bin.said), so: round(bin.so) }))
    return { ece: round(expectedCalibrationError(bins)), brier: round(brier(probabilities, so)), bins: rounded }
  })
}

/** What a margin says before calibration, as a probability for want of a better: the logistic of the margin. */
export function uncalibrated({ margins }: HeldOut, label: Category): number {
  return 1 / (1 + Math.exp(-margins[label]))
}

/** Lengths as tables show them. */
export function lengthBand(characters: number): string {
  if (characters < 120) return '<120'
  if (characters < 400) return '120-399'
  return characters < 1200 ? '400-1199' : '1200+'
}

export function round(value: number): number {
  return Math.round(value * 10_000) / 10_000
}
