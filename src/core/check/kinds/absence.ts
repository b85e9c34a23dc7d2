import { indexFor, someOverlapping } from '../match-index.ts'
import { regionAt } from '../regions.ts'
import type { Claim, RunKind } from './claim.ts'
import { nearby } from './nearby.ts'

/** The elements are there and nothing required stands within reach. The claim is an empty place: what is missing cannot be quoted. */
export const absence: RunKind = (compiled, seen) => {
  const { within } = compiled.rule
  const required = indexFor(seen, compiled.required)
  const missing = new Map<number, Claim>()
  for (const claim of nearby(compiled, seen)) {
    const first = claim.elements[0]!.match
    const region =
      typeof within === 'string'
        ? regionAt(seen.regions, within, first.start)
        : { start: first.start - within.characters, end: first.end + within.characters }
    const isThere = someOverlapping(required, region.start, region.end)
    // What is missing from a document is missing once, however often it was called for.
    if (!isThere && !missing.has(region.start))
      missing.set(region.start, { ...claim, start: first.end, end: first.end })
  }
  return [...missing.values()]
}
