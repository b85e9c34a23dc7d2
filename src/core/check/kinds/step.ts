import type { Rule, Severity } from '../rule.ts'

type Step = NonNullable<Rule['steps']>[number]

/** Severity of the highest step that a value reaches; below the first there is none. */
export function reachedStep(steps: readonly Step[], value: number): Severity | undefined {
  let best: Step | undefined
  for (const step of steps) if (value >= step.atLeast && (!best || step.atLeast > best.atLeast)) best = step
  return best?.severity
}
