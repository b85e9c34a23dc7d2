import { type MarkSet, markSet } from '../search/mark-set.ts'

/** Parts of characters that stand in no text by themselves: who writes one writes a character in halves. */
export const BARE_PARTS = '亻氵忄扌钅讠饣衤礻犭刂艹辶辵阝纟糸疒牜'

/** What else begins characters in halves and stands in Chinese text only by intent. */
const BESIDE = 'イシオネエロカ冫卩β廾卄艸廴冖攴'

const BARE: MarkSet = markSet(BARE_PARTS)

const TELLING: MarkSet = markSet(BARE_PARTS + BESIDE)

/** Whether a unit that begins a character in halves tells so wherever it stands. */
export function isTelling(unit: number): boolean {
  return TELLING[unit] !== 0
}

/** Whether a part of a character stands by itself in `[from, to)`. */
export function hasBarePart(text: string, from = 0, to = text.length): boolean {
  for (let i = Math.max(0, from); i < Math.min(to, text.length); i++) if (BARE[text.charCodeAt(i)] !== 0) return true
  return false
}
