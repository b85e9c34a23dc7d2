import { extract } from '../../../src/core/extract/extract.ts'
import type { Fact, FactType } from '../../../src/core/extract/fact.ts'
import { normalise } from '../../../src/core/normalise/normalise.ts'

/** The facts of one type in a text. */
export function factsOf(text: string, type: FactType): Fact[] {
  return extract(normalise(text)).filter((fact) => fact.type === type)
}

/** Their values. */
export function valuesOf(text: string, type: FactType): (number | string)[] {
  return factsOf(text, type).map((fact) => fact.value)
}
