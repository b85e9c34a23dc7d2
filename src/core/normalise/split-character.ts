import { CHARACTER_HALVES } from './character-halves.ts'
import { charactersOfRows } from './gb2312.ts'
import type { Doubt, OtherSpelling } from './other-reading.ts'

/** Halves as they are typed where a keyboard lacks the part. */
const TYPED =
  '保亻呆 保人呆 赚贝兼 赔贝咅 钱钅戋 钱金戋 财贝才 兑丷兄 额客页 治水台 股肉殳 证言正 诺言若 法水去 现玉见 酬酉州 奖将大 病疒丙 红糸工 付人寸'

/** Parts by their forms: what else is typed for them that nobody writes by chance, and after the bar what is a character of its own. */
const TYPED_FOR =
  '人亻イ 水氵シ冫 冰冫氵シ 心忄|小 手扌オ|才 衣衤ネ礻 示礻ネ衤 刀刂リ 草艸艹卄廾 辵辶廴|之 邑阝卩β 阜阝卩β 丝纟糸幺 囗|口 宀冖 病疒 攴攵夂|文 网罒|四 力カ 工エ 口ロ'

/** Written beside the part on its left, these stand on the right as well: 反辶. */
const WRITTEN_LAST = '辶廴'

/** On the right 心 and 手 keep their shape. */
const ON_THE_LEFT_ONLY = '心忄手扌'

/** A character written as its two halves: 返禾刂 for 返利. */
export function splitCharacters(characters: ReadonlySet<number>): OtherSpelling[] {
  const found = new Map<string, OtherSpelling>()
  const add = (unit: number, written: string, doubt: Doubt) => {
    const key = String.fromCharCode(unit) + written
    if (!found.has(key)) found.set(key, { written, unit, kind: 'split_character', doubt })
  }
  for (const entry of [...CHARACTER_HALVES.trim().split(/\s/), ...TYPED.split(' ')]) {
    const unit = entry.charCodeAt(0)
    if (!characters.has(unit)) continue
    const [, left, right] = entry as unknown as [string, string, string]
    const doubt = entry.endsWith('?') ? 'some' : 'none'
    add(unit, left + right, doubt)
    if (WRITTEN_LAST.includes(left)) add(unit, right + left, doubt)
    for (const { sure, own } of standIns().get(left) ?? []) {
      for (const other of sure) {
        add(unit, other + right, 'none')
        if (WRITTEN_LAST.includes(other)) add(unit, right + other, 'none')
      }
      for (const other of own) add(unit, other + right, EVERYDAY.has(right) ? 'some' : 'none')
    }
    if (ON_THE_LEFT_ONLY.includes(right)) continue
    for (const { sure, own } of standIns().get(right) ?? []) {
      for (const other of sure) add(unit, left + other, 'none')
      for (const other of own) add(unit, left + other, EVERYDAY.has(left) ? 'some' : 'none')
    }
  }
  return [...found.values()]
}

const EVERYDAY = charactersOfRows(16, 55)

let byPart: Map<string, { sure: string[]; own: string[] }[]> | undefined

/** What is typed for a part, by each of its forms. */
function standIns() {
  if (byPart) return byPart
  byPart = new Map()
  for (const group of TYPED_FOR.split(' ')) {
    const [forms = '', own = ''] = group.split('|')
    // What is a character of its own has its entry, with its doubt, among the halves.
    const sure = [...forms].filter((form) => !EVERYDAY.has(form))
    for (const form of forms) {
      const before = byPart.get(form) ?? []
      before.push({ sure: sure.filter((other) => other !== form), own: [...own] })
      byPart.set(form, before)
    }
  }
  return byPart
}
