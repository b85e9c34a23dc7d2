/** A word where it stands. */
export interface FoundWord {
  word: string
  index: number
}

/** Looks for many words at once in short windows; of words that begin alike the longest is found, and none overlaps. */
export interface WordFinder {
  all(text: string): FoundWord[]
  last(text: string): FoundWord | undefined
}

/**
 * Words by their first character, looked up by code: most characters of a text begin none, and an alternation of
 * hundreds of words would try them all. `refuses` turns down a word for what stands around it (消费 is no 费).
 */
export function wordFinder(
  words: readonly string[],
  refuses: (text: string, found: FoundWord) => boolean = () => false,
): WordFinder {
  const opens = new Uint16Array(0x10000)
  /** Words by their first character, the longest first; at 0 none. */
  const groups: string[][] = [[]]
  for (const word of [...words].sort((a, b) => b.length - a.length)) {
    const code = word.charCodeAt(0)
    if (opens[code] === 0) opens[code] = groups.push([]) - 1
    groups[opens[code]!]!.push(word)
  }
  const wordAt = (text: string, index: number): string | undefined => {
    const group = opens[text.charCodeAt(index)]!
    if (group === 0) return undefined
    for (const word of groups[group]!) {
      // Most words are turned down by their second character.
      if (word.length > 1 && text.charCodeAt(index + 1) !== word.charCodeAt(1)) continue
      if (text.startsWith(word, index) && !refuses(text, { word, index })) return word
    }
    return undefined
  }
  return {
    all(text) {
      const found: FoundWord[] = []
      for (let index = 0; index < text.length; index++) {
        const word = wordAt(text, index)
        if (word === undefined) continue
        found.push({ word, index })
        index += word.length - 1
      }
      return found
    },
    last(text) {
      let found: FoundWord | undefined
      for (let index = 0; index < text.length; index++) {
        const word = wordAt(text, index)
        if (word === undefined) continue
        found = { word, index }
        index += word.length - 1
      }
      return found
    },
  }
}
