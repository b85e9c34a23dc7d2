import type { Kind } from '../document.ts'
import type { Fact } from '../extract/fact.ts'
import type { CleanText } from '../normalise/clean-text.ts'
import type { FramedSentence, Framing } from './frame.ts'
import { sentences } from './sentences.ts'

/** Reads whose words each sentence holds, and what sort of writing the whole is. A given kind outranks the guess. */
export function frameDocument(clean: CleanText, _facts: readonly Fact[], givenKind: Kind = 'unknown'): Framing {
  const framed: FramedSentence[] = sentences(clean.text).map((span) => ({
    ...span,
    frame: givenKind === 'complaint' || givenKind === 'report' ? 'complainant' : 'seller',
    because: 'given_kind',
  }))
  return { genre: 'other', genreBecause: [], guessedKind: 'unknown', sentences: framed }
}

/** The sentence that clean offset `offset` stands in; the last one for an offset at or past the end. */
export function frameAt(framing: Framing, offset: number): FramedSentence {
  const all = framing.sentences
  let low = 0
  let high = all.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (all[middle]!.start <= offset) low = middle
    else high = middle - 1
  }
  return all[low] ?? { start: 0, end: 0, frame: 'other', because: 'empty' }
}
