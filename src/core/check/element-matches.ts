import type { Frame } from '../document.ts'
import { negated } from '../frame/negation.ts'
import type { CompiledRule } from './compile.ts'
import { indexFor, type MatchIndex, someOverlapping } from './match-index.ts'
import { regionAt } from './regions.ts'
import { BEFORE_REACH } from './rule.ts'
import { frameOf, type Match, type Seen } from './seen.ts'
import { matchesOfAll } from './term-matches.ts'
import type { TermList } from './term-table.ts'

/**
 * Where an element is met, in order: the matches of its terms that stand in a frame the rule reads, without those inside a longer one
 * (高额回报 is not also 回报) and without those that an exception denies on the spot (不承诺保本, 第一时间).
 */
export function elementMatches(seen: Seen, compiled: CompiledRule, terms: TermList): Match[] {
  const met: Match[] = []
  for (const match of longestOf(seen, terms)) if (counts(seen, compiled, match)) met.push(match)
  return met
}

/** The first of {@link elementMatches}, of which most are never asked about. */
export function firstMatch(seen: Seen, compiled: CompiledRule, terms: TermList): Match | undefined {
  for (const match of longestOf(seen, terms)) if (counts(seen, compiled, match)) return match
  return undefined
}

/**
 * Every match of each element of a rule, whatever denies it; or undefined as soon as one has none. Most rules that are looked at end
 * here, when a pattern does not fit around its anchors: to ask of the others whether they are denied would be for nothing.
 */
export function allSeen(seen: Seen, compiled: CompiledRule): (readonly Match[])[] | undefined {
  const met: (readonly Match[])[] = []
  for (const i of compiled.cheapestFirst) {
    const matches = longestOf(seen, compiled.elements[i]!.terms)
    if (matches.length === 0) return undefined
    met[i] = matches
  }
  return met
}

/** The matches of each element of a rule, of one that may stand anywhere the first; or undefined as soon as one has none. */
export function allMet(seen: Seen, compiled: CompiledRule): Match[][] | undefined {
  const met: Match[][] = []
  for (const i of compiled.cheapestFirst) {
    const { terms, anywhere } = compiled.elements[i]!
    const first = anywhere ? firstMatch(seen, compiled, terms) : undefined
    const matches = first ? [first] : anywhere ? NONE : elementMatches(seen, compiled, terms)
    if (matches.length === 0) return undefined
    met[i] = matches
  }
  return met
}

const NONE: Match[] = []

function counts(seen: Seen, compiled: CompiledRule, match: Match): boolean {
  const frame = frameOf(seen, match.start)
  if (!compiled.frames.has(frame)) return false
  if (compiled.rule.deniable === true && isDenied(seen, match, frame)) return false
  for (const { reach, terms } of compiled.exceptions) {
    if (reach !== 'phrase' && reach !== 'before') continue
    const index = indexFor(seen, terms)
    if (index.matches.length === 0) continue
    if (reach === 'phrase' ? someOverlapping(index, match.start, match.end) : denied(seen, index, match)) return false
  }
  return true
}

/** The longest matches of a list of terms; worked out once for all rules that have it. */
function longestOf(seen: Seen, terms: TermList): readonly Match[] {
  const { longest, lists } = seen.board
  const known = longest[terms.number]
  if (known) return known
  const own = longestOnly(matchesOfAll(seen, terms))
  if (!terms.hasFindings) {
    longest[terms.number] = own
    lists.push(terms.number)
  }
  return own
}

/** Those that do not stand inside a longer one, in order of place. */
export function longestOnly(matches: readonly Match[]): readonly Match[] {
  if (matches.length < 2) return matches
  const sorted = isInOrder(matches) ? matches : [...matches].sort(longerFirst)
  const longest: Match[] = []
  let reached = -1
  for (const match of sorted) {
    if (match.end <= reached) continue
    reached = match.end
    longest.push(match)
  }
  return longest
}

function longerFirst(a: Match, b: Match): number {
  return a.start - b.start || b.end - a.end
}

/** Most lists are short and of one word. */
function isInOrder(matches: readonly Match[]): boolean {
  for (let i = 1; i < matches.length; i++) if (longerFirst(matches[i - 1]!, matches[i]!) > 0) return false
  return true
}

/** 商家拒绝返还本金 is the grievance itself: what a complainant says the seller will not do is no denial of the offence. */
function isDenied(seen: Seen, { start, end }: Match, frame: Frame): boolean {
  if (frame === 'complainant') return false
  // Many rules ask of the same words; few words are as long as the key allows.
  const length = end - start
  if (length >= LONGEST_KEY) return negated(seen.clean, start, end)
  const key = start * LONGEST_KEY + length
  seen.denied ??= new Map()
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
