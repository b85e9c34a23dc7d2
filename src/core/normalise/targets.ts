/** A step of a word: where each next UTF-16 unit leads, and whether a word ends here. */
export interface TargetNode {
  next: Map<number, TargetNode>
  ends: boolean
}

/** The words that ambiguous disguises are undone towards. */
export interface TargetWords {
  root: TargetNode
  /** Length of the longest word, in UTF-16 units. */
  longest: number
  /** Every UTF-16 unit that some word holds. */
  characters: ReadonlySet<number>
}

/** Words longer than this are left out: nobody hides a whole sentence mark by mark, and the search stays bounded. */
const LONGEST = 16

/** Builds the look-up once from the rulebook's words. Words of one unit, and words without a Han character, are left out. */
export function buildTargets(words: readonly string[]): TargetWords {
  const root: TargetNode = { next: new Map(), ends: false }
  let longest = 0
  const characters = new Set<number>()
  for (const word of words) {
    if (word.length < 2 || word.length > LONGEST || !/\p{Script=Han}/u.test(word)) continue
    let node = root
    for (let i = 0; i < word.length; i++) {
      const unit = word.charCodeAt(i)
      characters.add(unit)
      let next = node.next.get(unit)
      if (!next) {
        next = { next: new Map(), ends: false }
        node.next.set(unit, next)
      }
      node = next
    }
    node.ends = true
    longest = Math.max(longest, word.length)
  }
  return { root, longest, characters }
}

/** The runs of two or more Han characters that a pattern's matches hold as they stand; alternatives give each their own. */
export function literalsOf(pattern: string): string[] {
  // A character that may be missing, or one of a class, ends the run before it.
  const fixed = pattern.replace(/\[[^\]]*\]|\\./g, '|').replace(/.(?=[?*{])/gu, '|')
  return fixed.match(/[\u3400-\u9fff]{2,}/g) ?? []
}

/** The longest target word that begins at `from` and ends after `past`; its end, or -1. Looks no further than `limit`. */
export function targetFrom(text: string, from: number, past: number, limit: number, targets: TargetWords): number {
  let node: TargetNode | undefined = targets.root
  let found = -1
  for (let i = from; i < limit; i++) {
    node = node.next.get(text.charCodeAt(i))
    if (!node) break
    if (node.ends && i >= past) found = i + 1
  }
  return found
}
