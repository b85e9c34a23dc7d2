import { foldCode, LONGEST_GRAM } from './grams.ts'

/**
 * A vocabulary as a prefix tree in one open-addressed table: `keys` holds `node × alphabet + character` (−1 for empty), `nodes` where that
 * leads, `termOf` the number of the term that ends at a node (−1 for none).
 */
export interface GramTable {
  alphabet: Uint16Array
  width: number
  mask: number
  keys: Int32Array
  nodes: Int32Array
  termOf: Int32Array
}

/** Builds the table; term `i` is `terms[i]`, at most {@link LONGEST_GRAM} folded characters. */
export function buildGramTable(terms: readonly string[]): GramTable {
  const alphabet = new Uint16Array(65_536)
  let width = 1
  for (const term of terms)
    for (let i = 0; i < term.length; i++) {
      const code = term.charCodeAt(i)
      if (alphabet[code] === 0) alphabet[code] = width++
    }
  const most = terms.reduce((sum, term) => sum + term.length, 1)
  const size = 2 ** Math.ceil(Math.log2(most * 2 + 2))
  const table: GramTable = {
    alphabet,
    width,
    mask: size - 1,
    keys: new Int32Array(size).fill(-1),
    nodes: new Int32Array(size),
    termOf: new Int32Array(most).fill(-1),
  }
  let count = 1
  for (const [number, term] of terms.entries()) {
    let node = 0
    for (let i = 0; i < term.length; i++) {
      const key = node * width + alphabet[term.charCodeAt(i)]!
      const at = placeOf(table, key)
      if (table.keys[at] === -1) {
        table.keys[at] = key
        table.nodes[at] = count++
      }
      node = table.nodes[at]!
    }
    table.termOf[node] = number
  }
  return table
}

/**
 * Calls back with the number, start and length of every term in the text, by place.
 * Returns how many grams of the text are no terms: how much of it the vocabulary does not know.
 */
export function eachTerm(
  table: GramTable,
  text: string,
  found: (term: number, start: number, length: number) => void,
): number {
  const { alphabet, width, keys, nodes, termOf } = table
  let grams = 0
  let known = 0
  let runEnd = 0
  for (let start = 0; start < text.length; start++) {
    let node = 0
    if (runEnd <= start) {
      runEnd = start
      while (runEnd < text.length && foldCode(text.charCodeAt(runEnd)) !== 0) runEnd++
    }
    grams += Math.min(LONGEST_GRAM, runEnd - start)
    const last = Math.min(text.length, start + LONGEST_GRAM)
    for (let at = start; at < last; at++) {
      const code = foldCode(text.charCodeAt(at))
      const letter = code === 0 ? 0 : alphabet[code]!
      if (letter === 0) break
      const place = placeOf(table, node * width + letter)
      if (keys[place] === -1) break
      node = nodes[place]!
      const term = termOf[node]!
      if (term === -1) continue
      known++
      found(term, start, at - start + 1)
    }
  }
  return grams - known
}

function placeOf({ keys, mask }: GramTable, key: number): number {
  let at = (Math.imul(key, 0x9e3779b1) >>> 7) & mask
  while (keys[at] !== -1 && keys[at] !== key) at = (at + 1) & mask
  return at
}
