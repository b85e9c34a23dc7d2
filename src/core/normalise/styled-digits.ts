import { matches } from '../search/matches.ts'
import type { Edit } from './clean-text.ts'

/**
 * Digits and letters in circles, brackets, with a full stop or in mathematical type. Superscripts stay (㎡, m²).
 * Planes: 1D400 mathematical, 1F100 enclosed, 1FBF0 segmented.
 */
const STYLED =
  /[\u2460-\u24ff\u2776-\u2793\u3220-\u3229\u3280-\u3289\u3251-\u325f\u32b1-\u32bf]|\ud835[\udc00-\udfff]|\ud83c[\udd00-\udd89]|\ud83e[\udff0-\udff9]/g
const GATE = /[\u2460-\u24ff\u2776-\u2793\u3220-\u32bf\ud835\ud83c\ud83e]/

/** A circled number followed by one of these counts something; otherwise, at the head of a clause, it numbers a list. */
const COUNTS =
  /^(?:[\u2460-\u24ff\u2776-\u2793\d.]*)(?:[万萬千百亿%％元块倍折成wWkK点分厘半岁]|个月|年期?(?!化|度)|份(?!额)|天|位(?!于|置)|人(?![员工民际])|张|套(?![房餐])|组(?!织))/

/** Undoes styled digits and letters. `①本机构…②…` stays: a list marker next to a number would change the number. */
export function styledDigits(text: string): Edit[] {
  if (!GATE.test(text)) return []
  const edits: Edit[] = []
  for (const match of matches(STYLED, text)) {
    const start = match.index
    const end = start + match[0].length
    const put = plain(match[0])
    if (put === undefined || isListMarker(text, start, end, match[0])) continue
    edits.push({ start, end, put, disguise: 'styled_digit' })
  }
  return edits
}

function plain(character: string): string | undefined {
  const unit = character.charCodeAt(0)
  // Dingbat circles ❶ to ➓ have no compatibility form.
  if (unit >= 0x2776 && unit <= 0x2793) return String(((unit - 0x2776) % 10) + 1)
  if (unit >= 0x24eb && unit <= 0x24f4) return String(unit - 0x24eb + 11)
  if (unit >= 0x24f5 && unit <= 0x24fe) return String(unit - 0x24f5 + 1)
  if (unit === 0x24ff) return '0'
  const code = character.codePointAt(0)!
  if (code >= 0x1f150 && code <= 0x1f189) return String.fromCharCode(0x41 + ((code - 0x1f150) % 0x20))
  const bare = character.normalize('NFKC').replace(/[().,〔〕]/g, '')
  return /^[0-9A-Za-z一二三四五六七八九十]{1,2}$/.test(bare) ? bare : undefined
}

function isListMarker(text: string, start: number, end: number, character: string): boolean {
  const unit = character.charCodeAt(0)
  if (unit >= 0xd800 && unit <= 0xdfff) return false
  // Other styled digits beside it: a number, a telephone.
  if (isStyledUnit(text.charCodeAt(start - 1)) || isStyledUnit(text.charCodeAt(end))) return false
  const after = text.slice(end, end + 6)
  const before = start === 0 ? '' : text[start - 1]!
  const heads = before === '' || /[\s。；;：:，,、.!！?？（(]/.test(before)
  if (/\d/.test(before) || (/^\d/.test(after) && !heads)) return false
  return heads ? !/^[万萬千百亿%％]/.test(after) : !COUNTS.test(after) && !/[息利化投存交]/.test(before)
}

function isStyledUnit(unit: number): boolean {
  return (unit >= 0x2460 && unit <= 0x24ff) || (unit >= 0x2776 && unit <= 0x2793)
}
