import { elementMatches } from '../element-matches.ts'
import { isExcused } from '../excused.ts'
import type { RunKind } from './claim.ts'

/** The one element, wherever it stands. */
export const mention: RunKind = (compiled, seen) => {
  const element = compiled.elements[0]!
  return elementMatches(seen, compiled, element.terms)
    .filter((match) => !isExcused(seen, compiled, match))
    .map((match) => ({ start: match.start, end: match.end, elements: [{ id: element.id, match }] }))
}
