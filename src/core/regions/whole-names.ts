import { childBy, wordTree } from '../search/word-tree.ts'
import { REGIONS_BY_NAME } from './named-regions.ts'
import { SHORT_NAMES } from './short-names.ts'

/** With what the whole names of cities and counties end: few places of a text are one of these, while their first two characters begin words everywhere. */
export const LAST_CHARACTERS: readonly string[] = ['区', '县', '市', '旗', '州', '盟']

/** The whole name of a city or a county that ends right before `end`, the longest there is; undefined where none does. */
export function wholeNameBefore(text: string, end: number): string | undefined {
  const last = text.charCodeAt(end - 1)
  const before = text.charCodeAt(end - 2)
  if (!mayEnd(text.charCodeAt(end - 3), before, last) && !mayEnd(0, before, last)) return undefined
  let state = 0
  let longest = -1
  for (let at = end - 1; at >= 0; at--) {
    state = childBy(leadBy, firstChild[state]!, firstChild[state + 1]!, text.charCodeAt(at))
    if (state === 0) break
    if (word[state]! >= 0) longest = word[state]!
  }
  return NAMES[longest]
}

const SHORTLY = new Set(Object.values(SHORT_NAMES))
/** Places that have a short name go by that: 杭州 in 杭州市. */
const NAMES: readonly string[] = [...REGIONS_BY_NAME].flatMap(([name, codes]) =>
  codes.length === 1 && SHORTLY.has(codes[0]!) ? [] : [name],
)

/** The names from their last character backwards. */
const { firstChild, leadBy, word } = wordTree(
  NAMES.map((name) => Array.from({ length: name.length }, (_, i) => name.charCodeAt(name.length - 1 - i))),
)

/** Bits by hash of the last three characters of names, of the last two where there are no more: most that are none are turned down by it. */
const ENDS = new Uint8Array(1 << 13)
for (const name of NAMES) {
  const [third = 0, second = 0, last = 0] = [-3, -2, -1].map((at) => name.at(at)?.charCodeAt(0))
  const hash = hashOf(third, second, last)
  ENDS[hash >>> 3]! |= 1 << (hash & 7)
}

function mayEnd(third: number, second: number, last: number): boolean {
  const hash = hashOf(third, second, last)
  return ((ENDS[hash >>> 3]! >>> (hash & 7)) & 1) !== 0
}

function hashOf(third: number, second: number, last: number): number {
  return Math.imul((third * 31 + second) * 31 + last, 0x9e3779b1) >>> 16
}
