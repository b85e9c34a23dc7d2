import type { Span } from '../core/document.ts'
import { type CleanText, originalSpan } from '../core/normalise/clean-text.ts'
import type { Signal } from '../core/score/assessment.ts'
import type { TermCounts } from './compile-model.ts'
import { eachTerm, type GramTable } from './gram-table.ts'
import type { LabelModel } from './model-file.ts'

/** How many places are told, the strongest of either sign. */
const MOST_SPANS = 8

/**
 * The places that moved a label's margin, in the original, strongest first. Each occurrence of a term carries its share of the term's
 * weight, spread evenly over its characters; neighbouring characters that pull the same way, and not weakly, make one place.
 * The weight is the part of the margin that the place carries.
 */
export function spansOf(clean: CleanText, label: LabelModel, table: GramTable, counts: TermCounts): Signal['spans'] {
  const pull = pullOf(clean.text, label, table, counts)
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
  count: (text: string) => TermCounts,
  chance: (counts: TermCounts) => number,
  line: number,
): Span[] | undefined {
  let { text } = clean
  let counts = count(text)
  if (chance(counts) < line) return undefined
  const taken: Place[] = []
  while (taken.length < MOST_FLIPPED) {
    const [strongest] = placesOf(pullOf(text, label, table, counts))
      .filter(({ weight }) => weight > 0)
      .sort((a, b) => b.weight - a.weight)
    if (!strongest) return undefined
    taken.push(strongest)
    // A mark in place of each character: no gram crosses it, and places stay where they are.
    text = `${text.slice(0, strongest.start)}${'\n'.repeat(strongest.end - strongest.start)}${text.slice(strongest.end)}`
    counts = count(text)
    if (chance(counts) < line) {
      return taken.sort((a, b) => a.start - b.start).map(({ start, end }) => originalSpan(clean, start, end))
    }
  }
  return undefined
}

/** What each character of the clean text adds to the margin. The sum, with the bias, is the margin. */
export function pullOf(
  text: string,
  { weights }: Pick<LabelModel, 'weights'>,
  table: GramTable,
  { terms, times, norm }: TermCounts,
): Float32Array {
  const each = new Map<number, number>()
  for (const [i, term] of terms.entries())
    each.set(term, (weights[term]! * (1 + Math.log(times[i]!))) / (norm * times[i]!))
  const pull = new Float32Array(text.length)
  eachTerm(table, text, (term, start, length) => {
    const share = each.get(term)! / length
    for (let i = start; i < start + length; i++) pull[i]! += share
  })
  return pull
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
