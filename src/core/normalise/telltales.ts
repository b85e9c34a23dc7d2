import { BARE_PARTS } from './bare-parts.ts'
import { isEvenFrom } from './even-spacing.ts'
import { mayBeSure } from './look-alike.ts'
import { beginRespelt } from './respelt-across.ts'
import { isTraditional } from './script.ts'
import { areNeighbours, type TargetWords } from './targets.ts'

/**
 * What a text holds that a step of the normaliser may undo, as bits. Most text holds none of it, and one look at each
 * character is far less than a search by each step. A bit too many costs a search; one too few would miss a disguise.
 */
export const TELLTALES = {
  entity: 1 << 0,
  misread: 1 << 1,
  lost: 1 << 2,
  unseen: 1 << 3,
  wide: 1 << 4,
  traditional: 1 << 5,
  styled: 1 << 6,
  line: 1 << 7,
  pronunciation: 1 << 8,
  gap: 1 << 9,
  evenGaps: 1 << 10,
  roundLetter: 1 << 15,
  repeat: 1 << 16,
} as const

const ALL = Object.values(TELLTALES).reduce((all, bit) => all | bit, 0)

// Further classes of characters, that mean something only beside others.
const SELDOM = 1 << 11
const MARK = 1 << 12
const OPENS = 1 << 13
const SAID = 1 << 14

/** The telltales of a text, by what its characters are and by what stands side by side. */
export function telltalesOf(text: string, targets: TargetWords): number {
  const { pronunciation, gap, repeat, evenGaps } = TELLTALES
  let all = 0
  let before = 0
  // The Han character before a run of marks, while in one.
  let left = 0
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    const its = CLASSES[unit]!
    if (unit >= FIRST_HAN && unit <= LAST_HAN) {
      if (left !== 0) {
        if (areNeighbours(targets, left, unit)) all |= gap
        else if (((its | CLASSES[left]!) & SELDOM) !== 0 && beginRespelt(left, unit, targets)) all |= gap
        left = 0
      }
      if (unit === before && isRepeat(text, i, targets)) all |= repeat
      all |= its
      before = unit
      continue
    }
    if (its !== 0) {
      all |= its
      if ((its & MARK) === 0) left = 0
      else {
        if (before !== 0) {
          if (left === 0) left = before
          if (isEvenFrom(text, i)) all |= evenGaps
        }
      }
      if ((its & OPENS) !== 0 && (CLASSES[text.charCodeAt(i + 1)]! & SAID) !== 0) all |= pronunciation
    } else left = 0
    before = 0
  }
  return all & ALL
}

/** A character twice in a row is within no target word unless it has neighbours there; three times it is nobody's habit. */
function isRepeat(text: string, second: number, targets: TargetWords): boolean {
  const unit = text.charCodeAt(second)
  const before = text.charCodeAt(second - 2)
  if (before === unit) return true
  return areNeighbours(targets, before, unit) && areNeighbours(targets, unit, text.charCodeAt(second + 1))
}

const FIRST_HAN = 0x3400
const LAST_HAN = 0x9fff

const CLASSES = classes()

function classes(): Uint16Array {
  const table = new Uint16Array(0x10000)
  const enter = (bit: number, ranges: string) => {
    for (const range of ranges.split(' ')) {
      const [first, last = first] = range.split('-').map((code) => Number.parseInt(code, 16)) as [number, number?]
      for (let unit = first; unit <= last; unit++) table[unit]! |= bit
    }
  }
  const enterEach = (bit: number, characters: string) => {
    for (let i = 0; i < characters.length; i++) table[characters.charCodeAt(i)]! |= bit
  }
  for (let unit = FIRST_HAN; unit <= LAST_HAN; unit++) if (mayBeSure(String.fromCharCode(unit))) table[unit]! |= SELDOM
  for (let unit = 0x3400; unit < 0x10000; unit++) if (isTraditional(unit)) table[unit]! |= TELLTALES.traditional
  enterEach(TELLTALES.gap | TELLTALES.evenGaps, BARE_PARTS)
  enterEach(TELLTALES.entity, '&')
  enterEach(TELLTALES.misread, 'äåæçèé涓浜鍏鍙鎴鏈鐨绗缁璇闂鍦锛銆淇鏃鏉鏄鍒鍩寮鍓椁妤')
  enterEach(TELLTALES.lost, '\ufffd锟ï')
  enter(TELLTALES.lost, 'd800-dfff e000-f8ff')
  enter(
    TELLTALES.unseen,
    '0-8 e-1f 7f-84 86-9f ad 34f 61c 115f 1160 17b4 17b5 180b-180f 200b-200f 202a-202e 2060-206f 3164 fe00-fe0f feff ffa0 fff0-fffb 300-36f 20d0-20ff db40',
  )
  enter(TELLTALES.wide, '3000 ff01-ff5e ffe0-ffe6 f900-faff 2e80-2fd5 d87e')
  for (const kept of '！（），：；？～') table[kept.charCodeAt(0)]! &= ~TELLTALES.wide
  enter(TELLTALES.styled, '2460-24ff 2776-2793 3220-32bf d835 d83c d83e')
  enterEach(TELLTALES.styled, '〇壹贰叁肆伍陆柒捌玖拾佰仟')
  enterEach(TELLTALES.line, '\n')
  // A letter with a tone tells by itself, one without only in brackets.
  enter(TELLTALES.pronunciation, 'e0-fb 101 113 11b 12b 14d 16b 1ce 1d0 1d2 1d4 1d6 1d8 1da 1dc')
  enterEach(TELLTALES.roundLetter, 'oOОо')
  enterEach(OPENS, '（([［【〔')
  enter(SAID, '61-7a 41-5a e0-fc 101 113 11b 12b 14d 16b 1ce 1d0 1d2 1d4 1d6 1d8 1da 1dc 144 148 1f9 251 261 300-36f')
  enterEach(SAID, " '’·-")
  enterEach(MARK, ' \t\r\n\u3000\u00a0*+-./<=>@\\^_`|~\u00d7\u3003\u3012\u3013\u30fb\uff0a\uff65')
  enter(MARK, '21-27 a1-bf 2010-2016 2018 2019 2020-2027 2030-205e 2190-2bff d83c-d83e dc00-dfff')
  return table
}
