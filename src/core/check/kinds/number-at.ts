import { numerals } from '../../extract/chinese-number.ts'
import type { Match, Seen } from '../seen.ts'

/** The number at a match: the fact's own value, or the first number written in its words (备案床位一百二十张 is 120). */
export function numberAt(seen: Seen, { start, end, fact }: Match): number | undefined {
  if (fact) return typeof fact.value === 'number' ? fact.value : undefined
  return numerals(seen.clean.text.slice(start, end))[0]?.value
}
