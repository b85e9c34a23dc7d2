import { neededWords } from './needed-words.ts'
import { buildWordSearch, findWords, type Hits, roomForHits, type WordSearch } from './word-search.ts'

/** Tells at one look which of some patterns can match in a text at all. */
export interface Gate {
  /** Its place among all gates of the program. */
  number: number
  /** Patterns it has so far. */
  patterns: number
  /** By word, small: a bit for each pattern that needs it. */
  words: Map<string, number>
  /** Bits of the patterns of which no word is known: always open. */
  always: number
  /** Looks for the words of this gate alone. Made when first asked for a part of a text. */
  alone?: Lookout
}

/** Most patterns of a gate. */
export const MOST_OF_A_GATE = 31

/** A gate for at most 31 patterns, bit `1 << i` for the one at `i`. Gates are the program's own: each is kept for good. */
export function gateFor(patterns: readonly RegExp[]): Gate {
  const gate: Gate = { number: gates.length, patterns: 0, words: new Map(), always: 0 }
  gates.push(gate)
  for (const pattern of patterns) admit(gate, pattern)
  return gate
}

/** One more pattern for a gate; its bit. */
export function admit(gate: Gate, pattern: RegExp): number {
  return admitWords(gate, neededWords(pattern))
}

/** The same for what needs one of some words, or always may be there. */
export function admitWords(gate: Gate, needs: readonly string[] | undefined): number {
  if (gate.patterns === MOST_OF_A_GATE) throw new RangeError('a gate has 31 patterns at most: make two')
  const bit = 1 << gate.patterns++
  if (!needs) gate.always |= bit
  for (const word of needs ?? []) gate.words.set(word.toLowerCase(), (gate.words.get(word.toLowerCase()) ?? 0) | bit)
  together = undefined
  delete gate.alone
  return bit
}

/** Bits of the patterns that may match within `[start, end)` of a text; of the others it is sure that they do not. */
export function opened(gate: Gate, text: string, start?: number, end?: number): number {
  if (start === undefined) return openedBy(text)[gate.number]!
  gate.alone ??= lookout([gate])
  return openedIn(gate.alone, heard, text, start, end ?? text.length)[0]!
}

const gates: Gate[] = []

/** The words of all gates: whole texts are looked through once for all of them. */
let together: Lookout | undefined
/** The text looked through last, and what it opens by gate. */
let known: { text: string; open: readonly number[] } | undefined

/** By the number of a gate: bits of its patterns that may match in a text. The whole text is looked through once for all gates. */
export function openedBy(text: string): readonly number[] {
  if (!together) {
    together = lookout(gates)
    known = undefined
  }
  if (known?.text === text) return known.open
  // What was heard is written over from here on, whether or not this text is looked through to its end.
  known = undefined
  const open = openedIn(together, heardOfAll, text, 0, text.length)
  known = { text, open }
  return open
}

/** What a whole text holds of the words that a pattern of a gate needs, the gate given by its number and the pattern by its bit. */
export function heardOf(gate: number, bit: number, text: string): Heard {
  openedBy(text)
  return { hits: heardOfAll, lengths: together!.search.lengths, isOf: ownWords(together!, gate, bit) }
}

/** Words heard in a text, those of all gates; by word its length, and whether it was asked for. Holds until the next text is looked through. */
export interface Heard {
  hits: Hits
  lengths: Uint16Array
  isOf: Uint8Array
}

function ownWords({ opens, own }: Lookout, gate: number, bit: number): Uint8Array {
  const key = gate * 32 + Math.clz32(bit)
  const known = own.get(key)
  if (known) return known
  const isOf = new Uint8Array(opens.length)
  opens.forEach((pairs, word) => {
    for (let i = 0; i < pairs.length; i += 2) if (pairs[i] === gate && (pairs[i + 1]! & bit) !== 0) isOf[word] = 1
  })
  own.set(key, isOf)
  return isOf
}

/** Looks for the words of several gates. */
interface Lookout {
  search: WordSearch
  /** By word: what it opens, as gate and bits, gate and bits, … */
  opens: readonly (readonly number[])[]
  /** By gate. */
  always: readonly number[]
  /** By word: the look in which it was met last. Digits are met again and again. */
  metIn: Uint32Array
  looks: number
  /** By pattern: which words are its own. */
  own: Map<number, Uint8Array>
}

function lookout(of: readonly Gate[]): Lookout {
  const words = new Map<string, number[]>()
  of.forEach((gate, place) => {
    for (const [word, bits] of gate.words) {
      const own = words.get(word)
      if (own) own.push(place, bits)
      else words.set(word, [place, bits])
    }
  })
  return {
    search: buildWordSearch([...words.keys()]),
    opens: [...words.values()],
    always: of.map(({ always }) => always),
    metIn: new Uint32Array(words.size),
    looks: 0,
    own: new Map(),
  }
}

/** By the place of a gate: bits of its patterns that may match within `[start, end)` of a text. */
function openedIn(lookout: Lookout, heard: Hits, text: string, start: number, end: number): number[] {
  const { search, opens, always, metIn } = lookout
  const { words, count } = findWords(search, text, heard, start, end)
  const open = always.slice()
  const look = ++lookout.looks
  for (let hit = 0; hit < count; hit++) {
    const word = words[hit]!
    if (metIn[word] === look) continue
    metIn[word] = look
    const own = opens[word]!
    for (let i = 0; i < own.length; i += 2) open[own[i]!]! |= own[i + 1]!
  }
  return open
}

const heard = roomForHits()
const heardOfAll = roomForHits()
