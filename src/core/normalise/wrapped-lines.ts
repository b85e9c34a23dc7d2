import { isBlank, isDigit, isHan } from './characters.ts'
import type { Edit } from './clean-text.ts'

/** Shorter lines of one length are slogans under each other rather than one text in a narrow column. */
const NARROWEST = 12

/**
 * Takes out the breaks of a text that was cut into lines of one width, as recognition and old mail programs leave it:
 * two lines or more of a paragraph are exactly as long as its longest, and end amid a clause.
 * Breaks in words are found without it too; this one mends numbers and phrases.
 */
export function wrappedLines(text: string): Edit[] {
  const edits: Edit[] = []
  let start = 0
  while (start < text.length) {
    let end = text.indexOf('\n\n', start)
    if (end < 0) end = text.length
    mend(text, start, end, edits)
    start = end + 2
  }
  return edits
}

function mend(text: string, start: number, end: number, edits: Edit[]): void {
  const breaks: number[] = []
  let longest = 0
  for (let from = start; ; ) {
    const at = text.indexOf('\n', from)
    const stop = at < 0 || at > end ? end : at
    longest = Math.max(longest, stop - from)
    if (stop === end) break
    breaks.push(stop)
    from = stop + 1
  }
  if (longest < NARROWEST) return
  const full = breaks.filter((at, i) => at - (i === 0 ? start : breaks[i - 1]! + 1) === longest)
  if (full.length < 2) return
  for (const at of full) if (isMidClause(text, at)) edits.push({ start: at, end: at + 1, put: '' })
}

function isMidClause(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1)
  const after = text.charCodeAt(at + 1)
  if (isLetter(before)) return isLetter(after)
  const goesOn = isHan(before) || isDigit(before) || before === 0xff0c || before === 0x3001
  return goesOn && !isBlank(after) && (isHan(after) || isDigit(after) || after >= 0x3001)
}

function isLetter(unit: number): boolean {
  return (unit | 0x20) >= 0x61 && (unit | 0x20) <= 0x7a
}
