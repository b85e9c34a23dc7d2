import { childBy, wordTree } from '../search/word-tree.ts'
import { bitSet, isIn, noteIn, pairHash } from './pair-set.ts'

/** The words that ambiguous disguises are undone towards, as a tree in flat arrays: node 0 is the root. */
export interface TargetWords {
  /** Length of the longest word, in UTF-16 units. */
  longest: number
  /** Every UTF-16 unit that some word holds. */
  characters: ReadonlySet<number>
  /** By unit: where a word that begins with it leads; 0 where none does. */
  roots: Uint32Array
  /**
   * Two numbers by node: its first child, and a bit for each unit that leads on from it, modulo 32, of which one that is not set spares
   * the search. Children bear numbers in a row, as far as those of the next node.
   */
  nodes: Uint32Array
  /** By node: the unit that leads to it. */
  units: Uint16Array
  /** By node: 1 where a word ends. */
  ends: Uint8Array
  /** Units that stand side by side in some word. */
  neighbours: Uint8Array
}

/** Words longer than this are left out: nobody hides a whole sentence mark by mark, and the search stays bounded. */
const LONGEST = 16

/** Builds the look-up once from the rulebook's words. Words of one unit, and words without a Han character, are left out. */
export function buildTargets(words: readonly string[]): TargetWords {
  const kept = words.filter((word) => word.length >= 2 && word.length <= LONGEST && /\p{Script=Han}/u.test(word))
  const coded = kept.map((word) => Array.from({ length: word.length }, (_, i) => word.charCodeAt(i)))
  const { firstChild, leadBy: units, word } = wordTree(coded)
  const roots = new Uint32Array(0x10000)
  const nodes = new Uint32Array(2 * word.length + 2)
  const neighbours = bitSet(NEIGHBOUR_BITS, word.length)
  for (let node = 0; node <= word.length; node++) {
    nodes[2 * node] = firstChild[node]!
    const end = node < word.length ? firstChild[node + 1]! : 0
    for (let child = firstChild[node]!; child < end; child++) {
      const unit = units[child]!
      nodes[2 * node + 1]! |= 1 << (unit & 31)
      if (node === 0) roots[unit] = child
      else noteIn(neighbours, pairHash(units[node]!, unit))
    }
  }
  return {
    longest: coded.reduce((longest, { length }) => Math.max(longest, length), 0),
    characters: new Set(coded.flat()),
    roots,
    nodes,
    units,
    ends: Uint8Array.from(word, (place) => (place < 0 ? 0 : 1)),
    neighbours,
  }
}

const NEIGHBOUR_BITS = 2 ** 18

/** Where `unit` leads from a node; 0 where no word goes on so. */
export function stepFrom(targets: TargetWords, node: number, unit: number): number {
  const { roots, nodes, units } = targets
  if (node === 0) return roots[unit]!
  if ((nodes[2 * node + 1]! & (1 << (unit & 31))) === 0) return 0
  const child = nodes[2 * node]!
  const end = nodes[2 * node + 2]!
  // Of many children all bits are set.
  if (end - child > MANY && !areNeighbours(targets, units[node]!, unit)) return 0
  return childBy(units, child, end, unit)
}

const MANY = 16

/** False when no target word holds the two units side by side; seldom true otherwise. */
export function areNeighbours({ neighbours }: TargetWords, first: number, second: number): boolean {
  return isIn(neighbours, pairHash(first, second))
}

/** The runs of two or more Han characters that a pattern's matches hold as they stand; alternatives give each their own. */
export function literalsOf(pattern: string): string[] {
  // A character that may be missing, or one of a class, ends the run before it.
  const fixed = pattern.replace(/\[[^\]]*\]|\\./g, '|').replace(/.(?=[?*{])/gu, '|')
  return fixed.match(/[\u3400-\u9fff]{2,}/g) ?? []
}

/** The longest target word that begins at `from` and ends after `past`; its end, or -1. Looks no further than `limit`. */
export function targetFrom(text: string, from: number, past: number, limit: number, targets: TargetWords): number {
  let node = 0
  let found = -1
  for (let i = from; i < limit; i++) {
    node = stepFrom(targets, node, text.charCodeAt(i))
    if (node === 0) break
    if (targets.ends[node] !== 0 && i >= past) found = i + 1
  }
  return found
}

/** True when a target word stands at `at` as it is written: 直推奖 is no 推荐 in disguise. */
export function isInTarget(text: string, at: number, targets: TargetWords): boolean {
  for (let from = Math.max(0, at - targets.longest + 1); from <= at; from++)
    if (targetFrom(text, from, at, Math.min(text.length, from + targets.longest), targets) > 0) return true
  return false
}
