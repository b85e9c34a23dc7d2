import type { Span } from '../document.ts'
import { admit, admitWords, type Gate, gateFor, heardOf, MOST_OF_A_GATE, openedBy } from './gate.ts'
import { matches } from './matches.ts'

/** A pattern that is run over a text only where the text holds a word that the pattern needs. */
export interface Sieved {
  pattern: RegExp
  /** Number of its gate, and its bit there. */
  gate: number
  bit: number
}

/** Makes a pattern ready for sieves. It is one of the program's own and asked for while a module loads: each is kept for good. */
export function sieved(pattern: RegExp): Sieved {
  const gate = withRoom()
  return { pattern, gate: gate.number, bit: admit(gate, pattern) }
}

/** Words that are looked for in whole texts, together with all that patterns need. */
export interface WordList {
  words: readonly string[]
  gate: number
  bit: number
}

/** Makes words ready for sieves. They are the program's own, as patterns are. */
export function wordList(words: readonly string[]): WordList {
  const gate = withRoom()
  return { words, gate: gate.number, bit: admitWords(gate, words) }
}

function withRoom(): Gate {
  if (!bank || bank.patterns === MOST_OF_A_GATE) bank = gateFor([])
  return bank
}

/** The gate that has room for more patterns. */
let bank: Gate | undefined

/** Runs sieved patterns over one text, and lives as long as it is read. */
export class Sieve {
  private readonly text: string
  private readonly open: readonly number[]

  constructor(text: string) {
    this.text = text
    this.open = openedBy(text)
  }

  /** As `text.matchAll(pattern)`, for a global pattern. */
  all(sieved: Sieved): readonly RegExpExecArray[] {
    return this.mayHold(sieved) ? matches(sieved.pattern, this.text) : NONE
  }

  /** The words of a list where they stand, in order: of words that begin alike the longest, and none overlaps. */
  words({ gate, bit }: WordList): Span[] {
    const found: Span[] = []
    if ((this.open[gate]! & bit) === 0) return found
    const { hits, lengths, isOf } = heardOf(gate, bit, this.text)
    const { words, ends, count } = hits
    let done = 0
    for (let hit = 0; hit < count; hit++) {
      const word = words[hit]!
      if (isOf[word] === 0) continue
      const end = ends[hit]!
      const start = end - lengths[word]!
      const last = found[found.length - 1]
      // Of one beginning the shortest comes first.
      if (last && last.start === start) last.end = done = end
      else if (start >= done) {
        done = end
        found.push({ start, end })
      }
    }
    return found
  }

  /** As `pattern.test(text)`, for a pattern that is not global. */
  has(sieved: Sieved): boolean {
    return this.mayHold(sieved) && sieved.pattern.test(this.text)
  }

  /** False where none of the patterns has a match for sure. */
  mayHoldAny(patterns: readonly Pick<Sieved, 'gate' | 'bit'>[]): boolean {
    for (const { gate, bit } of patterns) if ((this.open[gate]! & bit) !== 0) return true
    return false
  }

  /** False where the pattern has no match for sure. */
  mayHold({ gate, bit }: Sieved): boolean {
    return (this.open[gate]! & bit) !== 0
  }
}

const NONE: readonly RegExpExecArray[] = []
