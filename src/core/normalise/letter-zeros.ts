import { matches } from '../search/matches.ts'
import type { Edit } from './clean-text.ts'

/** 4OO元, 36ooo, 12 oo: the letter after a digit, as far as a unit, a point or a sentence mark. English words and product names go on in letters. */
const ZEROS = /(?<=[0-9] ?)[oOОо]+(?=[0-9oO元块圆万千百年月日天人份套张%％,，.。；;、\s)）]|个月|$)/g

/** Letters that stand for noughts in a number. One by itself must be followed by a unit or another digit. */
export function letterZeros(text: string): Edit[] {
  if (!/[0-9] ?[oOОо]/.test(text)) return []
  const edits: Edit[] = []
  for (const match of matches(ZEROS, text)) {
    const end = match.index + match[0].length
    const isSure = match[0].length > 1 || /^[0-9元块圆万千百%％]/.test(text.slice(end, end + 1))
    if (isSure) edits.push({ start: match.index, end, put: '0'.repeat(match[0].length), disguise: 'styled_digit' })
  }
  return edits
}
