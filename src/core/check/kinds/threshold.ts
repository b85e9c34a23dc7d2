import type { RunKind } from './claim.ts'
import { nearby } from './nearby.ts'
import { reachedStep } from './step.ts'

/** A fact past a bound, alone or with other elements beside it; the step it reaches gives the severity, below the first step there is none. */
export const threshold: RunKind = (compiled, seen) => {
  const { steps } = compiled.rule
  return nearby(compiled, seen).flatMap((claim) => {
    if (!steps) return [claim]
    const value = claim.elements.find(({ match }) => match.fact !== undefined)?.match.fact?.value
    const severity = typeof value === 'number' ? reachedStep(steps, value) : undefined
    return severity === undefined ? [] : [{ ...claim, severity }]
  })
}
