import { charactersOfRows } from './gb2312.ts'
import { isTraditional } from './script.ts'

/** Units on either side by which a word is cut. */
const REACH = 6

/**
 * True when the character at `at` is written within a word of ordinary Chinese: 电脑桌, 犯罪, 手镯. The words are those by which the
 * Unicode library of the runtime (ICU) cuts text; most names of people and places are not among them. A traditional form says nothing,
 * nor does what GB 2312 lacks: the library knows Japanese too (収益, 平穏).
 */
export function isInOrdinaryWord(text: string, at: number): boolean {
  if (isTraditional(text.charCodeAt(at))) return false
  const from = Math.max(0, at - REACH)
  const word = WORDS.segment(text.slice(from, at + REACH + 1)).containing(at - from)
  return word !== undefined && word.segment.length > 1 && STANDARD.has(text[at]!)
}

const WORDS = new Intl.Segmenter('zh', { granularity: 'word' })
const STANDARD = charactersOfRows(16, 87)
