import type { LetterFacts, ValueType } from './sources.ts'
import type { LetterTemplate } from './template.ts'

/** What a template proposes for its inputs, as an officer would type it; inputs with nothing known to propose are left out. */
export function proposedFor({ input }: Pick<LetterTemplate, 'input'>, facts: LetterFacts): Record<string, string> {
  return Object.fromEntries(
    Object.entries(input).flatMap(([name, { type, proposed }]) => {
      const value = proposed === null ? undefined : facts[proposed]
      if (typeof value !== 'string' && typeof value !== 'number') return []
      return [[name, asTyped(type, value)]]
    }),
  )
}

function asTyped(type: ValueType, value: string | number): string {
  return type === 'fen' ? (Number(value) / 100).toFixed(2).replace(/\.00$/, '') : String(value)
}
