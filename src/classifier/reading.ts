import { eachTerm, type GramTable } from './gram-table.ts'
import type { LabelModel, ModelFile } from './model-file.ts'
import { type Passage, passagesOf } from './passages.ts'

/** A text as the model reads it. */
export interface Reading {
  whole: TermCounts
  /** Together the whole text; of a short one the whole itself. */
  passages: readonly (Passage & { counts: TermCounts })[]
}

/** How often each term stands in a text, by number, and the length of its vector before scaling. */
export interface TermCounts {
  terms: number[]
  times: number[]
  norm: number
}

/** Reads texts through one table, with room to count in: not for two threads at once. */
export function readerOf(file: ModelFile, table: GramTable): (text: string) => Reading {
  const count = counterOf(file, table)
  return (text) => {
    const whole = count(text)
    const passages = passagesOf(text)
    if (passages.length === 1) return { whole, passages: [{ start: 0, end: text.length, counts: whole }] }
    return { whole, passages: passages.map((one) => ({ ...one, counts: count(text.slice(one.start, one.end)) })) }
  }
}

/** The margin of the whole text and `share` times that of the passage that says the label most plainly. */
export function labelMargin(label: LabelModel, { whole, passages }: Reading): number {
  const ofWhole = marginOf(label, whole)
  if (label.share === 0) return ofWhole
  if (passages.length === 1) return ofWhole * (1 + label.share)
  return ofWhole + label.share * marginOf(label, plainest(label, passages).counts)
}

/** The passage of the greatest margin; of equals the first. */
export function plainest<P extends { counts: TermCounts }>(label: LabelModel, passages: readonly P[]): P {
  let best = passages[0]!
  let most = Number.NEGATIVE_INFINITY
  for (const passage of passages) {
    const margin = marginOf(label, passage.counts)
    if (margin > most) {
      best = passage
      most = margin
    }
  }
  return best
}

/** `bias + Σ weight × (1 + ln tf) / norm`; the weight holds the inverse document frequency already. */
export function marginOf(
  { weights, bias }: Pick<LabelModel, 'weights' | 'bias'>,
  { terms, times, norm }: TermCounts,
): number {
  let sum = 0
  for (let i = 0; i < terms.length; i++) sum += weights[terms[i]!]! * (1 + Math.log(times[i]!))
  return bias + sum / norm
}

function counterOf({ terms: { length }, idf, unknownIdf }: ModelFile, table: GramTable): (text: string) => TermCounts {
  const seen = new Int32Array(length)
  return (text) => {
    const terms: number[] = []
    const unknown = eachTerm(table, text, (term) => {
      if (seen[term]!++ === 0) terms.push(term)
    })
    const times = terms.map((term) => seen[term]!)
    let squares = unknown * unknownIdf ** 2
    for (const [i, term] of terms.entries()) {
      squares += ((1 + Math.log(times[i]!)) * idf[term]!) ** 2
      seen[term] = 0
    }
    return { terms, times, norm: Math.sqrt(squares) || 1 }
  }
}
