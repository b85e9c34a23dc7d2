import { type CleanText, originalSpan } from '../core/normalise/clean-text.ts'
import { CLEAR, type Signal } from '../core/score/assessment.ts'
import { inOwnWords } from './own-words.ts'
import type { Passage } from './passages.ts'

/** From here on the whole says it, and no passage has to. */
const PLAIN = 0.9

/** Whether passages are asked about at all: a short text is one passage, and a plain one needs none. */
export function mayHaveClear(passages: readonly Passage[], whole: number): boolean {
  return passages.length > 1 && whole < PLAIN
}

/**
 * Of passages with what each would be given by itself those that speak for themselves in the paper's own words, more surely than the whole, and
 * the plainest.
 */
export function clearPassages(
  clean: CleanText,
  whole: number,
  passages: readonly (Passage & { probability: number })[],
): Pick<Signal, 'passage' | 'passages'> {
  const clear = inOwnWords(
    clean.text,
    passages.filter(({ probability }) => probability >= CLEAR && probability > whole),
  ).map(({ start, end, probability }) => ({ ...originalSpan(clean, start, end), probability }))
  if (clear.length === 0) return {}
  const plainest = clear.reduce((most, one) => (one.probability > most.probability ? one : most))
  return { ...(plainest.probability >= PLAIN && { passage: plainest }), passages: clear }
}
