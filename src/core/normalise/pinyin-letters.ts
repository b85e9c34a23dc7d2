import type { OtherSpelling } from './other-reading.ts'
import { charactersBySyllable } from './syllables-of.ts'

/** Pinyin written for a character inside a word: bao本, 返li, 保Ben. A single letter (e for 额) says too little for a two-character word. */
export function pinyinLetters(characters: ReadonlySet<number>): OtherSpelling[] {
  const found: OtherSpelling[] = []
  for (const [letters, same] of charactersBySyllable()) {
    const capital = letters[0]!.toUpperCase() + letters.slice(1)
    const spellings = new Set(
      [letters, capital, letters.toUpperCase()].flatMap((one) => [one, one.replace('v', 'ü').replace('V', 'Ü')]),
    )
    for (const character of same) {
      const unit = character.charCodeAt(0)
      if (!characters.has(unit)) continue
      for (const written of spellings)
        found.push({ written, unit, kind: 'pinyin', doubt: letters.length > 1 ? 'none' : 'some' })
    }
  }
  return found
}
