import type { Sign } from '../document.ts'
import { type CleanText, originalSpan } from '../normalise/clean-text.ts'

/** What was read, and the words it was read from. */
export interface SignOf<T> extends Sign {
  value: T
}

/** A sign at a clean place. */
export function signAt<T>(clean: CleanText, value: T, because: string, start: number, end: number): SignOf<T> {
  const span = originalSpan(clean, start, end)
  return { value, because, ...span, quote: clean.original.slice(span.start, span.end) }
}

/** The first of the signs when all say the same; where two fit, nothing is read. */
export function unanimous<T>(signs: readonly SignOf<T>[]): SignOf<T> | undefined {
  const [first] = signs
  return first && signs.every(({ value }) => value === first.value) ? first : undefined
}

export function markOf<T>({ because, start, end, quote }: SignOf<T>): Sign {
  return { because, start, end, quote }
}
