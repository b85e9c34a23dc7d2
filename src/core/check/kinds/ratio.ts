import type { RunKind } from './claim.ts'
import { nearby } from './nearby.ts'
import { numberAt } from './number-at.ts'
import { reachedStep } from './step.ts'

/** The number at the first element divided by the number at the second, past the bound of a step: 收费人数 ÷ 备案床位. */
export const ratio: RunKind = (compiled, seen) => {
  return nearby(compiled, seen).flatMap((claim) => {
    const [upper, lower] = compiled.elements.map(({ id }) => {
      const match = claim.elements.find((element) => element.id === id)?.match
      return match && numberAt(seen, match)
    })
    if (upper === undefined || !lower) return []
    const severity = reachedStep(compiled.rule.steps ?? [], upper / lower)
    return severity === undefined ? [] : [{ ...claim, severity }]
  })
}
