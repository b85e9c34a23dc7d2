import type { Category } from '../document.ts'

/** How well a model does on papers of authors it had not seen; kept with the model and shown on its page. */
export interface ModelMetrics {
  /** Mean F1 of the labels over the corpus. */
  macroF1: number
  papers: number
  lawful: number
  /** Lawful papers given any label. */
  lawfulFlagged: number
  byLabel: Record<Category, LabelMetrics>
  /** By kind, length and disguise: `kind: contract`. */
  cuts: CutMetrics[]
  /** On papers taught by officers, held out like the others; left out when there were none. */
  taught?: Record<Category, TaughtMetrics>
}

export interface LabelMetrics {
  precision: number
  recall: number
  f1: number
  /** Expected calibration error and Brier score of the probabilities. */
  ece: number
  brier: number
}

export interface CutMetrics {
  cut: string
  papers: number
  macroF1: number
  lawful: number
  lawfulFlagged: number
}

/** Of the papers officers say are so, how many were found; of those they say are not, how many were flagged. */
export interface TaughtMetrics {
  yes: number
  found: number
  no: number
  flagged: number
}
