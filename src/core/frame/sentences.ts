import type { Span } from '../document.ts'

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
  let inked = false
  const cut = (end: number) => {
    if (!inked && out.length > 0) out[out.length - 1]!.end = end
    else out.push({ start, end })
    start = end
    inked = false
  }
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (unit === 0x0a || unit === 0x0d) {
      if (!isSoftBreak(text, i)) cut(i + 1)
      continue
    }
    if (unit > 0x20 && unit !== 0x3000 && unit !== 0xa0) inked = true
    if (!isSentenceEnd(unit)) continue
    while (i + 1 < text.length && closesSentence(text.charCodeAt(i + 1))) i++
    cut(i + 1)
  }
  if (start < text.length) cut(text.length)
  return out
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

function isSentenceEnd(unit: number): boolean {
  return (
    unit === 0x3002 || // 。
    unit === 0xff01 || // ！
    unit === 0xff1f || // ？
    unit === 0xff1b || // ；
    unit === 0x21 ||
    unit === 0x3f ||
    unit === 0x3b ||
    unit === 0x2026 // …
  )
}

/** Marks that belong to the sentence before them: more of the same, and closing quotes and brackets. */
function closesSentence(unit: number): boolean {
  return (
    isSentenceEnd(unit) ||
    unit === 0x201d ||
    unit === 0x2019 ||
    unit === 0x300d ||
    unit === 0x300f ||
    unit === 0xff09 ||
    unit === 0x29
  )
}
