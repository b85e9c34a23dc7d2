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
  const opens = new Uint8Array(0x10000)
  const byFirst = new Map<number, string[]>()
  for (const word of [...words].sort((a, b) => b.length - a.length)) {
    const code = word.charCodeAt(0)
    opens[code] = 1
    byFirst.set(code, [...(byFirst.get(code) ?? []), word])
  }
  const all = (text: string): FoundWord[] => {
    const found: FoundWord[] = []
    for (let index = 0; index < text.length; index++) {
      const code = text.charCodeAt(index)
      if (opens[code] === 0) continue
      const word = byFirst
        .get(code)!
        .find((candidate) => text.startsWith(candidate, index) && !refuses(text, { word: candidate, index }))
      if (word === undefined) continue
      found.push({ word, index })
      index += word.length - 1
    }
    return found
  }
  return { all, last: (text) => all(text).at(-1) }
}
