import type { CleanText } from '../normalise/clean-text.ts'
import { accounts } from './account.ts'
import { beds } from './beds.ts'
import { dates } from './date.ts'
import { depositMultiples } from './deposit-multiple.ts'
import { discounts } from './discount.ts'
import { disguises } from './disguise.ts'
import { doublings } from './doubling.ts'
import { endorsers } from './endorser.ts'
import { entryFees } from './entry-fee.ts'
import type { Fact, FactType } from './fact.ts'
import { headRewards } from './head-reward.ts'
import { honours } from './honour.ts'
import { impliedRates } from './implied-rate.ts'
import { instalments } from './instalments.ts'
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
import { returnedMultiples } from './returned-multiple.ts'
import { stateOrgans } from './state-organ.ts'
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
  doublings,
  returnedMultiples,
  terms,
  entryFees,
  headRewards,
  discounts,
  instalments,
  beds,
  phones,
  accounts,
  wechats,
  qqs,
  licences,
  parties,
  honours,
  endorsers,
  stateOrgans,
  dates,
  places,
  disguises,
]

/** As many facts of one type as an officer or a rule can use; a paper of a million characters may hold any number. */
export const MOST_OF_A_TYPE = 200

/** Facts left out of a type, counted. */
export interface OmittedFacts {
  type: FactType
  count: number
}

/** Reads typed facts from clean text, and says how many of a type it left out. See `extract`. */
export function readFacts(
  clean: CleanText,
  kept: readonly PageLink[] = [],
): { facts: Fact[]; omitted: OmittedFacts[] } {
  const reading = readNumbers(clean)
  const read: Fact[] = []
  for (const extractor of EXTRACTORS) for (const fact of extractor(reading)) read.push(fact)
  for (const link of links(reading, kept)) read.push(link)
  const { facts, omitted } = keepGreatest(read)
  return { facts: facts.sort((a, b) => a.start - b.start || a.end - b.end), omitted }
}

/**
 * Reads typed facts from clean text, in the order in which they stand in the original: of each type the 200 greatest, of equals the first.
 * `kept` are the addresses that the reader found behind words of a page.
 */
export function extract(clean: CleanText, kept: readonly PageLink[] = []): Fact[] {
  return readFacts(clean, kept).facts
}

function keepGreatest(read: readonly Fact[]): { facts: Fact[]; omitted: OmittedFacts[] } {
  if (read.length <= MOST_OF_A_TYPE) return { facts: [...read], omitted: [] }
  const byType = new Map<FactType, Fact[]>()
  for (const fact of read) {
    const same = byType.get(fact.type)
    if (same) same.push(fact)
    else byType.set(fact.type, [fact])
  }
  const omitted: OmittedFacts[] = []
  const facts = [...byType].flatMap(([type, same]) => {
    if (same.length <= MOST_OF_A_TYPE) return same
    omitted.push({ type, count: same.length - MOST_OF_A_TYPE })
    return same.sort((a, b) => size(b) - size(a) || a.start - b.start).slice(0, MOST_OF_A_TYPE)
  })
  return { facts, omitted }
}

function size({ value }: Fact): number {
  return typeof value === 'number' ? value : 0
}
