import { matches } from '../search/matches.ts'
import type { Edit } from './clean-text.ts'
import { isPinyin, toneless } from './pinyin-syllables.ts'
import { charactersBySyllable } from './syllables-of.ts'

const LETTERS =
  'a-zA-Z\u00e0-\u00fc\u0101\u0113\u011b\u012b\u014d\u016b\u01ce\u01d0\u01d2\u01d4\u01d6\u01d8\u01da\u01dc\u0144\u0148\u01f9\u0251\u0261\u0300-\u036f'
/** What stands before the bracket is looked at from it: brackets are few, characters many. */
const BRACKETED = new RegExp(
  `[（(\\[［【〔](?<=[\\u3400-\\u9fff][ \\u3000]?.)(?![1-5])([${LETTERS}1-5 '’·-]{1,48})[)）\\]］】〕]`,
  'g',
)
/** Letters with a tone mark (ü alone is none) between characters, without brackets. */
const TONED =
  /(?<=[\u3400-\u9fff])[a-z]{0,3}[\u00e0-\u00fb\u0101\u0113\u011b\u012b\u014d\u016b\u01ce\u01d0\u01d2\u01d4\u01d6\u01d8\u01da\u01dc][a-z]{0,3}(?![a-zA-Z0-9])/g
const TONE = /[\u00e0-\u00fb\u0101\u0113\u011b\u012b\u014d\u016b\u01ce\u01d0\u01d2\u01d4\u01d6\u01d8\u01da\u01dc]/
const HAS_TONE = /[\u00e0-\u00fc\u0101-\u01dc]|\p{Mark}/u

/**
 * Takes out the pronunciation written after a character: 習(xí), 养老（yǎng lǎo）.
 * Capitals without tones are read as an abbreviation and stay: 人工智能(AI).
 */
export function pinyinBrackets(text: string): Edit[] {
  const edits: Edit[] = []
  for (const match of matches(BRACKETED, text)) {
    const inside = match[1]!
    if (/[A-Z]/.test(inside) && !HAS_TONE.test(inside)) continue
    if (!isPinyin(toneless(inside).replace(/[ '’·-]/g, ''))) continue
    const start = ' \u3000'.includes(text[match.index - 1]!) ? match.index - 1 : match.index
    edits.push({ start, end: match.index + match[0].length, put: '', disguise: 'pinyin_bracket' })
  }
  if (!TONE.test(text)) return edits
  for (const match of matches(TONED, text)) {
    const plain = toneless(match[0])
    if (!isPinyin(plain, 1)) continue
    // 习xí tells how the character is said; in 的bǎo本 the letters stand for another, which is looked for later.
    const isSaid =
      charactersBySyllable()
        .get(plain)
        ?.includes(text[match.index - 1]!) ?? false
    edits.push({
      start: match.index,
      end: match.index + match[0].length,
      put: isSaid ? '' : plain,
      ...(isSaid && { disguise: 'pinyin_bracket' as const }),
    })
  }
  return edits.sort((a, b) => a.start - b.start)
}
