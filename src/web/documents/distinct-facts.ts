import type { Fact } from '../../core/extract/fact.ts'

/** Facts without the plain sums that another fact at the same place names more exactly: a deposit is not also listed as money. */
export function distinctFacts(facts: readonly Fact[]): Fact[] {
  const exact = facts.filter(({ type, unit }) => unit === 'fen' && type !== 'money')
  return facts.filter(
    (fact) => fact.type !== 'money' || !exact.some((other) => other.value === fact.value && meets(other, fact)),
  )
}

function meets(a: Fact, b: Fact): boolean {
  return (a.parts ?? [a]).some((one) => (b.parts ?? [b]).some((two) => one.start < two.end && two.start < one.end))
}
