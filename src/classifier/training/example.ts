import type { Category } from '../../core/document.ts'

/** A paper as training sees it. */
export interface Example {
  id: string
  batch: string
  /** Clean text. */
  text: string
  labels: readonly Category[]
  /** How much it counts, 1 as a rule. */
  weight: number
  /** The categories somebody judged, all of them when left out; of the others the example says nothing, and none is learnt from it. */
  known?: readonly Category[]
  /** About another matter: it teaches the subject, and the labels only a little. */
  offTopic?: boolean
  /** An example of a rule, no paper. */
  ofRule?: boolean
}

/** Whether an example says yes or no of a category. */
export function isKnown({ known }: Example, label: Category): boolean {
  return known === undefined || known.includes(label)
}
