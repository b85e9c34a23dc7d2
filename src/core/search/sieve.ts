import { admit, type Gate, gateFor, MOST_OF_A_GATE, openedBy } from './gate.ts'
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
  if (!bank || bank.patterns === MOST_OF_A_GATE) bank = gateFor([])
  return { pattern, gate: bank.number, bit: admit(bank, pattern) }
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

  /** As `pattern.test(text)`, for a pattern that is not global. */
  has(sieved: Sieved): boolean {
    return this.mayHold(sieved) && sieved.pattern.test(this.text)
  }

  /** False where none of the patterns has a match for sure. */
  mayHoldAny(patterns: readonly Sieved[]): boolean {
    for (const { gate, bit } of patterns) if ((this.open[gate]! & bit) !== 0) return true
    return false
  }

  /** False where the pattern has no match for sure. */
  mayHold({ gate, bit }: Sieved): boolean {
    return (this.open[gate]! & bit) !== 0
  }
}

const NONE: readonly RegExpExecArray[] = []
