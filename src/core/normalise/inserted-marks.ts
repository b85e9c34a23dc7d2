import { matches } from '../search/matches.ts'
import { isBlank, isHan } from './characters.ts'
import type { Edit } from './clean-text.ts'
import { type WordAcross, wordInHalvesAcross, wordRespeltAcross } from './respelt-across.ts'
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
 * 保*本, 保.本, 保 本, 保😊本: marks between Han characters are taken out where the characters then make a target word, as they are
 * written or, where one beside the gap is written for another beyond doubt, as they are meant: 保.夲, 分 糸工.
 * Sentence punctuation never is: 确保，本公司 are two clauses.
 */
export function insertedMarks(text: string, targets: TargetWords): Edit[] {
  if (targets.longest === 0) return []
  const edits: Edit[] = []
  // Places among the edits.
  const lonely = new Set<number>()
  let run: Gapped = { joined: '', places: [], gaps: [] }
  const finish = () => {
    if (run.gaps.length > 0) undo(text, run, targets, edits, lonely)
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
  return lonely.size === 0 ? edits : edits.filter((_, i) => !lonely.has(i) || isAmidOther(text, edits, i))
}

/** How near another hidden word must stand, in units. */
const NEAR = 24

/** Whoever hides one word that tells nothing hides more: 竺❖宿、团❖绯. */
function isAmidOther(text: string, edits: readonly Edit[], place: number): boolean {
  const { start, end } = edits[place]!
  const around = (edit: Edit) => text[edit.start - 1]! + text[edit.end]!
  const isOther = (other: Edit | undefined) =>
    other !== undefined && Math.abs(other.start - start) <= NEAR && around(other) !== around({ start, end, put: '' })
  return isOther(edits[place - 1]) || isOther(edits[place + 1])
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

function undo(text: string, run: Gapped, targets: TargetWords, edits: Edit[], lonely: Set<number>): void {
  for (const gap of run.gaps) {
    const word = wordAcross(text, run, gap, targets)
    if (!word) continue
    if (word.isLesser) lonely.add(edits.length)
    edits.push({ start: gap.start, end: gap.end, put: '', disguise: 'inserted_mark' })
  }
}

function wordAcross(text: string, run: Gapped, gap: Gapped['gaps'][number], targets: TargetWords) {
  const soft = isSoft(text, gap.start, gap.end)
  if (soft === 'break') return undefined
  const written = wordWrittenAcross(text, run, gap, targets, soft)
  if (written) return written
  const meant = wordMeantAcross(text, run, gap, targets)
  return meant && (soft === 'hard' || !isClaimed(run, meant)) ? meant : undefined
}

function wordWrittenAcross(
  text: string,
  run: Gapped,
  gap: Gapped['gaps'][number],
  targets: TargetWords,
  soft: 'hard' | 'soft',
): WordAcross | undefined {
  // A word across the gap holds the characters on both sides of it side by side.
  if (!areNeighbours(targets, text.charCodeAt(gap.start - 1), text.charCodeAt(gap.end))) return undefined
  for (let start = Math.max(0, gap.at - targets.longest + 1); start < gap.at; start++) {
    const limit = Math.min(run.joined.length, start + targets.longest)
    const end = targetFrom(run.joined, start, gap.at, limit, targets)
    if (end < 0) continue
    const word: WordAcross = { start, end, isLesser: false }
    if (soft === 'hard' || end - start > 2 || !isClaimed(run, word)) return word
  }
  return undefined
}

/** A number in a circle (押佥⒏万) is no mark; blanks part words, but those of an offer. */
function wordMeantAcross(
  text: string,
  { joined }: Gapped,
  { at, start, end }: Gapped['gaps'][number],
  targets: TargetWords,
) {
  const word = wordInHalvesAcross(joined, at, targets) ?? wordRespeltAcross(joined, at, targets)
  if (!word || NUMBERS.test(text.slice(start, end))) return undefined
  return word.isLesser && isBlank(text.charCodeAt(start)) ? undefined : word
}

const NUMBERS = /[\u2460-\u24ff\u2776-\u2793]/

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

function isClaimed(run: Gapped, { start, end }: WordAcross): boolean {
  const left = start > 0 && touches(run, start) ? run.joined.slice(start - 1, start + 1) : ''
  const right = end < run.joined.length && touches(run, end) ? run.joined.slice(end - 1, end + 1) : ''
  return EVERYDAY.has(left) || EVERYDAY.has(right)
}

/** True when nothing stands between the character at `at` and the one before it. */
function touches(run: Gapped, at: number): boolean {
  return run.places[at]! === run.places[at - 1]! + 1
}
