import type { CleanText } from '../normalise/clean-text.ts'
import type { Sieved } from '../search/sieve.ts'
import { ACCOUNT_SIGNS, accounts } from './account.ts'
import { BED_SIGNS, beds } from './beds.ts'
import { DATE_SIGNS, dates } from './date.ts'
import { DEPOSIT_SIGNS, depositMultiples } from './deposit-multiple.ts'
import { DISCOUNT_SIGNS, discounts } from './discount.ts'
import { disguises } from './disguise.ts'
import { DOUBLING_SIGNS, doublings } from './doubling.ts'
import { ENDORSER_SIGNS, endorsers } from './endorser.ts'
import { ENTRY_FEE_SIGNS, entryFees } from './entry-fee.ts'
import type { Fact, FactType } from './fact.ts'
import { HEAD_REWARD_SIGNS, headRewards } from './head-reward.ts'
import { HONOUR_SIGNS, honours } from './honour.ts'
import { impliedRates } from './implied-rate.ts'
import { instalments } from './instalments.ts'
import { licences } from './licence.ts'
import { LINK_SIGNS, links, type PageLink } from './link.ts'
import { QQ_SIGNS, qqs, WECHAT_SIGNS, wechats } from './messaging.ts'
import { deposits, money, monthlyFees, principals } from './money.ts'
import { PARTY_SIGNS, parties } from './party.ts'
import { PHONE_SIGNS, phones } from './phone.ts'
import { PLACE_SIGNS, places } from './place.ts'
import { prepaid } from './prepaid.ts'
import { rates } from './rate.ts'
import { type Extractor, type Reading, readNumbers } from './reading.ts'
import { MULTIPLE_SIGNS, returnedMultiples } from './returned-multiple.ts'
import { STATE_ORGAN_SIGNS, stateOrgans } from './state-organ.ts'
import { terms } from './term.ts'

/** What a text may hold, as bits. Most texts hold little of it. */
const HAS = { numerals: 1, amounts: 2, durations: 4, percents: 8, disguises: 16, anything: 32 } as const

/** Every extractor, with what a text must hold for it to read anything; another is one file and one line here. */
const EXTRACTORS: readonly { read: Extractor; from: number; of?: readonly Sieved[] }[] = [
  { read: money, from: HAS.amounts },
  { read: principals, from: HAS.amounts },
  { read: deposits, from: HAS.amounts },
  { read: monthlyFees, from: HAS.amounts },
  { read: prepaid, from: HAS.anything },
  { read: depositMultiples, from: HAS.numerals, of: DEPOSIT_SIGNS },
  { read: rates, from: HAS.percents },
  { read: impliedRates, from: HAS.amounts },
  { read: doublings, from: HAS.durations, of: DOUBLING_SIGNS },
  { read: returnedMultiples, from: HAS.durations, of: MULTIPLE_SIGNS },
  { read: terms, from: HAS.durations },
  { read: entryFees, from: HAS.amounts, of: ENTRY_FEE_SIGNS },
  { read: headRewards, from: HAS.numerals | HAS.percents, of: HEAD_REWARD_SIGNS },
  { read: discounts, from: HAS.anything, of: DISCOUNT_SIGNS },
  { read: instalments, from: HAS.numerals },
  { read: beds, from: HAS.numerals, of: BED_SIGNS },
  { read: phones, from: HAS.anything, of: PHONE_SIGNS },
  { read: accounts, from: HAS.anything, of: ACCOUNT_SIGNS },
  { read: wechats, from: HAS.anything, of: WECHAT_SIGNS },
  { read: qqs, from: HAS.anything, of: QQ_SIGNS },
  { read: licences, from: HAS.anything },
  { read: parties, from: HAS.anything, of: PARTY_SIGNS },
  { read: honours, from: HAS.anything, of: HONOUR_SIGNS },
  { read: endorsers, from: HAS.anything, of: ENDORSER_SIGNS },
  { read: stateOrgans, from: HAS.anything, of: STATE_ORGAN_SIGNS },
  { read: dates, from: HAS.anything, of: DATE_SIGNS },
  { read: places, from: HAS.anything, of: PLACE_SIGNS },
  { read: disguises, from: HAS.disguises },
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
  const { sieve } = reading
  const has = whatIsIn(reading)
  const read: Fact[] = []
  for (const { read: extractor, from, of } of EXTRACTORS) {
    if ((from & has) === 0 || (of && !sieve.mayHoldAny(of))) continue
    for (const fact of extractor(reading)) read.push(fact)
  }
  if (kept.length > 0 || sieve.mayHoldAny(LINK_SIGNS)) for (const link of links(reading, kept)) read.push(link)
  if (read.length === 0) return { facts: read, omitted: [] }
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

function whatIsIn({ clean, numerals, amounts, durations, percents }: Reading): number {
  return (
    HAS.anything |
    (numerals.length > 0 ? HAS.numerals : 0) |
    (amounts.length > 0 ? HAS.amounts : 0) |
    (durations.length > 0 ? HAS.durations : 0) |
    (percents.length > 0 ? HAS.percents : 0) |
    (clean.disguises.length > 0 ? HAS.disguises : 0)
  )
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
