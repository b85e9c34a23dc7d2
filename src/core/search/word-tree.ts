/** Words as a tree in flat arrays; state 0 is the root. */
export interface WordTree {
  /** By state: its first child; one number more than there are states. Its children bear numbers in a row, as far as those of the next. */
  firstChild: Uint32Array
  /** By state: the symbol that leads to it. Those of a state's children grow. */
  leadBy: Uint16Array
  /** By state: the place of the word that ends there, or -1. */
  word: Int32Array
}

/**
 * Builds the tree of words given as lists of symbols. States are numbered level by level, so that those near the root, where a search
 * spends most of its time, stand side by side in memory. Of words that are alike the first is kept.
 */
export function wordTree(words: readonly (readonly number[])[]): WordTree {
  const firstChild: number[] = []
  const leadBy: number[] = [0]
  const word: number[] = [-1]
  // In the order of their symbols the words that go on alike from a state stand in a row.
  const order = words.map((_, place) => place).sort((a, b) => compare(words[a]!, words[b]!))
  const at = (place: number) => words[order[place]!]!
  /** The words that pass through each state of a level, as ranges of the order: from, to, from, to, … */
  let level = [0, order.length]
  for (let depth = 0; level.length > 0; depth++) {
    const next: number[] = []
    for (let range = 0; range < level.length; range += 2) {
      firstChild.push(leadBy.length)
      const to = level[range + 1]!
      let from = level[range]!
      // The word that ends at the state itself stands first.
      while (from < to && at(from).length === depth) from++
      while (from < to) {
        const symbol = at(from)[depth]!
        const first = from
        while (from < to && at(from)[depth] === symbol) from++
        leadBy.push(symbol)
        word.push(at(first).length === depth + 1 ? order[first]! : -1)
        next.push(first, from)
      }
    }
    level = next
  }
  firstChild.push(leadBy.length)
  return { firstChild: Uint32Array.from(firstChild), leadBy: Uint16Array.from(leadBy), word: Int32Array.from(word) }
}

function compare(a: readonly number[], b: readonly number[]): number {
  const shared = Math.min(a.length, b.length)
  for (let i = 0; i < shared; i++) if (a[i] !== b[i]) return a[i]! - b[i]!
  return a.length - b.length
}

/** The child to which a symbol leads, among those from `child` to before `end`; 0 where none does. */
export function childBy(leadBy: Uint16Array, child: number, end: number, symbol: number): number {
  let from = child
  let to = end
  // Most states have a child or two; only those near the root have so many that it pays to halve them.
  while (to - from > FEW) {
    const middle = (from + to) >>> 1
    if (leadBy[middle]! <= symbol) from = middle
    else to = middle
  }
  for (; from < to; from++) if (leadBy[from] === symbol) return from
  return 0
}

const FEW = 8
