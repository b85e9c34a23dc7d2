import { firstMatch } from '../element-matches.ts'
import { isExcused } from '../excused.ts'
import type { RunKind } from './claim.ts'

/** Other rules' findings (and whatever else is asked for) in one document: one claim, quoting where the first element was met. */
export const composition: RunKind = (compiled, seen) => {
  const elements = []
  for (const { id, terms } of compiled.elements) {
    const match = firstMatch(seen, compiled, terms)
    if (!match) return []
    elements.push({ id, match })
  }
  const { match } = elements[0]!
  if (isExcused(seen, compiled, match)) return []
  return [{ start: match.start, end: match.end, elements }]
}
