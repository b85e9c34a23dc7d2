import { lookAlikes } from './look-alike.ts'
import type { Respelling } from './other-reading.ts'
import { pinyinLetters } from './pinyin-letters.ts'
import { type Spellings, spellingsFor } from './spellings.ts'
import { splitCharacters } from './split-character.ts'
import type { TargetWords } from './targets.ts'

const RESPELLINGS: readonly Respelling[] = [lookAlikes, splitCharacters, pinyinLetters]

const known = new WeakMap<TargetWords, Spellings>()

/** Every other spelling of the characters of target words; arranged once. */
export function spellingsOf(targets: TargetWords): Spellings {
  let spellings = known.get(targets)
  if (!spellings) {
    spellings = spellingsFor(
      targets,
      RESPELLINGS.flatMap((respelling) => respelling(targets.characters)),
    )
    known.set(targets, spellings)
  }
  return spellings
}
