import type { CompiledRule } from '../compile.ts'
import { indexFor, someOverlapping } from '../match-index.ts'
import { regionAt } from '../regions.ts'
import type { Match, Seen } from '../seen.ts'
import type { TermList } from '../term-table.ts'
import type { Claim, RunKind } from './claim.ts'
import { nearby } from './nearby.ts'

/**
 * The elements are there and nothing required stands within reach, or clauses of the checklist are missing from the document.
 * The claim is an empty place: what is missing cannot be quoted.
 */
export const absence: RunKind = (compiled, seen) => {
  const claims = nearby(compiled, seen)
  if (compiled.rule.checklist) return missingClauses(compiled, seen, claims, compiled.rule.checklist.missing)
  const missing = new Map<number, Claim>()
  for (const claim of claims) {
    const first = claim.elements[0]!.match
    const region = reach(compiled, seen, first)
    // What is missing from a document is missing once, however often it was called for.
    if (!isThere(seen, compiled.required, region) && !missing.has(region.start))
      missing.set(region.start, { ...claim, start: first.end, end: first.end })
  }
  return [...missing.values()]
}

function missingClauses(compiled: CompiledRule, seen: Seen, claims: Claim[], least: number): Claim[] {
  const claim = claims[0]
  if (!claim) return []
  const whole = { start: 0, end: seen.clean.text.length }
  const missing = compiled.checklist.filter(({ terms }) => !isThere(seen, terms, whole)).map(({ title }) => title)
  if (missing.length < least) return []
  const { end } = claim.elements[0]!.match
  return [{ ...claim, start: end, end, missing }]
}

function reach({ rule: { within } }: CompiledRule, seen: Seen, first: Match): { start: number; end: number } {
  if (typeof within === 'string') return regionAt(seen.regions, within, first.start)
  return { start: first.start - within.characters, end: first.end + within.characters }
}

function isThere(seen: Seen, terms: TermList, { start, end }: { start: number; end: number }): boolean {
  return someOverlapping(indexFor(seen, terms), start, end)
}
