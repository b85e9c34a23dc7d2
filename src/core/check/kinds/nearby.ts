import type { Span } from '../../document.ts'
import type { CompiledRule } from '../compile.ts'
import { allMet, allSeen } from '../element-matches.ts'
import { isExcused } from '../excused.ts'
import { firstFrom } from '../match-index.ts'
import { regionAt } from '../regions.ts'
import type { Within } from '../rule.ts'
import type { Match, Seen } from '../seen.ts'
import type { Claim, RunKind } from './claim.ts'

/** A quotation longer than this is no proof to read: the first element alone is quoted. */
const LONGEST_QUOTE = 160

/**
 * All elements within reach of each other; one claim for each clause, sentence or section.
 * With one element beside those that may stand anywhere, a claim for each place.
 */
export const nearby: RunKind = (compiled, seen) => {
  const raw = allSeen(seen, compiled)
  if (!raw || !mayMeet(seen, compiled, raw)) return []
  const met = allMet(seen, compiled)
  if (!met) return []
  const found = compiled.elements.map((element, i) => ({ element, matches: met[i]! }))
  const near = found.filter(({ element }) => !element.anywhere)
  const context = found
    .filter(({ element }) => element.anywhere)
    .map(({ element, matches }) => ({ id: element.id, match: matches[0]! }))
  const matches = near.map((each) => each.matches)
  // Start from the rarest element: the fewer the places to start from, the fewer searches.
  const rarest = matches.reduce((best, list, i) => (list.length < matches[best]!.length ? i : best), 0)
  const claims = new Map<number, Claim>()
  for (const base of matches[rarest]!) {
    const region = near.length === 1 ? base : reach(seen, compiled.rule.within, base)
    const chosen = choose(matches, rarest, base, region)
    if (!chosen) continue
    const claim = claimOf(
      near.map(({ element }) => element.id),
      chosen,
      context,
    )
    if (isExcused(seen, compiled, chosen[0]!)) continue
    const known = claims.get(region.start)
    if (!known || claim.end - claim.start < known.end - known.start) claims.set(region.start, claim)
  }
  return [...claims.values()]
}

/** False where no clause, sentence or section holds the beginning of a match of each element: asked before anything that costs more. */
function mayMeet(seen: Seen, { elements, rule: { within } }: CompiledRule, raw: (readonly Match[])[]): boolean {
  if (typeof within !== 'string' || within === 'document') return true
  let shared: number[] | undefined
  for (let i = 0; i < elements.length; i++) {
    if (elements[i]!.anywhere) continue
    const regions: number[] = []
    for (const { start } of raw[i]!) {
      const region = regionAt(seen.regions, within, start).start
      // Matches stand in order, so that the same region comes in a row.
      if (regions[regions.length - 1] !== region && (!shared || shared.includes(region))) regions.push(region)
    }
    if (regions.length === 0) return false
    if (regions.length > MANY) return true
    shared = regions
  }
  return true
}

/** In a paper with more places than this something is likely to meet. */
const MANY = 32

function reach(seen: Seen, within: Within, base: Match): Span {
  if (typeof within === 'string') return regionAt(seen.regions, within, base.start)
  return { start: base.start - within.characters, end: base.end + within.characters }
}

/** For each element the match closest to the base, inside the region and apart from those already chosen: one word is not two elements. */
function choose(matches: Match[][], rarest: number, base: Match, region: Span): Match[] | undefined {
  const chosen: Match[] = []
  chosen[rarest] = base
  for (let i = 0; i < matches.length; i++) {
    if (i === rarest) continue
    let best: Match | undefined
    let bestGap = Number.POSITIVE_INFINITY
    for (let at = firstFrom(matches[i]!, region.start); at < matches[i]!.length; at++) {
      const match = matches[i]![at]!
      if (match.start >= region.end) break
      if (match.end > region.end || chosen.some((other) => other && overlaps(match, other))) continue
      const gap = Math.max(match.start - base.end, base.start - match.end)
      if (gap < bestGap) {
        best = match
        bestGap = gap
      }
    }
    if (!best) return undefined
    chosen[i] = best
  }
  return chosen
}

function claimOf(ids: readonly string[], chosen: readonly Match[], context: Claim['elements']): Claim {
  const elements = [...ids.map((id, i) => ({ id, match: chosen[i]! })), ...context]
  let { start, end } = chosen[0]!
  for (const match of chosen) {
    start = Math.min(start, match.start)
    end = Math.max(end, match.end)
  }
  if (end - start <= LONGEST_QUOTE) return { start, end, elements }
  return { start: chosen[0]!.start, end: chosen[0]!.end, elements }
}

function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end
}
