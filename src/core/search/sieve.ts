import { type Gate, gateFor, MOST_OF_A_GATE, opened, widened } from './gate.ts'

/** Runs a global pattern over one text only where the text holds a word that the pattern needs. */
export interface Sieve {
  /** As `text.matchAll(pattern)`. The pattern is one of the program's own: each that is asked for is kept for good. */
  all: (pattern: RegExp) => Iterable<RegExpExecArray>
  /** As `pattern.test(text)`, for a pattern that is not global. */
  has: (pattern: RegExp) => boolean
}

const patterns: RegExp[] = []
const numbers = new Map<RegExp, number>()
const gates: Gate[] = []
let gated = 0

/** A sieve for one text. Patterns asked for the first time run in full, and have their gate from the next text on. */
export function sieveFor(text: string): Sieve {
  if (gated < patterns.length) makeGates()
  const known = gated
  const open = gates.map((gate) => opened(gate, text))
  const mayHold = (pattern: RegExp) => {
    const number = numbers.get(pattern)
    if (number === undefined) numbers.set(pattern, patterns.push(pattern) - 1)
    if (number === undefined || number >= known) return true
    return (open[Math.trunc(number / MOST_OF_A_GATE)]! & (1 << (number % MOST_OF_A_GATE))) !== 0
  }
  return {
    all: (pattern) => (mayHold(pattern) ? matches(pattern, text) : NONE),
    has: (pattern) => mayHold(pattern) && pattern.test(text),
  }
}

const NONE: readonly RegExpExecArray[] = []

/** As `matchAll`, which would make the pattern anew for each text. */
function matches(pattern: RegExp, text: string): RegExpExecArray[] {
  const found: RegExpExecArray[] = []
  pattern.lastIndex = 0
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    if (match[0] === '') pattern.lastIndex++
    found.push(match)
  }
  return found
}

function makeGates() {
  for (let i = Math.trunc(gated / MOST_OF_A_GATE); i * MOST_OF_A_GATE < patterns.length; i++) {
    const own = patterns.slice(i * MOST_OF_A_GATE, (i + 1) * MOST_OF_A_GATE)
    const gate = gates[i]
    gates[i] = gate ? widened(gate, own) : gateFor(own)
  }
  gated = patterns.length
}
