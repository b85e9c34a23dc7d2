import type { CleanText } from '../normalise/clean-text.ts'
import { admitWords, gateFor, opened } from '../search/gate.ts'
import { neededWords } from '../search/needed-words.ts'
import type { Sieved, WordList } from '../search/sieve.ts'
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
import { INSTALMENT_SIGNS, instalments } from './instalments.ts'
import { DIGITS_OF_CODE, LICENCE_SIGNS, licences } from './licence.ts'
import { LINK_SIGNS, links, type PageLink } from './link.ts'
import { QQ_SIGNS, qqs, WECHAT_SIGNS, wechats } from './messaging.ts'
import { deposits, money, monthlyFees, principals } from './money.ts'
import { PARTY_SIGNS, parties } from './party.ts'
import { phones, SPELT_PHONE_SIGNS } from './phone.ts'
import { PLACE_NAMES, places } from './place.ts'
import { PREPAID_SIGNS, prepaid } from './prepaid.ts'
import { rates } from './rate.ts'
import { type Extractor, type Reading, readNumbers } from './reading.ts'
import { MULTIPLE_SIGNS, returnedMultiples } from './returned-multiple.ts'
import { STATE_ORGANS, stateOrgans } from './state-organ.ts'
import { terms } from './term.ts'

/** What a text may hold, as bits: most texts hold little of it. A long number is one that may be an account's, a telephone's or a code. */
const HAS = { numerals: 1, amounts: 2, durations: 4, percents: 8, disguises: 16, longNumber: 32, digits: 64 } as const
/** Digits of the shortest of those, blanks and dashes between them left out; a code holds seven in a row. */
const LONG_NUMBER = { chained: 8, inARow: DIGITS_OF_CODE } as const

/** An extractor, with what a text must hold for it to read anything. */
interface Listed {
  read: Extractor
  /** One of these bits; anything where left out. */
  from?: number
  /** A word that one of these patterns needs; anything where left out. */
  of?: readonly (Sieved | WordList)[]
  /** Either of the two is enough. */
  isEither?: true
}

/** Every extractor; another is one file and one line here. */
const EXTRACTORS: readonly Listed[] = [
  { read: money, from: HAS.amounts },
  { read: principals, from: HAS.amounts },
  { read: deposits, from: HAS.amounts },
  { read: monthlyFees, from: HAS.amounts },
  { read: prepaid, from: HAS.amounts | HAS.durations, of: PREPAID_SIGNS, isEither: true },
  { read: depositMultiples, from: HAS.numerals, of: DEPOSIT_SIGNS },
  { read: rates, from: HAS.percents },
  { read: impliedRates, from: HAS.amounts },
  { read: doublings, from: HAS.durations, of: DOUBLING_SIGNS },
  { read: returnedMultiples, from: HAS.durations, of: MULTIPLE_SIGNS },
  { read: terms, from: HAS.durations },
  { read: entryFees, from: HAS.amounts, of: ENTRY_FEE_SIGNS },
  { read: headRewards, from: HAS.numerals | HAS.percents, of: HEAD_REWARD_SIGNS },
  { read: discounts, of: DISCOUNT_SIGNS },
  { read: instalments, from: HAS.numerals, of: INSTALMENT_SIGNS },
  { read: beds, from: HAS.numerals, of: BED_SIGNS },
  { read: phones, from: HAS.longNumber, of: SPELT_PHONE_SIGNS, isEither: true },
  { read: accounts, from: HAS.longNumber, of: ACCOUNT_SIGNS, isEither: true },
  { read: wechats, of: WECHAT_SIGNS },
  { read: qqs, of: QQ_SIGNS },
  { read: licences, from: HAS.longNumber, of: LICENCE_SIGNS, isEither: true },
  { read: parties, of: PARTY_SIGNS },
  { read: honours, of: HONOUR_SIGNS },
  { read: endorsers, of: ENDORSER_SIGNS },
  { read: stateOrgans, of: [STATE_ORGANS] },
  { read: dates, from: HAS.digits, of: DATE_SIGNS, isEither: true },
  { read: places, of: [PLACE_NAMES] },
  { read: disguises, from: HAS.disguises },
]

/** Extractors are bits by their place: those that the words of a text wake, those that its numbers do, and those that need but one of the two. */
const WORDS = gateFor([])
for (const { of } of EXTRACTORS) admitWords(WORDS, of && neededByAny(of))
const BY_NUMBERS = Array.from({ length: 128 }, (_, has) =>
  bitsOf(({ from }) => from === undefined || (from & has) !== 0),
)
const EITHER = bitsOf(({ isEither }) => isEither === true)

/** The words of which one is needed; undefined where something needs none. */
function neededByAny(signs: readonly (Sieved | WordList)[]): string[] | undefined {
  const needed = signs.map((sign) => ('words' in sign ? sign.words : neededWords(sign.pattern)))
  return needed.includes(undefined) ? undefined : [...new Set(needed.flatMap((words) => words ?? []))]
}

function bitsOf(wanted: (listed: Listed) => boolean): number {
  return EXTRACTORS.reduce((bits, listed, place) => (wanted(listed) ? bits | (1 << place) : bits), 0)
}

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
  const byWords = opened(WORDS, clean.text)
  const byNumbers = BY_NUMBERS[whatIsIn(reading)]!
  const read: Fact[] = []
  let awake = (byWords & byNumbers) | ((byWords | byNumbers) & EITHER)
  for (let place = 0; awake !== 0; place++, awake >>>= 1) {
    if ((awake & 1) === 0) continue
    for (const fact of EXTRACTORS[place]!.read(reading)) read.push(fact)
  }
  if (kept.length > 0 || sieve.mayHoldAny(LINK_SIGNS)) for (const link of links(reading, kept)) read.push(link)
  if (read.length === 0) return { facts: read, omitted: [] }
  const { facts, omitted } = keepGreatest(read)
  return { facts: inOrder(facts), omitted }
}

/**
 * Reads typed facts from clean text, in the order in which they stand in the original: of each type the 200 greatest, of equals the first.
 * `kept` are the addresses that the reader found behind words of a page.
 */
export function extract(clean: CleanText, kept: readonly PageLink[] = []): Fact[] {
  return readFacts(clean, kept).facts
}

function whatIsIn({ clean, digits, numerals, amounts, durations, percents }: Reading): number {
  return (
    (numerals.length > 0 ? HAS.numerals : 0) |
    (amounts.length > 0 ? HAS.amounts : 0) |
    (durations.length > 0 ? HAS.durations : 0) |
    (percents.length > 0 ? HAS.percents : 0) |
    (clean.disguises.length > 0 ? HAS.disguises : 0) |
    (digits.longest > 0 ? HAS.digits : 0) |
    (digits.mostChained >= LONG_NUMBER.chained || digits.longest >= LONG_NUMBER.inARow ? HAS.longNumber : 0)
  )
}

function keepGreatest(read: Fact[]): { facts: Fact[]; omitted: OmittedFacts[] } {
  if (read.length <= MOST_OF_A_TYPE) return { facts: read, omitted: [] }
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

/** Sorts facts by where they stand. Those of one extractor mostly stand in order: few are put in between, which costs less than sorting. */
function inOrder(facts: Fact[]): Fact[] {
  if (facts.length > FEW) return facts.sort((a, b) => a.start - b.start || a.end - b.end)
  for (let i = 1; i < facts.length; i++) {
    const fact = facts[i]!
    let at = i
    for (; at > 0 && isBehind(facts[at - 1]!, fact); at--) facts[at] = facts[at - 1]!
    facts[at] = fact
  }
  return facts
}

const FEW = 40

function isBehind(fact: Fact, other: Fact): boolean {
  return fact.start > other.start || (fact.start === other.start && fact.end > other.end)
}

function size({ value }: Fact): number {
  return typeof value === 'number' ? value : 0
}
