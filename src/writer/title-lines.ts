import { type Run, textOf } from '../core/letter/laid-letter.ts'

/** Characters of 二号 that fit into a line. */
const LINE_CHARACTERS = 19

/** A long title in two lines of like length, broken between its parts and never within a name (GB/T 9704-2012 7.3.1: 词意完整). */
export function titleLines(title: readonly Run[]): Run[][] {
  const length = textOf(title).length
  if (length <= LINE_CHARACTERS) return [[...title]]
  const breaks = title.slice(1).map((_, i) => textOf(title.slice(0, i + 1)).length)
  const fitting = breaks.filter((at) => at <= LINE_CHARACTERS && length - at <= LINE_CHARACTERS)
  const best = fitting.sort((a, b) => Math.abs(length - 2 * a) - Math.abs(length - 2 * b))[0]
  if (best === undefined) return [[...title]]
  const count = breaks.indexOf(best) + 1
  return [title.slice(0, count), title.slice(count)]
}
