import type { Span } from '../document.ts'
import { markSet } from '../search/mark-set.ts'
import { isSoftBreak } from './sentences.ts'

const MARKS = markSet('，,。；;！!？?：:\n\r')

/** The longest clause looked at: text without any punctuation must not cost its length again for every hit in it. */
const LONGEST = 200

/** The clause that offset `at` of a text stands in: between ，。；：！？ or a line break, marks left out. */
export function clauseAt(text: string, at: number): Span {
  let start = at
  while (start > 0 && at - start < LONGEST && !ends(text, start - 1)) start--
  let end = at
  while (end < text.length && end - at < LONGEST && !ends(text, end)) end++
  return { start, end }
}

/** All clauses of `[start, end)` of a text, in order, empty ones left out. */
export function clauses(text: string, start = 0, end = text.length): Span[] {
  const found: Span[] = []
  let from = start
  for (let i = start; i <= end; i++) {
    if (i < end && !ends(text, i)) continue
    if (i > from) found.push({ start: from, end: i })
    from = i + 1
  }
  return found
}

function ends(text: string, at: number): boolean {
  const unit = text.charCodeAt(at)
  if (MARKS[unit] === 0) return false
  if (unit === 0x0a || unit === 0x0d) return !isSoftBreak(text, at)
  // 1,000 and 12:30 are one thing.
  return !((unit === 0x2c || unit === 0x3a) && isDigit(text, at - 1) && isDigit(text, at + 1))
}

function isDigit(text: string, at: number): boolean {
  const unit = text.charCodeAt(at)
  return unit >= 0x30 && unit <= 0x39
}
