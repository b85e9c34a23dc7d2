import { type Automaton, buildAutomaton, nextState } from './aho-corasick.ts'
import { neededWords } from './needed-words.ts'

/** Tells at one look which of some patterns can match in a text at all. */
export interface Gate {
  automaton: Automaton
  /** By state: a bit for each pattern that a word ending here is needed by. */
  opens: Uint32Array
  /** Bits of the patterns of which no word is known: always open. */
  always: number
  all: number
}

/** A gate for at most 31 patterns, bit `1 << i` for the one at `i`. */
export function gateFor(patterns: readonly RegExp[]): Gate {
  if (patterns.length > 31) throw new RangeError('a gate has 31 patterns at most: make two')
  const words = new Map<string, number>()
  let always = 0
  patterns.forEach((pattern, i) => {
    const needed = neededWords(pattern)
    if (!needed) always |= 1 << i
    for (const word of needed ?? []) words.set(word.toLowerCase(), (words.get(word.toLowerCase()) ?? 0) | (1 << i))
  })
  const automaton = buildAutomaton([...words.keys()])
  const bits = [...words.values()]
  const opens = Uint32Array.from(automaton.word, (_, state) => {
    let open = 0
    for (let at = automaton.tells[state]!; at !== 0; at = automaton.suffix[at]!) open |= bits[automaton.word[at]!]!
    return open
  })
  return { automaton, opens, always, all: 2 ** patterns.length - 1 }
}

/** Bits of the patterns that may match within `[start, end)` of a text; of the others it is sure that they do not. */
export function opened({ automaton, opens, always, all }: Gate, text: string, start = 0, end = text.length): number {
  const { symbols, rootEdges } = automaton
  let open = always
  let state = 0
  for (let i = start; i < end; i++) {
    const symbol = symbols[text.charCodeAt(i)]!
    if (symbol === 0) {
      state = 0
      continue
    }
    state = state === 0 ? rootEdges[symbol]! : nextState(automaton, state, symbol)
    if (opens[state] === 0) continue
    open |= opens[state]!
    if (open === all) return open
  }
  return open
}
