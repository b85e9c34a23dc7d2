import { regionAt } from '../regions.ts'
import { matchesOf } from '../seen.ts'
import type { RunKind } from './claim.ts'
import { nearby } from './nearby.ts'

/** The elements are there and nothing required stands within reach. The claim is an empty place: what is missing cannot be quoted. */
export const absence: RunKind = (compiled, seen) => {
  const { within } = compiled.rule
  const required = compiled.required.flatMap((term) => matchesOf(seen, term))
  return nearby(compiled, seen)
    .filter(({ elements }) => {
      const first = elements[0]!.match
      const region =
        typeof within === 'string'
          ? regionAt(seen.regions, within, first.start)
          : { start: first.start - within.characters, end: first.end + within.characters }
      return !required.some((match) => match.start >= region.start && match.start < region.end)
    })
    .map((claim) => ({ ...claim, start: claim.elements[0]!.match.end, end: claim.elements[0]!.match.end }))
}
