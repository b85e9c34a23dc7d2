import traditionalToSimplified from 'opencc-js/dict/TSCharacters'
import taiwanVariants from 'opencc-js/dict/TWVariantsRev'
import { isHan } from './characters.ts'
import type { Edit } from './clean-text.ts'

/** Characters that simplified text uses too (著名, 乾坤, 象徵, 存摺): turned only in a text written in traditional script. */
const USED_IN_BOTH = '乾吒夥徵拚捱摺榘薹袷醣著'

/** Above this share of its Han characters a text is simply written in traditional script; below, it hides something. */
const WRITTEN_SHARE = 0.12

/** Simplified unit for each traditional one, 0 where nothing changes; the supplementary planes stay as they are. */
const TABLE = buildTable()
const SHARED = buildShared()

/** Traditional script to simplified, character by character, and only characters that the table says are traditional. */
export function script(text: string): Edit[] {
  const edits: Edit[] = []
  let han = 0
  let shared = 0
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (unit < 0x3400) continue
    if (isHan(unit)) han++
    const simplified = TABLE[unit]!
    if (simplified === 0) continue
    if (SHARED[unit]) shared++
    edits.push({ start: i, end: i + 1, put: String.fromCharCode(simplified) })
  }
  if (edits.length - shared >= Math.max(1, han * WRITTEN_SHARE)) return edits
  const hiding = shared === 0 ? edits : edits.filter((edit) => !SHARED[text.charCodeAt(edit.start)])
  for (const edit of hiding) edit.disguise = 'traditional'
  return hiding
}

/** Whether the table turns a character at all. */
export function isTraditional(unit: number): boolean {
  return TABLE[unit] !== 0
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
