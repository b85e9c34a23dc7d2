import type { Circumstances } from '../document.ts'
import type { Fact } from '../extract/fact.ts'
import type { Rule } from './rule.ts'

/** GB/T 2260 has no such region: the region is not known. */
const NOWHERE = '000000'

/** Whether a rule of one region has no business here: the region is known and another, or not known and the text names no place there. */
export function isElsewhere(rule: Rule, { region }: Circumstances, facts: readonly Fact[]): boolean {
  if (!rule.region) return false
  const { members } = rule.region
  if (region !== NOWHERE) return !members.some((prefix) => region.startsWith(prefix))
  return !facts.some(
    ({ type, value }) => type === 'place' && members.some((prefix) => String(value).startsWith(prefix)),
  )
}
