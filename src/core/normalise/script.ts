import japaneseToTraditional from 'opencc-js/dict/JPShinjitaiCharacters'
import traditionalToSimplified from 'opencc-js/dict/TSCharacters'
import taiwanVariants from 'opencc-js/dict/TWVariantsRev'
import { isHan } from './characters.ts'
import type { Edit } from './clean-text.ts'
import { charactersOfRows } from './gb2312.ts'

/** Characters that simplified text uses too (著名, 乾坤, 象徵, 存摺): turned only in a text written in traditional script. */
const USED_IN_BOTH = '乾吒夥徵拚捱摺榘薹袷醣著'

/** Above this share of its Han characters a text is simply written in traditional script; below, it hides something. */
const WRITTEN_SHARE = 0.12

/** An amount in yen (3000円) stays one. */
const YEN = '円'

/** Japanese forms whose traditional ones the table of traditional characters does not know. */
const JAPANESE_BESIDE = '挙举 郷乡 鉱矿 闘斗 渋涩 戸户'

const KANA = /[\u3041-\u306d\u306f-\u3096\u30a1-\u30fa]/g

/** Simplified unit for each traditional one, 0 where nothing changes; the supplementary planes stay as they are. */
const TABLE = buildTable()
const SHARED = buildShared()
/** The same for forms that only Japanese has: 銭, 価, 毎. */
const JAPANESE = buildJapanese()

/**
 * Traditional script to simplified, character by character, and only characters that the table says are traditional; forms that only
 * Japanese has (価格, 毎月) but beside kana: they are written for others.
 */
export function script(text: string): Edit[] {
  const edits: Edit[] = []
  let han = 0
  let shared = 0
  let japanese = 0
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (unit < 0x3400) continue
    if (isHan(unit)) han++
    const simplified = TABLE[unit]! || JAPANESE[unit]!
    if (simplified === 0) continue
    const edit: Edit = { start: i, end: i + 1, put: String.fromCharCode(simplified) }
    if (SHARED[unit]) shared++
    if (JAPANESE[unit]) {
      japanese++
      edit.disguise = 'look_alike'
    }
    edits.push(edit)
  }
  const isJapanese = japanese > 0 && (text.match(KANA)?.length ?? 0) > japanese
  const kept = isJapanese ? edits.filter((edit) => !JAPANESE[text.charCodeAt(edit.start)]) : edits
  if (edits.length - shared - japanese >= Math.max(1, han * WRITTEN_SHARE)) return kept
  const hiding = shared === 0 ? kept : kept.filter((edit) => !SHARED[text.charCodeAt(edit.start)])
  for (const edit of hiding) edit.disguise ??= 'traditional'
  return hiding
}

/** Whether a table turns a character at all. */
export function isTraditional(unit: number): boolean {
  return TABLE[unit] !== 0 || JAPANESE[unit] !== 0
}

function buildTable(): Uint16Array {
  const table = new Uint16Array(0x10000)
  enter(table, traditionalToSimplified)
  const variants = new Uint16Array(0x10000)
  enter(variants, taiwanVariants)
  for (let unit = 0; unit < variants.length; unit++) {
    const standard = variants[unit]!
    const simplified = table[standard]!
    if (table[unit] === 0 && simplified !== 0 && simplified !== unit) table[unit] = simplified
  }
  return table
}

function buildJapanese(): Uint16Array {
  const written = new Uint16Array(0x10000)
  enter(written, japaneseToTraditional)
  const table = new Uint16Array(0x10000)
  const standard = charactersOfRows(16, 87)
  for (let unit = 0; unit < written.length; unit++) {
    const traditional = written[unit]!
    const character = String.fromCharCode(unit)
    if (traditional === 0 || TABLE[unit] !== 0 || character === YEN || standard.has(character)) continue
    const simplified = TABLE[traditional]! || traditional
    if (standard.has(String.fromCharCode(simplified))) table[unit] = simplified
  }
  for (const [written, meant] of JAPANESE_BESIDE.split(' ') as unknown as [string, string][])
    if (TABLE[written.charCodeAt(0)] === 0) table[written.charCodeAt(0)] = meant.charCodeAt(0)
  return table
}

function buildShared(): Uint8Array {
  const shared = new Uint8Array(0x10000)
  for (const character of USED_IN_BOTH) shared[character.charCodeAt(0)] = 1
  return shared
}

/** Dictionary lines are `traditional simplified [others]`, joined by `|`; the first reading is the common one. */
function enter(table: Uint16Array, dictionary: string): void {
  for (const line of dictionary.split('|')) {
    const [from, to] = line.split(' ')
    if (from?.length === 1 && to?.length === 1 && from !== to) table[from.charCodeAt(0)] = to.charCodeAt(0)
  }
}
