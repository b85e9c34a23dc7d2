import type { Frame } from '../document.ts'
import { negated } from '../frame/negation.ts'
import type { CompiledRule } from './compile.ts'
import { indexFor, type MatchIndex, someOverlapping } from './match-index.ts'
import { regionAt } from './regions.ts'
import { BEFORE_REACH } from './rule.ts'
import { frameOf, type Match, matchesOf, type Seen } from './seen.ts'

/**
 * Where an element is met, in order: the matches of its terms that stand in a frame the rule reads, without those inside a longer one
 * (高额回报 is not also 回报) and without those that an exception denies on the spot (不承诺保本, 第一时间).
 */
export function elementMatches(seen: Seen, compiled: CompiledRule, terms: readonly number[]): Match[] {
  return longestOf(seen, terms).filter((match) => {
    const frame = frameOf(seen, match.start)
    if (!compiled.frames.has(frame)) return false
    if (compiled.rule.deniable === true && isDenied(seen, match, frame)) return false
    return !compiled.exceptions.some(({ reach, terms }) => {
      if (reach !== 'phrase' && reach !== 'before') return false
      const index = indexFor(seen, terms)
      return reach === 'phrase' ? someOverlapping(index, match.start, match.end) : denied(seen, index, match)
    })
  })
}

/** The matches of each element of a rule, or undefined as soon as one has none. */
export function allMet(seen: Seen, compiled: CompiledRule): Match[][] | undefined {
  const met: Match[][] = []
  for (const i of compiled.cheapestFirst) {
    const matches = elementMatches(seen, compiled, compiled.elements[i]!.terms)
    if (matches.length === 0) return undefined
    met[i] = matches
  }
  return met
}

/** The longest matches of a list of terms; worked out once for all rules that have it. */
function longestOf(seen: Seen, terms: readonly number[]): readonly Match[] {
  const known = seen.longest.get(terms)
  if (known) return known
  const longest = longestOnly(terms.flatMap((term) => matchesOf(seen, term)))
  if (terms.every((term) => seen.compiled.terms[term]!.kind !== 'finding')) seen.longest.set(terms, longest)
  return longest
}

/** Those that do not stand inside a longer one, in order of place. */
export function longestOnly(matches: Match[]): Match[] {
  const sorted = [...matches].sort((a, b) => a.start - b.start || b.end - a.end)
  let reached = -1
  return sorted.filter((match) => {
    if (match.end <= reached) return false
    reached = match.end
    return true
  })
}

/** 商家拒绝返还本金 is the grievance itself: what a complainant says the seller will not do is no denial of the offence. */
function isDenied(seen: Seen, { start, end }: Match, frame: Frame): boolean {
  if (frame === 'complainant') return false
  // Many rules ask of the same words; few words are as long as the key allows.
  const length = end - start
  if (length >= LONGEST_KEY) return negated(seen.clean, start, end)
  const key = start * LONGEST_KEY + length
  const known = seen.denied.get(key)
  if (known !== undefined) return known
  const said = negated(seen.clean, start, end)
  seen.denied.set(key, said)
  return said
}
const LONGEST_KEY = 256

function denied(seen: Seen, denials: MatchIndex, { start }: Match): boolean {
  return someOverlapping(
    denials,
    start - BEFORE_REACH - 1,
    start,
    (denial) =>
      denial.end <= start &&
      start - denial.end <= BEFORE_REACH &&
      denial.start >= regionAt(seen.regions, 'clause', start).start,
  )
}
