import type { Circumstances } from '../document.ts'
import { type Articles, type Ground, groundOf } from './basis.ts'
import type { Rule } from './rule.ts'

/** By circumstances, and in them by rule. */
export type GroundsKept = Map<string, Map<Rule, Ground>>

/** An archive holds papers of any number of days; those of the last few are enough to share. */
const MOST = 32

/** {@link groundOf} for the circumstances of one document, worked out once for all documents that share them. */
export function groundsFor(
  kept: GroundsKept,
  circumstances: Circumstances,
  articles: Articles,
): (rule: Rule) => Ground {
  let here: Map<Rule, Ground> | undefined
  return (rule) => {
    here ??= keptFor(kept, circumstances)
    const known = here.get(rule)
    if (known) return known
    const ground = groundOf(rule, circumstances, articles)
    here.set(rule, ground)
    return ground
  }
}

function keptFor(
  kept: GroundsKept,
  { channel, entity, region, date, until, receivedOn }: Circumstances,
): Map<Rule, Ground> {
  // All that basis.ts and choice.ts read of the circumstances.
  const key = `${channel} ${entity} ${region} ${date} ${until ?? ''} ${receivedOn ?? ''}`
  const known = kept.get(key)
  if (known) return known
  if (kept.size >= MOST) kept.clear()
  const none = new Map<Rule, Ground>()
  kept.set(key, none)
  return none
}
