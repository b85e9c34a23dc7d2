import { CHARACTER_HALVES } from './character-halves.ts'
import type { OtherSpelling } from './other-reading.ts'

/** Halves as they are typed where a keyboard lacks the part. */
const TYPED =
  '保亻呆 保人呆 赚贝兼 赔贝咅 钱钅戋 钱金戋 财贝才 兑丷兄 额客页 治水台 股肉殳 证言正 诺言若 法水去 现玉见 酬酉州 奖将大 病疒丙 返辶反 返反辶 还不辶 红糸工 付人寸'

/** A character written as its two halves: 返禾刂 for 返利. */
export function splitCharacters(characters: ReadonlySet<number>): OtherSpelling[] {
  return [...CHARACTER_HALVES.trim().split(/\s/), ...TYPED.split(' ')]
    .filter((entry) => characters.has(entry.charCodeAt(0)))
    .map((entry) => ({
      written: entry.slice(1, 3),
      unit: entry.charCodeAt(0),
      kind: 'split_character',
      doubt: entry.endsWith('?') ? 'some' : 'none',
    }))
}
