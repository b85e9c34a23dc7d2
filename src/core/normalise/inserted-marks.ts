import { matches } from '../search/matches.ts'
import { isBlank, isHan } from './characters.ts'
import type { Edit } from './clean-text.ts'
import { areNeighbours, type TargetWords, targetFrom } from './targets.ts'

/** Longest run of marks between two characters that can still be one word. */
const LONGEST_GAP = 6

/**
 * Two-character words read across a blank or a dash only when no everyday word claims their ends:
 * 确保 本公司 is not 保本, 返还/本金 is not 还本.
 */
const EVERYDAY = new Set(
  '确保 担保 社保 医保 环保 投保 参保 酒保 承保 劳保 返还 归还 偿还 退还 还有 本金 本人 本公 本院 本店 本次 本项 本合 本协 本机 本单 本市 本省 本基 本息 本着 本报 本身 本地 本年 本月 本周 利用 利于 利润 利率 利益 有利 便利 顺利 胜利 权利 收到 收取 收费 收入 吸收 回收 益处 资金 资料 资源 投入 投诉 休息 信息 消息 息息'.split(
    ' ',
  ),
)

/**
 * 保*本, 保.本, 保 本, 保😊本: marks between Han characters are taken out where the characters then make a target word.
 * Sentence punctuation never is: 确保，本公司 are two clauses.
 */
export function insertedMarks(text: string, targets: TargetWords): Edit[] {
  if (targets.longest === 0) return []
  const edits: Edit[] = []
  let run: Gapped = { joined: '', places: [], gaps: [] }
  const finish = () => {
    if (run.gaps.length > 0) undo(text, run, targets, edits)
    run = { joined: '', places: [], gaps: [] }
  }
  for (const match of matches(GAPS, text)) {
    const start = match.index
    const end = start + match[0].length
    const last = run.places.length === 0 ? -1 : run.places[run.places.length - 1]!
    // Far from the gap before: the characters between them cannot be in one word with both.
    if (last < 0 || start - last - 1 > targets.longest * 2) {
      finish()
      take(run, text, hanStart(text, start, targets.longest), start)
    } else take(run, text, last + 1, start)
    run.gaps.push({ at: run.joined.length, start, end })
    const next = hanEnd(text, end, targets.longest)
    // Only as far as the next gap: it is taken from here again.
    take(run, text, end, next)
  }
  finish()
  return edits
}

/** Marks, blanks and pictures between two Han characters; what punctuates (，。；：！？、“”（）《》) is not among them. */
const MARKS =
  "[ \\t\\r\\n\\u3000\\u00a0!-'*+\\-./<=>@\\\\^_`|~\\u00a1-\\u00bf\\u00d7\\u2010-\\u2016\\u2018\\u2019\\u2020-\\u2027\\u2030-\\u205e\\u2190-\\u2bff\\u3003\\u3012\\u3013\\u30fb\\uff0a\\uff65]"
const PICTURE = ['[\\ud83c-\\ud83e]', '[\\udc00-\\udfff]'] as const
const AFTER_HAN = '(?<=[\\u3400-\\u9fff][^])'
/** The character before is looked at from the first mark: marks are few, characters many. */
const GAPS = new RegExp(
  `(?:${MARKS}${AFTER_HAN}|${PICTURE.join(AFTER_HAN)})(?:${MARKS}|${PICTURE.join('')}){0,${LONGEST_GAP * 2 - 1}}(?=[\\u3400-\\u9fff])`,
  'g',
)

/** Characters around gaps, put together, with the place of each in the text. */
interface Gapped {
  joined: string
  places: number[]
  gaps: { at: number; start: number; end: number }[]
}

function take(run: Gapped, text: string, start: number, end: number): void {
  for (let i = Math.max(start, run.places.length ? run.places[run.places.length - 1]! + 1 : 0); i < end; i++) {
    run.places.push(i)
    run.joined += text[i]!
  }
}

function hanStart(text: string, before: number, most: number): number {
  let at = before
  while (at > 0 && before - at < most && isHan(text.charCodeAt(at - 1))) at--
  return at
}

function hanEnd(text: string, from: number, most: number): number {
  let at = from
  while (at < text.length && at - from < most && isHan(text.charCodeAt(at))) at++
  return at
}

function undo(text: string, run: Gapped, targets: TargetWords, edits: Edit[]): void {
  for (const gap of run.gaps) {
    if (!makesWord(text, run, gap, targets)) continue
    edits.push({ start: gap.start, end: gap.end, put: '', disguise: 'inserted_mark' })
  }
}

function makesWord(text: string, run: Gapped, gap: Gapped['gaps'][number], targets: TargetWords): boolean {
  // A word across the gap holds the characters on both sides of it side by side.
  if (!areNeighbours(targets, text.charCodeAt(gap.start - 1), text.charCodeAt(gap.end))) return false
  const soft = isSoft(text, gap.start, gap.end)
  if (soft === 'break') return false
  for (let from = Math.max(0, gap.at - targets.longest + 1); from < gap.at; from++) {
    const limit = Math.min(run.joined.length, from + targets.longest)
    const end = targetFrom(run.joined, from, gap.at, limit, targets)
    if (end < 0) continue
    if (soft === 'hard' || end - from > 2) return true
    if (!claimed(run, from, end)) return true
  }
  return false
}

/** A star or a full stop between two characters has no use of its own; blanks, dashes and pictures often part words. */
function isSoft(text: string, start: number, end: number): 'hard' | 'soft' | 'break' {
  let lines = 0
  let hard = false
  for (let i = start; i < end; i++) {
    const unit = text.charCodeAt(i)
    if (unit === 0x0a) lines++
    else if (!isBlank(unit) && '*._^`#@=+&$\'"%'.includes(text[i]!)) hard = true
  }
  if (lines > 1) return 'break'
  return hard ? 'hard' : 'soft'
}

function claimed(run: Gapped, from: number, end: number): boolean {
  const left = from > 0 && touches(run, from) ? run.joined.slice(from - 1, from + 1) : ''
  const right = end < run.joined.length && touches(run, end) ? run.joined.slice(end - 1, end + 1) : ''
  return EVERYDAY.has(left) || EVERYDAY.has(right)
}

/** True when nothing stands between the character at `at` and the one before it. */
function touches(run: Gapped, at: number): boolean {
  return run.places[at]! === run.places[at - 1]! + 1
}
