import type { Span } from '../core/document.ts'
import { type CleanText, originalSpan } from '../core/normalise/clean-text.ts'
import type { Signal } from '../core/score/assessment.ts'
import { eachTerm, type GramTable } from './gram-table.ts'
import type { LabelModel } from './model-file.ts'
import { plainest, type Reading, type TermCounts } from './reading.ts'

/** How many places are told, the strongest of either sign. */
const MOST_SPANS = 8

/**
 * The places that moved a label's margin, in the original, strongest first. Each occurrence of a term carries its share of the term's
 * weight, spread evenly over its characters; neighbouring characters that pull the same way, and not weakly, make one place.
 * The weight is the part of the margin that the place carries.
 */
export function spansOf(clean: CleanText, label: LabelModel, table: GramTable, reading: Reading): Signal['spans'] {
  const pull = pullOf(clean.text, label, table, reading)
  return placesOf(pull)
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
    .slice(0, MOST_SPANS)
    .map(({ start, end, weight }) => ({
      ...originalSpan(clean, start, end),
      weight: Math.round(weight * 10_000) / 10_000,
    }))
}

/** More places than this decide nothing by themselves: the whole tone does. */
const MOST_FLIPPED = 6

/**
 * The fewest of the strongest places without which `chance` falls below `line`: they are taken out one after another, strongest first, each
 * time asking again. Undefined when it stands below already, or when {@link MOST_FLIPPED} places are not enough.
 */
export function smallestFlip(
  clean: CleanText,
  label: LabelModel,
  table: GramTable,
  read: (text: string) => Reading,
  chance: (reading: Reading) => number,
  line: number,
): Span[] | undefined {
  let { text } = clean
  let reading = read(text)
  if (chance(reading) < line) return undefined
  const taken: Place[] = []
  while (taken.length < MOST_FLIPPED) {
    const [strongest] = placesOf(pullOf(text, label, table, reading))
      .filter(({ weight }) => weight > 0)
      .sort((a, b) => b.weight - a.weight)
    if (!strongest) return undefined
    taken.push(strongest)
    // A comma in place of each character: no gram crosses it, no passage ends at it, and places stay where they are.
    text = `${text.slice(0, strongest.start)}${'，'.repeat(strongest.end - strongest.start)}${text.slice(strongest.end)}`
    reading = read(text)
    if (chance(reading) < line) {
      return taken.sort((a, b) => a.start - b.start).map(({ start, end }) => originalSpan(clean, start, end))
    }
  }
  return undefined
}

/** What each character of the clean text adds to the label's margin. The sum, with the bias of whole and passage, is the margin. */
export function pullOf(text: string, label: LabelModel, table: GramTable, { whole, passages }: Reading): Float32Array {
  const pull = new Float32Array(text.length)
  add(pull, text, 0, label, table, whole, 1)
  if (label.share > 0) {
    const { start, end, counts } = plainest(label, passages)
    add(pull, text.slice(start, end), start, label, table, counts, label.share)
  }
  return pull
}

/** Adds `share` times what the characters of one part add to its margin, from `offset` on. */
function add(
  pull: Float32Array,
  part: string,
  offset: number,
  { weights }: LabelModel,
  table: GramTable,
  { terms, times, scale, norm }: TermCounts,
  share: number,
) {
  const each = new Map<number, number>()
  for (const [i, term] of terms.entries()) each.set(term, (share * weights[term]! * scale[i]!) / (norm * times[i]!))
  eachTerm(table, part, (term, start, length) => {
    const weight = each.get(term)! / length
    for (let i = start; i < start + length; i++) pull[offset + i]! += weight
  })
}

interface Place {
  start: number
  end: number
  weight: number
}

/** Runs of characters of one sign, each at least a fifth as strong as the strongest character of the text. */
function placesOf(pull: Float32Array): Place[] {
  let strongest = 0
  for (const value of pull) strongest = Math.max(strongest, Math.abs(value))
  const least = strongest / 5
  const places: Place[] = []
  let open: Place | undefined
  for (const [at, value] of pull.entries()) {
    const counts = Math.abs(value) >= least && value !== 0
    if (open && counts && open.weight > 0 === value > 0) {
      open.end = at + 1
      open.weight += value
      continue
    }
    open = counts ? { start: at, end: at + 1, weight: value } : undefined
    if (open) places.push(open)
  }
  return places
}
