import { matches } from '../search/matches.ts'
import type { Edit } from './clean-text.ts'

/** Runs of the replacement character, of half characters (lone surrogates), private-use codes, and what the replacement character becomes when its UTF-8 bytes are read as GBK (锟斤拷) or written again (ï¿½). */
const LOST =
  /(?:\ufffd|锟斤拷|锟斤|ï¿½|[\ue000-\uf8ff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]){1,400}/g
const GATE = /[\ufffd锟ï\ue000-\uf8ff]|\p{Surrogate}/u

/**
 * Bytes that were lost on the way. Nothing can bring them back, so the run is taken out and marked as lost:
 * the characters on both sides then stand together, as they did when only padding bytes were broken.
 */
export function mojibake(text: string): Edit[] {
  if (!GATE.test(text)) return []
  const edits: Edit[] = []
  for (const match of matches(LOST, text)) {
    edits.push({ start: match.index, end: match.index + match[0].length, put: '', disguise: 'mojibake' })
  }
  return edits
}
