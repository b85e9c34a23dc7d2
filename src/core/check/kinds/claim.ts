import type { CompiledRule } from '../compile.ts'
import type { Severity } from '../rule.ts'
import type { Match, Seen } from '../seen.ts'

/** What a rule kind says it has met: where (clean offsets), by which elements, and how grave when the rule itself does not say. */
export interface Claim {
  start: number
  end: number
  elements: { id: string; match: Match }[]
  severity?: Severity
  /** Titles of the clauses that are not there. */
  missing?: { zh: string; en: string }[]
}

/** A rule kind: reads what was seen and claims. It is called only when something was seen for each element. */
export type RunKind = (compiled: CompiledRule, seen: Seen) => Claim[]
