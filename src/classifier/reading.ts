import { eachTerm, type GramTable } from './gram-table.ts'
import type { LabelModel, ModelFile } from './model-file.ts'
import { type Passage, passagesOf } from './passages.ts'

/** A text as the model reads it. */
export interface Reading {
  whole: TermCounts
  /** Together the whole text; of a short one the whole itself. */
  passages: readonly (Passage & { counts: TermCounts })[]
}

/** The terms of a text, by number, and the length of its vector before scaling. */
export interface TermCounts {
  terms: number[]
  /** How often each stands in it, and what that counts: `1 + ln tf`. */
  times: number[]
  scale: number[]
  norm: number
}

/** Reads texts through what counts their terms. */
export function readerOf(count: (text: string) => TermCounts): (text: string) => Reading {
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
  { terms, scale, norm }: Pick<TermCounts, 'terms' | 'scale' | 'norm'>,
): number {
  let sum = 0
  for (let i = 0; i < terms.length; i++) sum += weights[terms[i]!]! * scale[i]!
  return bias + sum / norm
}

/** Counts terms through one table, with room to count in: not for two threads at once. */
export function counterOf(file: ModelFile, table: GramTable): (text: string) => TermCounts {
  const { idf, unknownIdf, ballast } = file
  const { length } = file.terms
  const seen = new Int32Array(length)
  return (text) => {
    const terms: number[] = []
    const unknown = eachTerm(table, text, (term) => {
      if (seen[term]!++ === 0) terms.push(term)
    })
    const times = terms.map((term) => seen[term]!)
    const scale = times.map((each) => (each === 1 ? 1 : 1 + Math.log(each)))
    let squares = ballast ** 2 + unknown * unknownIdf ** 2
    for (let i = 0; i < terms.length; i++) {
      squares += (scale[i]! * idf[terms[i]!]!) ** 2
      seen[terms[i]!] = 0
    }
    return { terms, times, scale, norm: Math.sqrt(squares) || 1 }
  }
}
