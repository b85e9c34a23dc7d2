import { childBy, wordTree } from './word-tree.ts'

/** An automaton that finds every one of many words in one pass over a text, in flat arrays. */
export interface Automaton {
  /** Code unit to symbol; 0 where no word has it. Capitals and small Latin letters share a symbol. */
  symbols: Uint16Array
  /**
   * Four numbers by state, side by side because a look into a large table waits for memory, and this way once: its first child;
   * a bit for each child's symbol modulo 32, of which one that is not set spares the search; the state to go on from where no child
   * fits; and the state at which telling of words begins, 0 for none. The children of a state bear numbers in a row, by their symbols:
   * those of the next state begin where they end.
   */
  states: Uint32Array
  /** By state: the symbol that leads to it. */
  leadBy: Uint16Array
  /** First-level edges by symbol, for the most travelled state. */
  rootEdges: Uint32Array
  /** Word that ends at a state, or -1. */
  word: Int32Array
  /** Next state by suffix at which a word ends, or 0. */
  suffix: Uint32Array
  lengths: Uint16Array
}

/** Builds the automaton; a word's number is its place in `words`. Words must be non-empty and different from each other. */
export function buildAutomaton(words: readonly string[]): Automaton {
  const symbols = numberSymbols(words)
  const symbolCount = symbols.reduce((most, symbol) => Math.max(most, symbol), 0) + 1
  const { firstChild, leadBy, word } = wordTree(
    words.map((text) => Array.from({ length: text.length }, (_, i) => symbols[text.charCodeAt(i)]!)),
  )
  const rootEdges = new Uint32Array(symbolCount)
  for (let child = firstChild[0]!; child < firstChild[1]!; child++) rootEdges[leadBy[child]!] = child
  const { fail, suffix } = link(firstChild, leadBy, rootEdges, word)
  const states = new Uint32Array(4 * (word.length + 1))
  for (let state = 0; state < word.length; state++) {
    let mask = 0
    for (let child = firstChild[state]!; child < firstChild[state + 1]!; child++) mask |= 1 << (leadBy[child]! & 31)
    states[4 * state] = firstChild[state]!
    states[4 * state + 1] = mask
    states[4 * state + 2] = fail[state]!
    states[4 * state + 3] = word[state]! >= 0 ? state : suffix[state]!
  }
  states[4 * word.length] = word.length
  return {
    symbols,
    states,
    leadBy,
    rootEdges,
    word,
    suffix,
    lengths: Uint16Array.from(words, (text) => text.length),
  }
}

/** Occurrences in the order of their end, of one end the longest first: `words[i]` ends before `ends[i]`. */
export interface Hits {
  words: Uint32Array
  ends: Uint32Array
  count: number
}

/** Room for hits that is used again and again, since a short text would cost less to read than to make room for. */
export function roomForHits(): Hits {
  return { words: new Uint32Array(1 << 12), ends: new Uint32Array(1 << 12), count: 0 }
}

/** Every occurrence, overlapping ones too, written over what stood in `found`. */
export function scanWords(automaton: Automaton, text: string, found: Hits = roomForHits()): Hits {
  const { symbols, rootEdges, states, word, suffix } = automaton
  let { words, ends } = found
  let count = 0
  let state = 0
  for (let i = 0; i < text.length; i++) {
    const symbol = symbols[text.charCodeAt(i)]!
    if (symbol === 0) {
      state = 0
      continue
    }
    state = state === 0 ? rootEdges[symbol]! : nextState(automaton, state, symbol)
    for (let at = states[4 * state + 3]!; at !== 0; at = suffix[at]!) {
      if (count === words.length) {
        grow(found)
        words = found.words
        ends = found.ends
      }
      words[count] = word[at]!
      ends[count++] = i + 1
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

/** The state after one more symbol, from a state other than the first. */
export function nextState({ states, leadBy, rootEdges }: Automaton, from: number, symbol: number): number {
  const bit = 1 << (symbol & 31)
  for (let state = from; state !== 0; state = states[4 * state + 2]!) {
    if ((states[4 * state + 1]! & bit) === 0) continue
    const child = childBy(leadBy, states[4 * state]!, states[4 * state + 4]!, symbol)
    if (child !== 0) return child
  }
  return rootEdges[symbol]!
}

function numberSymbols(words: readonly string[]): Uint16Array {
  const symbols = new Uint16Array(0x10000)
  let count = 0
  for (const text of words) {
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i)
      if (symbols[unit] !== 0) continue
      symbols[unit] = ++count
      const twin = otherCase(unit)
      if (twin !== unit) symbols[twin] = count
    }
  }
  return symbols
}

function otherCase(unit: number): number {
  if (unit >= 0x41 && unit <= 0x5a) return unit + 0x20
  if (unit >= 0x61 && unit <= 0x7a) return unit - 0x20
  return unit
}

/** Failure and suffix links, in the order of the states, so that those of shorter beginnings are ready. */
function link(firstChild: Uint32Array, leadBy: Uint16Array, rootEdges: Uint32Array, word: Int32Array) {
  const fail = new Uint32Array(word.length)
  const suffix = new Uint32Array(word.length)
  const childOf = (state: number, symbol: number): number =>
    state === 0 ? rootEdges[symbol]! : childBy(leadBy, firstChild[state]!, firstChild[state + 1]!, symbol)
  for (let state = 1; state < word.length; state++) {
    for (let child = firstChild[state]!; child < firstChild[state + 1]!; child++) {
      const symbol = leadBy[child]!
      let back = fail[state]!
      let target = childOf(back, symbol)
      while (target === 0 && back !== 0) {
        back = fail[back]!
        target = childOf(back, symbol)
      }
      fail[child] = target
      suffix[child] = word[target]! >= 0 ? target : suffix[target]!
    }
  }
  return { fail, suffix }
}
