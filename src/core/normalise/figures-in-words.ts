import { matches } from '../search/matches.ts'
import type { Edit } from './clean-text.ts'

/** ①分钱不用掏, ①次性交清, ①律不退; 惟①. As a number it would count, as the point of a list it would stand before what it lists. */
const ONE =
  /[①❶➀](?=分(?:钱|不(?![清开出明])|没(?:有)?[少差动扣]|未[少扣]|都不|也不|少|扣)|文(?:钱|不)|次性|律(?:不|概)|辈子|条龙)|(?<=[惟唯])[①❶➀]/g
/** 〇风险, ⓪风险; 冈险 is what halves leave of it. */
const NOUGHT = /(?<![零〇一二三四五六七八九\d])[〇⓪⓿](?=风险|冈险|feng ?险)/g
const GATE = /[①❶➀〇⓪⓿]/

/** Figures in place of the characters of a word: 一 and 零. Those that count something are left to other steps. */
export function figuresInWords(text: string): Edit[] {
  if (!GATE.test(text)) return []
  const put = (pattern: RegExp, character: string) =>
    [...matches(pattern, text)].map(
      ({ 0: { length }, index }): Edit => ({
        start: index,
        end: index + length,
        put: character,
        disguise: 'styled_digit',
      }),
    )
  return [...put(ONE, '一'), ...put(NOUGHT, '零')].sort((a, b) => a.start - b.start)
}
