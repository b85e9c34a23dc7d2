import { elementMatches } from '../element-matches.ts'
import { isExcused } from '../excused.ts'
import type { Rule, Severity } from '../rule.ts'
import type { Match, Seen } from '../seen.ts'
import type { RunKind } from './claim.ts'
import { numberAt } from './number-at.ts'
import { reachedStep } from './step.ts'

/**
 * What no single sum reaches is reached by all together: the values at the first element are added up over the paper, and the sum
 * gives the severity by `steps`. Over all papers of an operator {@link accumulate} adds in the same way.
 */
export const accumulation: RunKind = (compiled, seen) => {
  const [summed, ...rest] = compiled.elements.map(({ id, terms }) => ({
    id,
    matches: elementMatches(seen, compiled, terms).filter((match) => !isExcused(seen, compiled, match)),
  }))
  const first = summed?.matches[0]
  if (!summed || !first || rest.some(({ matches }) => matches.length === 0)) return []
  const severity = accumulate(compiled.rule, [sumsOf(seen, summed.matches)])
  if (severity === undefined) return []
  const elements = [{ id: summed.id, match: first }, ...rest.map(({ id, matches }) => ({ id, match: matches[0]! }))]
  return [{ start: first.start, end: first.end, elements, severity }]
}

/** Severity that an accumulation rule gives to the sums of several papers; papers counted twice are the caller's to leave out. */
export function accumulate(rule: Pick<Rule, 'steps'>, papers: readonly (readonly number[])[]): Severity | undefined {
  return reachedStep(
    rule.steps ?? [],
    papers.flat().reduce((sum, value) => sum + value, 0),
  )
}

/** The same sum told twice in one paper is one payment. */
function sumsOf(seen: Seen, matches: readonly Match[]): number[] {
  return [...new Set(matches.flatMap((match) => numberAt(seen, match) ?? []))]
}
