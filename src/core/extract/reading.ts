import { type CleanText, originalSpan } from '../normalise/clean-text.ts'
import { Sieve } from '../search/sieve.ts'
import { type Amount, amounts } from './amount.ts'
import { type Numeral, numerals } from './chinese-number.ts'
import { type DigitRuns, digitRuns } from './digit-runs.ts'
import { type Duration, durations } from './duration.ts'
import type { Fact } from './fact.ts'
import { figureRuns } from './figure-runs.ts'
import { type Percent, percents } from './percent.ts'

/** What every extractor is given: the text and what was read in it once for all. Offsets are into the clean text. */
export interface Reading {
  clean: CleanText
  text: string
  /** Patterns over the whole text run through it. */
  sieve: Sieve
  digits: DigitRuns
  numerals: Numeral[]
  amounts: Amount[]
  durations: Duration[]
  percents: Percent[]
}

/** One sort of fact read from the text. */
export type Extractor = (reading: Reading) => Fact[]

/** Reads the numbers of a text and what they measure. */
export function readNumbers(clean: CleanText): Reading {
  const sieve = new Sieve(clean.text)
  const figures = figureRuns(clean.text)
  const found = numerals(clean.text, figures)
  return {
    clean,
    text: clean.text,
    sieve,
    digits: digitRuns(clean.text, figures),
    numerals: found,
    amounts: amounts(clean.text, found),
    durations: durations(clean.text, found, sieve),
    percents: percents(clean.text, found, sieve),
  }
}

/** A fact whose place is given in the clean text. What is known of it is filled in where it stands: to copy it costs many times as much. */
export function factAt(
  clean: CleanText,
  start: number,
  end: number,
  fact: Omit<Fact, 'start' | 'end' | 'quote'>,
): Fact {
  const span = originalSpan(clean, start, end)
  return placed(fact, clean, span.start, span.end)
}

/** A fact put together from several places of the clean text, which need not be in order. */
export function factOver(
  clean: CleanText,
  places: readonly { start: number; end: number }[],
  fact: Omit<Fact, 'start' | 'end' | 'quote' | 'parts'>,
): Fact {
  const parts = places.map((place) => originalSpan(clean, place.start, place.end)).sort((a, b) => a.start - b.start)
  const start = parts[0]!.start
  const end = Math.max(...parts.map((part) => part.end))
  const whole = placed(fact, clean, start, end)
  whole.parts = parts
  return whole
}

function placed(
  known: Omit<Fact, 'start' | 'end' | 'quote'>,
  { original }: CleanText,
  start: number,
  end: number,
): Fact {
  const fact = known as Fact
  fact.start = start
  fact.end = end
  fact.quote = original.slice(start, end)
  return fact
}
