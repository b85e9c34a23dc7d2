import type { Amount } from './amount.ts'
import { type Duration, durationsWithin } from './duration.ts'
import type { Fact } from './fact.ts'
import { irr } from './irr.ts'
import { paymentStreams } from './payment-stream.ts'
import { factOver, type Reading } from './reading.ts'
import { type Every, TIMES_A_YEAR } from './recurrence.ts'

const PRINCIPAL_BACK =
  /(?:到期|期满|届满|满期|合同期?满|[年月]后)[^。；\n]{0,10}(?:返|退|还|取回|拿回|领回)[^。；\n]{0,6}(?:本|全款|全额|原款)|本金(?:可)?(?:全额|全部|如数|照样|原额|分文不少|不动|随时)?(?:返还|退还|退回|归还|还给|可取|可退|还在|一分不少)|还本|返本|退本|保本|全额(?:退|返)还?|如数(?:退|返)还/
const TOTAL_BACK = /本息|连本带利|本利|变|返|退|拿|领|取|兑付|回购|还|得|累计|给|归/
const GAIN_ONLY = /利息|收益|赚|分红|红利|补贴|房费|多(?:得|拿|领)|利润|回报/

/** Named right before the sum, it is the gain whatever stands further off. */
const GAIN_LAST = /(?:利息|收益|分红|红利|补贴|利润)(?:约|为|共计?|合计|[:：])*$/

/** Rates that nobody writes down but the payments give: 投10万月返2000, 三年返13万. */
export function impliedRates(reading: Reading): Fact[] {
  return paymentStreams(reading).flatMap(({ principal, back }) => fromPayments(reading, principal, back))
}

function fromPayments(reading: Reading, principal: Amount, back: Amount): Fact[] {
  const { text } = reading
  const from = Math.min(principal.start, back.start)
  const to = Math.max(principal.end, back.end)
  const around = text.slice(from, Math.min(text.length, to + 40)).split('\n\n')[0]!
  const term = termAround(reading, principal, back)
  if (back.every === 'once') return lumpSum(reading, principal, back, term)
  // 一年拿回5万5 for 5万: as much as was paid in, in one year, is the principal with its gain.
  if (back.fen >= principal.fen && (back.every === 'year' || back.every === 'half_year'))
    return lumpSum(reading, principal, back, { months: 12 / TIMES_A_YEAR[back.every] })
  return series(reading, principal, back, back.every, around, term)
}

function series(
  reading: Reading,
  principal: Amount,
  back: Amount,
  every: Exclude<Every, 'once'>,
  around: string,
  term: Duration | undefined,
): Fact[] {
  const times = TIMES_A_YEAR[every]
  const count = term ? (every === 'day' && term.days ? term.days : Math.round((term.months / 12) * times)) : undefined
  const total = count === undefined ? undefined : back.fen * count
  // Payments that add up to more than was paid, with no word of the principal, hold the principal in themselves.
  const isPrincipalApart = total === undefined || total < principal.fen || PRINCIPAL_BACK.test(around)
  const years = count === undefined ? undefined : count / times
  const value = isPrincipalApart
    ? ((back.fen * times) / principal.fen) * 100
    : (((total as number) - principal.fen) / principal.fen / (years as number)) * 100
  if (!(value > 0) || value > 5000) return []
  const shown = Math.round(value * 1e4) / 1e4
  const working = isPrincipalApart
    ? `${yuan(back.fen)} × ${times} per year ÷ ${yuan(principal.fen)} = ${shown}% per year`
    : `(${yuan(back.fen)} × ${count} − ${yuan(principal.fen)}) ÷ ${yuan(principal.fen)} ÷ ${years} years = ${shown}% per year`
  const places = term && count !== undefined ? [principal, back, term] : [principal, back]
  const facts = [rateFact(reading, 'annual_rate', places, shown, working)]
  if (count !== undefined && count <= 3660) {
    const flows = [-principal.fen, ...new Array<number>(count).fill(back.fen)]
    if (isPrincipalApart) flows[count] = flows[count]! + principal.fen
    const effective = irr(flows, times)
    if (effective !== undefined)
      facts.push(rateFact(reading, 'annual_irr', places, effective, `flows over ${count} payments, ${times} a year`))
  }
  return facts
}

/** The length of an arrangement; without a place of its own when the payment itself says it. */
type Length = { months: number; days?: number; start?: number; end?: number }

function lumpSum(reading: Reading, principal: Amount, back: Amount, term: Length | undefined): Fact[] {
  if (!term || term.months <= 0) return []
  // 公司以40万元回购: the word may stand behind the sum.
  const between =
    (back.start < principal.start
      ? reading.text.slice(Math.max(0, back.start - 16), back.start)
      : reading.text.slice(principal.end, back.start)) +
    (/^回购/.exec(reading.text.slice(back.end, back.end + 2))?.[0] ?? '')
  const isGain =
    GAIN_LAST.test(between) ||
    (GAIN_ONLY.test(between) && !/本息|连本带利|本利|本金(?:及|和|加|\+)|共|合计|总/.test(between)) ||
    // 存1万返1200: too little to be the sum itself.
    (back.fen * 2 <= principal.fen && /返|送|赚|得/.test(between))
  const gain = isGain || back.fen <= principal.fen ? back.fen : back.fen - principal.fen
  if (!isGain && (back.fen <= principal.fen || !TOTAL_BACK.test(between))) return []
  // A term told in days is counted in days: 100 days are no 3⅓ months of a year of 360.
  const times = term.days ? 365 / term.days : 12 / term.months
  const value = Math.round((gain / principal.fen) * 100 * times * 1e4) / 1e4
  if (value > 5000) return []
  const working = `${yuan(gain)} ÷ ${yuan(principal.fen)} × ${term.days ? `365 ÷ ${term.days} days` : `12 ÷ ${term.months} months`} = ${value}% per year`
  const places =
    term.start === undefined || term.end === undefined
      ? [principal, back]
      : [principal, back, { start: term.start, end: term.end }]
  const facts = [rateFact(reading, 'annual_rate', places, value, working)]
  const effective = Math.round((((principal.fen + gain) / principal.fen) ** times - 1) * 1e6) / 1e4
  if (Number.isFinite(effective))
    facts.push(rateFact(reading, 'annual_irr', places, effective, `(1 + gain) ^ ${Math.round(times * 1e4) / 1e4} − 1`))
  return facts
}

/** The length of the arrangement: between the two sums, else just before, else just after. */
function termAround(reading: Reading, principal: Amount, back: Amount): Duration | undefined {
  const from = Math.min(principal.start, back.start)
  const to = Math.max(principal.end, back.end)
  let after: Duration | undefined
  let before: Duration | undefined
  for (const duration of durationsWithin(reading.durations, from - 24, to + 24)) {
    if ((duration.ordinal && !isFirstYear(reading.text, duration)) || isPeriod(reading.text, duration)) continue
    if (duration.start >= from && duration.end <= to) return duration
    if (duration.end <= from && from - duration.end <= 16 && !/[。\n]/.test(reading.text.slice(duration.end, from)))
      before = duration
    const gap = reading.text.slice(to, duration.start)
    if (
      !after &&
      duration.start >= to &&
      duration.start - to <= 16 &&
      !/[。\n]/.test(gap) &&
      !/免费|送|赠|[住游]$/.test(gap)
    )
      after = duration
  }
  return after ?? before
}

/** 第一年变成: a point in time that is as long as what went before it. */
function isFirstYear(text: string, duration: Duration): boolean {
  return duration.months === 12 && /^第[一1]年/.test(text.slice(duration.start - 1, duration.end))
}

/** 每一年, 一个月返: the period of the payment and not the length of the arrangement. */
function isPeriod(text: string, duration: Duration): boolean {
  return (
    /[每按]$/.test(text.slice(Math.max(0, duration.start - 1), duration.start)) ||
    /^免费/.test(text.slice(duration.end, duration.end + 2))
  )
}

function rateFact(
  reading: Reading,
  type: 'annual_rate' | 'annual_irr',
  places: { start: number; end: number }[],
  value: number,
  working: string,
): Fact {
  const rest = { type, value, unit: '%/year', basis: 'implied', role: 'return', working } as const
  return factOver(reading.clean, places, rest)
}

function yuan(fen: number): string {
  return String(fen / 100)
}
