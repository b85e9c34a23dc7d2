import { isDigit } from '../normalise/characters.ts'
import { figureRuns } from './figure-runs.ts'

/** Where digits stand in a row: days, telephone and card numbers are looked for there alone and not at every place of a text. */
export interface DigitRuns {
  /** Start and end of each run, one after the other. */
  bounds: readonly number[]
  /** Digits of the longest run. */
  longest: number
  /** Most digits in runs parted by no more than two blanks, dashes or closing brackets, as people write long numbers. */
  mostChained: number
}

/** Finds every run of the digits 0 to 9, among the runs of figures. */
export function digitRuns(text: string, figures: readonly number[] = figureRuns(text)): DigitRuns {
  if (figures.length === 0) return NO_DIGITS
  const bounds: number[] = []
  let longest = 0
  let mostChained = 0
  let chained = 0
  for (let run = 0; run < figures.length; run += 2) {
    const to = figures[run + 1]!
    for (let at = figures[run]!; at < to; at++) {
      if (!isDigit(text.charCodeAt(at))) continue
      let end = at + 1
      while (end < to && isDigit(text.charCodeAt(end))) end++
      if (bounds.length === 0 || !isChain(text, bounds[bounds.length - 1]!, at)) chained = 0
      chained += end - at
      if (end - at > longest) longest = end - at
      if (chained > mostChained) mostChained = chained
      bounds.push(at, end)
      at = end
    }
  }
  return { bounds, longest, mostChained }
}

const NO_DIGITS: DigitRuns = { bounds: [], longest: 0, mostChained: 0 }

function isChain(text: string, from: number, to: number): boolean {
  if (to - from > 2) return false
  for (let at = from; at < to; at++) if (!' -)'.includes(text[at]!)) return false
  return true
}
