import traditionalToSimplified from 'opencc-js/dict/TSCharacters'
import taiwanVariants from 'opencc-js/dict/TWVariantsRev'
import { isHan } from './characters.ts'
import type { Edit } from './clean-text.ts'

/** Characters that simplified text uses too (著名, 乾坤, 慰藉, 瞭望, 反覆): turning them would break lawful words. */
const USED_IN_BOTH = '著乾藉瞭覆徵夥摺鍾馀甦勐'

/** Above this share of its Han characters a text is simply written in traditional script; below, it hides something. */
const WRITTEN_SHARE = 0.12

/** Simplified unit for each traditional one, 0 where nothing changes; the supplementary planes stay as they are. */
const TABLE = buildTable()

/** Traditional script to simplified, character by character, and only characters that the table says are traditional. */
export function script(text: string): Edit[] {
  const edits: Edit[] = []
  let han = 0
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (unit < 0x3400) continue
    if (isHan(unit)) han++
    const simplified = TABLE[unit]!
    if (simplified !== 0) edits.push({ start: i, end: i + 1, put: String.fromCharCode(simplified) })
  }
  if (edits.length < han * WRITTEN_SHARE) for (const edit of edits) edit.disguise = 'traditional'
  return edits
}

function buildTable(): Uint16Array {
  const table = new Uint16Array(0x10000)
  enter(table, traditionalToSimplified)
  const variants = new Uint16Array(0x10000)
  enter(variants, taiwanVariants)
  for (let unit = 0; unit < variants.length; unit++) {
    const standard = variants[unit]!
    if (standard !== 0 && table[unit] === 0 && table[standard] !== 0) table[unit] = table[standard]!
  }
  for (const character of USED_IN_BOTH) table[character.charCodeAt(0)] = 0
  return table
}

/** Dictionary lines are `traditional simplified [others]`, joined by `|`; the first reading is the common one. */
function enter(table: Uint16Array, dictionary: string): void {
  for (const line of dictionary.split('|')) {
    const [from, to] = line.split(' ')
    if (from?.length === 1 && to?.length === 1 && from !== to) table[from.charCodeAt(0)] = to.charCodeAt(0)
  }
}
