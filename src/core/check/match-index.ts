import type { Match, Seen } from './seen.ts'
import { matchesOfAll } from './term-matches.ts'
import type { TermList } from './term-table.ts'

/** Matches of several terms in order of place, so that looking for one near a spot does not walk through all of a long text. */
export interface MatchIndex {
  matches: readonly Match[]
  /** Length of the longest: no match that starts further back than this can reach a spot. */
  longest: number
}

/** The index over the matches of `terms`; made once for each list of terms and text. */
export function indexFor(seen: Seen, terms: TermList): MatchIndex {
  const { indexes, lists } = seen.board
  const known = indexes[terms.number]
  if (known) return known
  const unordered = matchesOfAll(seen, terms)
  const matches = unordered.length > 1 ? [...unordered].sort((a, b) => a.start - b.start) : unordered
  let longest = 0
  for (const { start, end } of matches) if (end - start > longest) longest = end - start
  const index = { matches, longest }
  indexes[terms.number] = index
  lists.push(terms.number)
  return index
}

/** Whether a match that overlaps `[start, end)` passes `wanted`. */
export function someOverlapping(
  { matches, longest }: MatchIndex,
  start: number,
  end: number,
  wanted: (match: Match) => boolean = () => true,
): boolean {
  for (let at = firstFrom(matches, start - longest); at < matches.length; at++) {
    const match = matches[at]!
    if (match.start >= end) return false
    if (match.end > start && wanted(match)) return true
  }
  return false
}

/** Index of the first match that starts at or after `at`; matches are in order of their start. */
export function firstFrom(matches: readonly Match[], at: number): number {
  let low = 0
  let high = matches.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (matches[middle]!.start < at) low = middle + 1
    else high = middle
  }
  return low
}
