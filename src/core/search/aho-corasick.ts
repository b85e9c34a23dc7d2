/** An automaton that finds every one of many words in one pass over a text, in flat arrays. */
export interface Automaton {
  /** Code unit to symbol; 0 where no word has it. Capitals and small Latin letters share a symbol. */
  symbols: Uint16Array
  symbolCount: number
  /**
   * Open-addressed table of edges, two numbers each: state * symbolCount + symbol + 1, and the state it leads to. They stand side by
   * side because a look into a large table waits for memory, and this way once.
   */
  table: Uint32Array
  /** One less than there is room for edges. */
  mask: number
  /** First-level edges by symbol, for the most travelled state. */
  rootEdges: Uint32Array
  /** By state: a bit for each child's symbol modulo 32. A bit that is not set spares the look into the table. */
  children: Uint32Array
  fail: Uint32Array
  /** Word that ends at a state, or -1. */
  word: Int32Array
  /** Next state by suffix at which a word ends, or 0. */
  suffix: Uint32Array
  /** The state itself where a word ends at it, else its suffix: where telling begins. */
  tells: Uint32Array
  lengths: Uint16Array
}

/** Builds the automaton; a word's number is its place in `words`. Words must be non-empty and different from each other. */
export function buildAutomaton(words: readonly string[]): Automaton {
  const symbols = numberSymbols(words)
  const symbolCount = symbols.reduce((most, symbol) => Math.max(most, symbol), 0) + 1
  const edges: Map<number, number>[] = [new Map()]
  const word: number[] = [-1]
  // All words by their first unit, then by their second, …: states near the root, where a search spends most of its time, stand side by side.
  const reached = new Uint32Array(words.length)
  let left = words.map((_, number) => number)
  for (let depth = 0; left.length > 0; depth++) {
    const longer: number[] = []
    for (const number of left) {
      const text = words[number]!
      const state = reached[number]!
      const symbol = symbols[text.charCodeAt(depth)]!
      let next = edges[state]!.get(symbol)
      if (next === undefined) {
        next = edges.length
        edges.push(new Map())
        word.push(-1)
        edges[state]!.set(symbol, next)
      }
      reached[number] = next
      if (depth + 1 < text.length) longer.push(number)
      else word[next] = number
    }
    left = longer
  }
  const { fail, suffix } = link(edges, word)
  return {
    symbols,
    symbolCount,
    ...tabulate(edges, symbolCount),
    fail,
    suffix,
    tells: Uint32Array.from(word, (number, state) => (number >= 0 ? state : suffix[state]!)),
    word: Int32Array.from(word),
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
  const { symbols, rootEdges, word, suffix, tells } = automaton
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
    for (let at = tells[state]!; at !== 0; at = suffix[at]!) {
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
export function nextState(
  { symbolCount, children, table, mask, rootEdges, fail }: Automaton,
  from: number,
  symbol: number,
): number {
  const bit = 1 << (symbol & 31)
  for (let state = from; state !== 0; state = fail[state]!) {
    if ((children[state]! & bit) === 0) continue
    const key = state * symbolCount + symbol + 1
    let slot = spread(key) & mask
    let found = table[2 * slot]!
    while (found !== 0 && found !== key) {
      slot = (slot + 1) & mask
      found = table[2 * slot]!
    }
    if (found === key) return table[2 * slot + 1]!
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

/** Failure and suffix links, breadth first so that a state's links are ready before its children's. */
function link(edges: readonly Map<number, number>[], word: readonly number[]) {
  const fail = new Uint32Array(edges.length)
  const suffix = new Uint32Array(edges.length)
  const queue: number[] = [...edges[0]!.values()]
  for (let head = 0; head < queue.length; head++) {
    const state = queue[head]!
    for (const [symbol, next] of edges[state]!) {
      let back = fail[state]!
      while (back !== 0 && !edges[back]!.has(symbol)) back = fail[back]!
      const target = edges[back]!.get(symbol) ?? 0
      fail[next] = target
      suffix[next] = word[target]! >= 0 ? target : suffix[target]!
      queue.push(next)
    }
  }
  return { fail, suffix }
}

function tabulate(edges: readonly Map<number, number>[], symbolCount: number) {
  let size = 16
  while (size < edges.length * 2) size *= 2
  const mask = size - 1
  const table = new Uint32Array(size * 2)
  const children = new Uint32Array(edges.length)
  edges.forEach((leads, state) => {
    for (const [symbol, next] of leads) {
      children[state]! |= 1 << (symbol & 31)
      const key = state * symbolCount + symbol + 1
      let slot = spread(key) & mask
      while (table[2 * slot] !== 0) slot = (slot + 1) & mask
      table[2 * slot] = key
      table[2 * slot + 1] = next
    }
  })
  const rootEdges = new Uint32Array(symbolCount)
  for (const [symbol, next] of edges[0]!) rootEdges[symbol] = next
  return { table, mask, rootEdges, children }
}

function spread(key: number): number {
  const mixed = Math.imul(key, 0x9e3779b1)
  return (mixed ^ (mixed >>> 15)) >>> 0
}
