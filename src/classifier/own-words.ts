import type { Passage } from './passages.ts'

/** Share of a passage inside quotation marks from which it is taken for somebody else's words. */
const MOST_QUOTED = 0.5

const CLOSED_BY: Readonly<Record<string, string>> = { '“': '”', '「': '」', '『': '』' }

/**
 * Passages in the paper's own words: a warning that sets out what swindlers say (“交一万，一年返一千二”) sells nothing, however plain that
 * is by itself. A mark that is never closed opens nothing.
 */
export function inOwnWords<P extends Passage>(text: string, passages: readonly P[]): P[] {
  const quotedBefore = countQuoted(text)
  if (!quotedBefore) return [...passages]
  return passages.filter(({ start, end }) => quotedBefore[end]! - quotedBefore[start]! < MOST_QUOTED * (end - start))
}

/** By place: characters before it that stand between quotation marks, the marks with them; undefined where none do. */
function countQuoted(text: string): Uint32Array | undefined {
  if (!/[“「『]/.test(text)) return undefined
  const before = new Uint32Array(text.length + 1)
  const isNeverClosed = new Set<string>()
  let end = 0
  for (let at = 0; at < text.length; at++) {
    const closing = at < end ? undefined : CLOSED_BY[text[at]!]
    if (closing !== undefined && !isNeverClosed.has(closing)) {
      const close = text.indexOf(closing, at)
      if (close < 0) isNeverClosed.add(closing)
      else end = close + 1
    }
    before[at + 1] = before[at]! + (at < end ? 1 : 0)
  }
  return before
}
