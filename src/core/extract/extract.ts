import type { CleanText } from '../normalise/clean-text.ts'
import { accounts } from './account.ts'
import { dates } from './date.ts'
import { depositMultiples } from './deposit-multiple.ts'
import { disguises } from './disguise.ts'
import type { Fact } from './fact.ts'
import { impliedRates } from './implied-rate.ts'
import { licences } from './licence.ts'
import { links, type PageLink } from './link.ts'
import { qqs, wechats } from './messaging.ts'
import { deposits, money, monthlyFees, principals } from './money.ts'
import { parties } from './party.ts'
import { phones } from './phone.ts'
import { places } from './place.ts'
import { prepaid } from './prepaid.ts'
import { rates } from './rate.ts'
import { type Extractor, readNumbers } from './reading.ts'
import { terms } from './term.ts'

/** Every extractor; another is one file and one line here. */
const EXTRACTORS: readonly Extractor[] = [
  money,
  principals,
  deposits,
  monthlyFees,
  prepaid,
  depositMultiples,
  rates,
  impliedRates,
  terms,
  phones,
  accounts,
  wechats,
  qqs,
  licences,
  parties,
  dates,
  places,
  disguises,
]

/**
 * Reads typed facts from clean text, in the order in which they stand in the original.
 * `kept` are the addresses that the reader found behind words of a page.
 */
export function extract(clean: CleanText, kept: readonly PageLink[] = []): Fact[] {
  const reading = readNumbers(clean)
  const facts = EXTRACTORS.flatMap((extractor) => extractor(reading))
  for (const link of links(reading, kept)) facts.push(link)
  return facts.sort((a, b) => a.start - b.start || a.end - b.end)
}
