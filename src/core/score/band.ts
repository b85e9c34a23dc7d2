import type { Scoring } from '../check/rule.ts'
import { BANDS, type Band } from '../document.ts'

/** The colour of a score. */
export function bandOf(score: number, bands: Scoring['bands']): Band {
  if (score >= bands.red) return 'red'
  if (score >= bands.orange) return 'orange'
  if (score >= bands.yellow) return 'yellow'
  return score >= bands.blue ? 'blue' : 'none'
}

/** The milder of two. */
export function atMost(band: Band, cap: Band): Band {
  return BANDS.indexOf(band) >= BANDS.indexOf(cap) ? band : cap
}

/** The graver of two. */
export function atLeast(band: Band, floor: Band): Band {
  return BANDS.indexOf(band) <= BANDS.indexOf(floor) ? band : floor
}

/** The gravest of several. */
export function worstBand(bands: readonly Band[]): Band {
  return BANDS.find((band) => bands.includes(band)) ?? 'none'
}
