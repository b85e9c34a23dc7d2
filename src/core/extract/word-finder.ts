/** A word where it stands. */
export interface FoundWord {
  word: string
  index: number
}

/** Looks for many words at once in short windows; of words that begin alike the longest is found, and none overlaps. */
export interface WordFinder {
  all(text: string): FoundWord[]
  first(text: string): FoundWord | undefined
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
  /** By character: whether it stands first in a word, is one by itself, stands second in one. */
  const marks = new Uint8Array(0x10000)
  /** Words by their first character, the longest first. */
  const groups = new Map<number, string[]>()
  for (const word of [...words].sort((a, b) => b.length - a.length)) {
    const first = word.charCodeAt(0)
    const group = groups.get(first)
    if (group) group.push(word)
    else groups.set(first, [word])
    marks[first]! |= word.length === 1 ? ALONE : FIRST
    if (word.length > 1) marks[word.charCodeAt(1)]! |= FIRST << SECOND
  }
  const wordAt = (text: string, index: number): FoundWord | undefined => {
    for (const word of groups.get(text.charCodeAt(index))!) {
      if (!text.startsWith(word, index)) continue
      const found = { word, index }
      if (!refuses(text, found)) return found
    }
    return undefined
  }
  const next = (text: string, from: number): FoundWord | undefined => {
    const { length } = text
    let own = from < length ? marks[text.charCodeAt(from)]! : 0
    for (let index = from; index < length; index++) {
      const behind = index + 1 < length ? marks[text.charCodeAt(index + 1)]! : 0
      // One question for both characters: few places of a text hold a first and a second one side by side.
      const found = (own & ((behind >>> SECOND) | ALONE)) !== 0 ? wordAt(text, index) : undefined
      if (found) return found
      own = behind
    }
    return undefined
  }
  return {
    all(text) {
      const all: FoundWord[] = []
      for (let found = next(text, 0); found; found = next(text, found.index + found.word.length)) all.push(found)
      return all
    },
    first: (text) => next(text, 0),
    last(text) {
      let last: FoundWord | undefined
      for (let found = next(text, 0); found; found = next(text, found.index + found.word.length)) last = found
      return last
    },
  }
}

const FIRST = 1
const ALONE = 2
/** By how many bits the mark of a second character stands above that of a first. */
const SECOND = 4
