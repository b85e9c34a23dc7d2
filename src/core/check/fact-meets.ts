import type { Fact } from '../extract/fact.ts'
import type { FactMatcher } from './rule.ts'

/** Whether a fact is one a rule asks for: type, role, basis, and its value inside the bounds. */
export function factMeets(fact: Fact, wanted: FactMatcher): boolean {
  if (fact.type !== wanted.fact) return false
  if (wanted.role !== undefined && fact.role !== wanted.role) return false
  if (wanted.basis !== undefined && fact.basis !== wanted.basis) return false
  const { over, atLeast, under, atMost } = wanted
  if (over === undefined && atLeast === undefined && under === undefined && atMost === undefined) return true
  if (typeof fact.value !== 'number') return false
  if (over !== undefined && !(fact.value > over)) return false
  if (atLeast !== undefined && !(fact.value >= atLeast)) return false
  if (under !== undefined && !(fact.value < under)) return false
  return atMost === undefined || fact.value <= atMost
}
