import { childBy, wordTree } from './word-tree.ts'

/** Many words made ready to be found in texts, in flat arrays. */
export interface WordSearch {
  /**
   * Bits by hash of two units with which a word begins: few enough to stay at hand, so that most places of a text are passed over at
   * once and only at the others the tree is climbed.
   */
  beginnings: Uint8Array
  /** By unit: the word that it is by itself, counted from 1; 0 where it is none. */
  ones: Uint16Array
  /** Code unit to symbol; 0 where no word has it. Capitals and small Latin letters share a symbol. */
  symbols: Uint16Array
  /** By symbol: the state to which it leads from the root; 0 where no word begins so. */
  roots: Uint32Array
  /** By state: its first child. The children of a state bear numbers in a row, by their symbols, as far as those of the next. */
  firstChild: Uint32Array
  /** By state: the symbol that leads to it. */
  leadBy: Uint16Array
  /** Word that ends at a state, or -1. */
  word: Int32Array
  lengths: Uint16Array
}

/**
 * Makes words ready; a word's number is its place in `words`. Words must be non-empty and different from each other, whatever their case.
 * @throws RangeError when a word of one unit stands behind the first 65,535.
 */
export function buildWordSearch(words: readonly string[]): WordSearch {
  const symbols = numberSymbols(words)
  const { firstChild, leadBy, word } = wordTree(
    words.map((text) => Array.from({ length: text.length }, (_, i) => symbols[text.charCodeAt(i)]!)),
  )
  const roots = new Uint32Array(symbols.reduce((most, symbol) => Math.max(most, symbol), 0) + 1)
  for (let child = firstChild[0]!; child < firstChild[1]!; child++) roots[leadBy[child]!] = child
  return {
    ...noteBeginnings(words),
    symbols,
    roots,
    firstChild,
    leadBy,
    word,
    lengths: Uint16Array.from(words, (text) => text.length),
  }
}

/** Occurrences in the order of their beginning, of one beginning the shortest first: `words[i]` ends before `ends[i]`. */
export interface Hits {
  words: Uint32Array
  ends: Uint32Array
  count: number
}

/** Room for hits that is used again and again, since a short text would cost less to read than to make room for. */
export function roomForHits(): Hits {
  return { words: new Uint32Array(1 << 12), ends: new Uint32Array(1 << 12), count: 0 }
}

/** Every occurrence within `[start, end)` of a text, overlapping ones too, written over what stood in `found`. */
export function findWords(
  { beginnings, ones, symbols, roots, firstChild, leadBy, word }: WordSearch,
  text: string,
  found: Hits = roomForHits(),
  start = 0,
  end: number = text.length,
): Hits {
  const last = beginnings.length - 1
  let { words, ends } = found
  let count = 0
  let next = start < end ? text.charCodeAt(start) : 0
  for (let from = start; from < end; from++) {
    const unit = next
    next = from + 1 < end ? text.charCodeAt(from + 1) : 0
    if (count + 2 > words.length) {
      grow(found)
      words = found.words
      ends = found.ends
    }
    // Written whether or not a word stands here, and then kept or not: which of the two cannot be foreseen.
    const one = ones[unit]!
    words[count] = one - 1
    ends[count] = from + 1
    count += one === 0 ? 0 : 1
    const pair = pairOf(unit, next)
    if (((beginnings[(pair >>> 3) & last]! >>> (pair & 7)) & 1) === 0) continue
    let state = roots[symbols[unit]!]!
    for (let at = from + 1; state !== 0 && at < end; ) {
      const symbol = symbols[text.charCodeAt(at++)]!
      if (symbol === 0) break
      state = childBy(leadBy, firstChild[state]!, firstChild[state + 1]!, symbol)
      if (word[state]! < 0) continue
      if (count === words.length) {
        grow(found)
        words = found.words
        ends = found.ends
      }
      words[count] = word[state]!
      ends[count++] = at
    }
  }
  found.count = count
  return found
}

function grow(found: Hits) {
  const words = new Uint32Array(found.words.length * 4)
  const ends = new Uint32Array(found.ends.length * 4)
  words.set(found.words)
  ends.set(found.ends)
  found.words = words
  found.ends = ends
}

function numberSymbols(words: readonly string[]): Uint16Array {
  const symbols = new Uint16Array(0x10000)
  let count = 0
  for (const text of words) {
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i)
      if (symbols[unit] !== 0) continue
      symbols[unit] = ++count
      symbols[otherCase(unit)] = count
    }
  }
  return symbols
}

/** Bits set aside for each word: of those of pairs that begin none, few are set. */
const BITS_A_WORD = 8

function noteBeginnings(words: readonly string[]): Pick<WordSearch, 'beginnings' | 'ones'> {
  const beginnings = new Uint8Array(2 ** Math.ceil(Math.log2(Math.max(64, (BITS_A_WORD * words.length) / 8))))
  const ones = new Uint16Array(0x10000)
  const last = beginnings.length - 1
  for (const [number, text] of words.entries()) {
    const first = text.charCodeAt(0)
    for (const unit of [first, otherCase(first)]) {
      if (text.length === 1) {
        if (number >= 0xffff) throw new RangeError('words of one unit must be among the first 65,535')
        ones[unit] = number + 1
        continue
      }
      const second = text.charCodeAt(1)
      for (const then of [second, otherCase(second)]) {
        const pair = pairOf(unit, then)
        beginnings[(pair >>> 3) & last]! |= 1 << (pair & 7)
      }
    }
  }
  return { beginnings, ones }
}

/** A hash of two units. */
function pairOf(first: number, second: number): number {
  const mixed = Math.imul((first << 16) | second, 0x9e3779b1)
  return (mixed ^ (mixed >>> 15)) >>> 0
}

function otherCase(unit: number): number {
  if (unit >= 0x41 && unit <= 0x5a) return unit + 0x20
  if (unit >= 0x61 && unit <= 0x7a) return unit - 0x20
  return unit
}
