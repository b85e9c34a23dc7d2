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
  const { channel, entity, region, date, until, receivedOn } = circumstances
  // All that basis.ts and choice.ts read of the circumstances.
  const key = JSON.stringify([channel, entity, region, date, until, receivedOn])
  let known = kept.get(key)
  if (!known) {
    if (kept.size >= MOST) kept.clear()
    known = new Map()
    kept.set(key, known)
  }
  const here = known
  return (rule) => {
    const ground = here.get(rule) ?? groundOf(rule, circumstances, articles)
    here.set(rule, ground)
    return ground
  }
}
