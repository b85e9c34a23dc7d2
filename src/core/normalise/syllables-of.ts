import { SYLLABLE_CHARACTERS } from './syllable-characters.ts'

let bySyllable: Map<string, string> | undefined

/** The characters of each syllable, without tones. */
export function charactersBySyllable(): ReadonlyMap<string, string> {
  bySyllable ??= new Map(
    SYLLABLE_CHARACTERS.trim()
      .split(/\s/)
      .map((line): [string, string] => {
        const letters = /^[a-z]+/.exec(line)![0]
        return [letters, line.slice(letters.length)]
      }),
  )
  return bySyllable
}
