import { bitSet, isIn, noteIn, pairHash } from './pair-set.ts'

/** The words that ambiguous disguises are undone towards, as a tree in flat arrays: node 0 is the root. */
export interface TargetWords {
  /** Length of the longest word, in UTF-16 units. */
  longest: number
  /** Every UTF-16 unit that some word holds. */
  characters: ReadonlySet<number>
  /** By unit: where a word that begins with it leads; 0 where none does. */
  roots: Uint32Array
  /** By node: its first edge. One more than there are nodes. */
  edges: Uint32Array
  /** By edge: the unit it reads and the node it leads to. */
  units: Uint16Array
  leads: Uint32Array
  /** By node: a bit for each unit that an edge reads, modulo 32. A bit that is not set spares looking for the edge. */
  reads: Uint32Array
  /** By node: 1 where a word ends. */
  ends: Uint8Array
  /** Units that stand side by side in some word. */
  neighbours: Uint8Array
}

/** Words longer than this are left out: nobody hides a whole sentence mark by mark, and the search stays bounded. */
const LONGEST = 16

/** Builds the look-up once from the rulebook's words. Words of one unit, and words without a Han character, are left out. */
export function buildTargets(words: readonly string[]): TargetWords {
  const tree: Map<number, number>[] = [new Map()]
  const ending: boolean[] = [false]
  const pairs: number[] = []
  const characters = new Set<number>()
  let longest = 0
  let left = words.filter((word) => word.length >= 2 && word.length <= LONGEST && /\p{Script=Han}/u.test(word))
  let nodes: number[] = left.map(() => 0)
  // All words by their first unit, then by their second, …: nodes near the root, where a search spends most of its time, stand side by side.
  for (let depth = 0; left.length > 0; depth++) {
    const longer: string[] = []
    const reached: number[] = []
    left.forEach((word, i) => {
      const unit = word.charCodeAt(depth)
      characters.add(unit)
      if (depth > 0) pairs.push(pairHash(word.charCodeAt(depth - 1), unit))
      const children = tree[nodes[i]!]!
      let next = children.get(unit)
      if (next === undefined) {
        next = tree.length
        tree.push(new Map())
        ending.push(false)
        children.set(unit, next)
      }
      longest = Math.max(longest, depth + 1)
      if (depth + 1 === word.length) ending[next] = true
      else {
        longer.push(word)
        reached.push(next)
      }
    })
    left = longer
    nodes = reached
  }
  const neighbours = bitSet(NEIGHBOUR_BITS, tree.length)
  for (const pair of pairs) noteIn(neighbours, pair)
  return { longest, characters, ends: Uint8Array.from(ending, Number), neighbours, ...flat(tree) }
}

const NEIGHBOUR_BITS = 2 ** 18

function flat(
  tree: readonly Map<number, number>[],
): Pick<TargetWords, 'roots' | 'edges' | 'units' | 'leads' | 'reads'> {
  const roots = new Uint32Array(0x10000)
  const edges = new Uint32Array(tree.length + 1)
  const units = new Uint16Array(tree.length)
  const leads = new Uint32Array(tree.length)
  const reads = new Uint32Array(tree.length)
  let edge = 0
  tree.forEach((children, node) => {
    edges[node] = edge
    for (const [unit, next] of children) {
      units[edge] = unit
      leads[edge++] = next
      reads[node]! |= 1 << (unit & 31)
      if (node === 0) roots[unit] = next
    }
  })
  edges[tree.length] = edge
  return { roots, edges, units, leads, reads }
}

/** Where `unit` leads from a node; 0 where no word goes on so. */
export function stepFrom({ roots, edges, units, leads, reads }: TargetWords, node: number, unit: number): number {
  if (node === 0) return roots[unit]!
  if ((reads[node]! & (1 << (unit & 31))) === 0) return 0
  const end = edges[node + 1]!
  for (let edge = edges[node]!; edge < end; edge++) if (units[edge] === unit) return leads[edge]!
  return 0
}

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
