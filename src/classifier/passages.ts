import { foldCode } from './grams.ts'

/** A passage has at least so many characters, where the text has. */
const LEAST = 40

/** `start` up to `end` (exclusive) in the clean text. */
export interface Passage {
  start: number
  end: number
}

/**
 * A text cut into passages at the ends of its sentences, each of at least {@link LEAST} characters but for the last; together they hold all its words. One
 * unlawful sentence in a long paper is drowned by the rest of it, and stands out in its passage.
 */
export function passagesOf(text: string): Passage[] {
  const passages: Passage[] = []
  let start = 0
  let hasWords = false
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    hasWords ||= foldCode(code) !== 0
    if (!hasWords || at + 1 - start < LEAST || !ENDS.has(code)) continue
    passages.push({ start, end: at + 1 })
    start = at + 1
    hasWords = false
  }
  if (hasWords || passages.length === 0) passages.push({ start, end: text.length })
  return passages
}

const ENDS: ReadonlySet<number> = new Set([...'。！？；!?;\n'].map((mark) => mark.charCodeAt(0)))
