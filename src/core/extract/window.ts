import { type MarkSet, markSet } from '../search/mark-set.ts'
import { neededWords } from '../search/needed-words.ts'

/** What ends a clause, as far as a number and its noun are concerned; what ends a sentence. Asked of each character of a window. */
const BREAKS = markSet('，,。；;！!？?\n\r')
const STOPS = markSet('。；;！!？?\n\r')

/** The UTF-16 unit at a place of a text, and 0, which no set of marks holds, before its start and past its end. */
export function unitAt(text: string, at: number): number {
  return at >= 0 && at < text.length ? text.charCodeAt(at) : 0
}

/** Up to `most` characters before `at`, no further back than the clause. */
export function clauseBefore(text: string, at: number, most: number): string {
  return text.slice(back(text, at, most, BREAKS), at)
}

/** Up to `most` characters from `at` on, no further than the clause. */
export function clauseAfter(text: string, at: number, most: number): string {
  return text.slice(at, forth(text, at, most, BREAKS))
}

/** Up to `most` characters before `at`, no further back than the sentence. */
export function sentenceBefore(text: string, at: number, most: number): string {
  return text.slice(back(text, at, most, STOPS), at)
}

/** Up to `most` characters from `at` on, no further than the sentence. */
export function sentenceAfter(text: string, at: number, most: number): string {
  return text.slice(at, forth(text, at, most, STOPS))
}

/** Characters of which a text holds one wherever one of the patterns has a match in it: the first ones of the words they need. */
export function marksOf(...patterns: readonly RegExp[]): MarkSet {
  return markSet(patterns.flatMap((pattern) => neededWords(pattern)!.map((word) => word[0])).join(''))
}

/** The last match of a global pattern in a short window. */
export function lastMatch(window: string, pattern: RegExp): RegExpExecArray | undefined {
  let last: RegExpExecArray | undefined
  pattern.lastIndex = 0
  for (let match = pattern.exec(window); match; match = pattern.exec(window)) {
    if (match[0] === '') pattern.lastIndex++
    last = match
  }
  return last
}

function back(text: string, at: number, most: number, marks: MarkSet): number {
  const floor = Math.max(0, at - most)
  let from = at
  while (from > floor && !isMark(text, from - 1, marks)) from--
  return from
}

function forth(text: string, at: number, most: number, marks: MarkSet): number {
  const ceiling = Math.min(text.length, at + most)
  let to = at
  while (to < ceiling && !isMark(text, to, marks)) to++
  return to
}

/** A comma between digits groups them and ends nothing. */
function isMark(text: string, at: number, marks: MarkSet): boolean {
  const unit = text.charCodeAt(at)
  if (marks[unit] === 0) return false
  return !(unit === 0x2c && /\d/.test(text[at - 1] ?? '') && /\d{3}/.test(text.slice(at + 1, at + 4)))
}
