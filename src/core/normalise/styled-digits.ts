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
  /^(?:[\u2460-\u24ff\u2776-\u2793\d.]*)(?:[万萬千百十亿%％元块倍折成wWkK点分厘半岁]|个月|年期?(?!化|度)|份(?!额)|天|位(?!于|置)|人(?![员工民际])|张|套(?![房餐])|组(?!织))/

/** Undoes styled digits and letters. `①本机构…②…` stays: a list marker next to a number would change the number. */
export function styledDigits(text: string): Edit[] {
  if (!GATE.test(text)) return []
  const edits: Edit[] = []
  const notes = new Map<string, boolean>()
  for (const match of matches(STYLED, text)) {
    const start = match.index
    const end = start + match[0].length
    const put = plain(match[0])
    if (put === undefined || isListMarker(text, start, end, match[0], notes)) continue
    edits.push({ start, end, put: amidFigures(text, start) ? inCharacters(put) : put, disguise: 'styled_digit' })
  }
  return edits
}

/** Whether a number in characters goes on: 百分之十②, but not ①千② nor 3千②. */
function amidFigures(text: string, at: number): boolean {
  let before = at - 1
  while (SCALE.test(text[before] ?? '')) before--
  return before < at - 1 && !/\d/.test(text[before] ?? '') && !isStyledUnit(text.charCodeAt(before))
}

const SCALE = /[十百千万]/

function inCharacters(digit: string): string {
  return /^[1-9]$/.test(digit) ? '一二三四五六七八九'[Number(digit) - 1]! : digit
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

/** `notes`: of characters asked about before, whether they number something in the text. */
function isListMarker(
  text: string,
  start: number,
  end: number,
  character: string,
  notes: Map<string, boolean>,
): boolean {
  const unit = character.charCodeAt(0)
  if (unit >= 0xd800 && unit <= 0xdfff) return false
  // Other styled digits beside it: a number, a telephone.
  if (isStyledUnit(text.charCodeAt(start - 1)) || isStyledUnit(text.charCodeAt(end))) return false
  const after = text.slice(end, end + 6)
  const before = start === 0 ? '' : text[start - 1]!
  const heads = before === '' || HEADS.test(before)
  if (/\d/.test(before) || (/^\d/.test(after) && !heads)) return false
  // ①千②, 百分之十②: a figure goes on, where no note of that number stands at the head of a line or clause.
  if (SCALE.test(before) && /^[1-9]$/.test(plain(character)!) && !isNote(text, character, notes)) return false
  return heads ? !/^[万萬千百亿%％]/.test(after) : !COUNTS.test(after) && !/[息利化投存交]/.test(before)
}

/**
 * Whether a circled number numbers something in the text, a note or a point of a list: it stands at the head of a line, clause or bracket, the
 * one before it does (①门票二百②餐费一百), or the one behind it stands where it counts nothing.
 */
function isNote(text: string, character: string, notes: Map<string, boolean>): boolean {
  const known = notes.get(character)
  if (known !== undefined) return known
  const isMarker = (mark: string) => someOf(text, mark, (at) => isLoose(text, at))
  const [before, behind] = [beside(character, -1), beside(character, 1)]
  const is =
    someOf(text, character, (at) => at === 0 || NOTE_HEADS.test(text[at - 1]!)) ||
    (before !== undefined && text.includes(before) && (isNote(text, before, notes) || isMarker(before))) ||
    (behind !== undefined && isMarker(behind))
  notes.set(character, is)
  return is
}

/** The number before or behind in the same series, down to ① and up to ⑳. */
function beside(character: string, step: number): string | undefined {
  const unit = character.charCodeAt(0) + step
  return unit >= FIRST_CIRCLED && unit <= LAST_CIRCLED ? String.fromCharCode(unit) : undefined
}

const [FIRST_CIRCLED, LAST_CIRCLED] = [0x2460, 0x2473]

/** Where it neither counts what follows nor goes on behind a figure's unit. */
function isLoose(text: string, at: number): boolean {
  return !COUNTS.test(text.slice(at + 1, at + 7)) && !SCALE.test(text[at - 1] ?? '')
}

function someOf(text: string, character: string, holds: (at: number) => boolean): boolean {
  for (let at = text.indexOf(character); at >= 0; at = text.indexOf(character, at + 1)) if (holds(at)) return true
  return false
}

const HEADS = /[\s。；;：:，,、.!！?？（(]/
const NOTE_HEADS = /[\s。；;：:，,、.!！?？（([【〔“注表]/

function isStyledUnit(unit: number): boolean {
  return (unit >= 0x2460 && unit <= 0x24ff) || (unit >= 0x2776 && unit <= 0x2793)
}
