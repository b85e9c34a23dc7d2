import type { Span } from '../document.ts'
import { markSet } from '../search/mark-set.ts'

/** A line at least this long that stops without punctuation was broken by the page, not by the writer. */
const WRAPPED_LINE = 24

const HEADS_ITEM =
  /^[ \t\u3000]*(?:第[一二三四五六七八九十百零\d]{1,5}[章节条]|[（(]?[一二三四五六七八九十\d]{1,3}[)）、.．]|[①-⑳•·●◆■★☆▶▪-])/

/**
 * Cuts text into sentences that cover it whole: after 。！？； and line breaks, with closing quotes kept to the sentence they close.
 * A sentence of nothing but white space goes with the one before it.
 */
export function sentences(text: string): Span[] {
  const out: Span[] = []
  let start = 0
  const cut = (end: number) => {
    if (out.length > 0 && isBlank(text, start, end)) out[out.length - 1]!.end = end
    else out.push({ start, end })
    start = end
  }
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (CUTS[unit] === 0) continue
    if (unit === 0x0a || unit === 0x0d) {
      if (!isSoftBreak(text, i)) cut(i + 1)
      continue
    }
    while (i + 1 < text.length && CLOSES[text.charCodeAt(i + 1)] !== 0) i++
    cut(i + 1)
  }
  if (start < text.length) cut(text.length)
  return out
}

const ENDS = '。！？；!?;…'
const CUTS = markSet(`${ENDS}\n\r`)
/** Marks that belong to the sentence before them: more of the same, and closing quotes and brackets. */
const CLOSES = markSet(`${ENDS}”’」』）)`)

/** Nothing but white space: of most sentences the first character says that there is more. */
function isBlank(text: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++) {
    const unit = text.charCodeAt(i)
    if (unit > 0x20 && unit !== 0x3000 && unit !== 0xa0) return false
  }
  return true
}

/** True for a line break in the middle of a sentence: a full line before it, no punctuation, no list item after it. */
export function isSoftBreak(text: string, at: number): boolean {
  if (text.charCodeAt(at) === 0x0d) return text.charCodeAt(at + 1) === 0x0a && isSoftBreak(text, at + 1)
  const last = text.charCodeAt(at - 1) === 0x0d ? at - 2 : at - 1
  if (!isWord(text.charCodeAt(last)) || !isWord(text.charCodeAt(at + 1))) return false
  for (let i = last; i > last - WRAPPED_LINE + 1; i--) if (i < 0 || text.charCodeAt(i) === 0x0a) return false
  return !HEADS_ITEM.test(text.slice(at + 1, at + 10))
}

function isWord(unit: number): boolean {
  return (unit >= 0x3400 && unit <= 0x9fff) || (unit >= 0x30 && unit <= 0x39) || unit === 0x25 || unit === 0x3001
}
