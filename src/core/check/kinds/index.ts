import type { RuleKind } from '../rule.ts'
import { absence } from './absence.ts'
import { accumulation } from './accumulation.ts'
import type { RunKind } from './claim.ts'
import { composition } from './composition.ts'
import { contradiction } from './contradiction.ts'
import { mention } from './mention.ts'
import { nearby } from './nearby.ts'
import { ratio } from './ratio.ts'
import { threshold } from './threshold.ts'

/** Every rule kind by its name in the YAML. */
export const KINDS_OF_RULE: Record<RuleKind, RunKind> = {
  mention,
  nearby,
  threshold,
  ratio,
  absence,
  contradiction,
  composition,
  accumulation,
}
