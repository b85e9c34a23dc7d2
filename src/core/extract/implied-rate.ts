import type { Amount, Every } from './amount.ts'
import { type Duration, durationsWithin } from './duration.ts'
import type { Fact } from './fact.ts'
import { irr } from './irr.ts'
import { factOver, type Reading } from './reading.ts'

/** Payments in a year, by how often they come. */
const TIMES: Readonly<Record<Exclude<Every, 'once'>, number>> = {
  day: 365,
  week: 52,
  month: 12,
  quarter: 4,
  half_year: 2,
  year: 1,
}

/** Characters after the sum paid in within which the payments back are looked for. */
const REACH = 90

const PRINCIPAL_BACK =
  /(?:到期|期满|届满|满期|合同期?满|[年月]后)[^。；\n]{0,10}(?:返|退|还|取回|拿回|领回)[^。；\n]{0,6}(?:本|全款|全额|原款)|本金(?:可)?(?:全额|全部|如数|照样|原额|分文不少|不动|随时)?(?:返还|退还|退回|归还|还给|可取|可退|还在|一分不少)|还本|返本|退本|保本|全额(?:退|返)还?|如数(?:退|返)还/
const TOTAL_BACK =
  /本息|连本带利|本利|变成?|返还|退还|拿回|领回|取回|兑付|回购|还(?:给)?|返|退|拿到?|可得|得|领取|领|取|累计/
const GAIN_ONLY = /利息|收益|赚|分红|红利|补贴|房费|多(?:得|拿|领)|利润|回报/

/** Rates that nobody writes down but the payments give: 投10万月返2000, 三年返13万, 三年翻一番. */
export function impliedRates(reading: Reading): Fact[] {
  const facts: Fact[] = []
  const { amounts } = reading
  for (let i = 0; i < amounts.length; i++) {
    const principal = principalAt(reading, i)
    if (!principal) continue
    const back = paidBack(reading, i)
    if (back) for (const fact of fromPayments(reading, principal, back)) facts.push(fact)
  }
  for (const fact of doublings(reading)) facts.push(fact)
  return facts
}

/** The sum paid in: a principal, or the base of 每投1万 / 每万元. */
function principalAt(reading: Reading, i: number): Amount | undefined {
  const amount = reading.amounts[i]!
  if (amount.every !== 'once' || amount.lowFen !== undefined) return undefined
  // What a bank lends is paid back by the borrower: no return on anybody's money.
  if (/贷款/.test(reading.text.slice(Math.max(0, amount.start - 12), amount.start))) return undefined
  if (amount.role === 'principal' || amount.role === 'prepayment' || amount.role === 'deposit') return amount
  const before = reading.text.slice(Math.max(0, amount.start - 8), amount.start)
  const after = reading.text.slice(amount.end, amount.end + 5)
  if (
    amount.role === 'fee' &&
    (/(?:会|会员|入会|设施|建设|占位|加盟|安家)费[:：为共是]?$/.test(before) || /^的?会员?费/.test(after))
  )
    return amount
  if (/(?:公寓|床位|铺位|权益)(?:一套|一张|一间)?$/.test(before) && amount.role !== 'return') return amount
  if (
    /^[，,]?(?:每年|每月|一年|一个月|年|月)(?:的|可得|固定)?(?:利息|收益|分红|返|补贴)/.test(
      reading.text.slice(amount.end, amount.end + 9),
    )
  ) {
    if (amount.role === 'other' || amount.role === 'return') return { ...amount, role: 'principal' }
  }
  if (amount.role === 'price' && /仅需|只需|只要$/.test(before)) return amount
  return undefined
}

function paidBack(reading: Reading, i: number): Amount | undefined {
  const { amounts, text } = reading
  const principal = amounts[i]!
  for (let j = i + 1; j < amounts.length; j++) {
    const amount = amounts[j]!
    if (amount.start - principal.end > REACH || /\n\s*\n/.test(text.slice(principal.end, amount.start))) break
    if (amount.role === 'return' || (amount.role === 'price' && isGift(text, amount))) return amount
    if (amount.role === 'refund' && amount.fen > principal.fen) return amount
    // Another sum paid in: its payments are its own.
    if (amount.role === 'principal' && amount.every === 'once') break
  }
  const ahead = amounts[i - 1]
  if (
    ahead &&
    ahead.role === 'return' &&
    ahead.every !== 'once' &&
    principal.start - ahead.end <= 20 &&
    !isPaidFor(reading, i - 1)
  )
    return ahead
  return undefined
}

/** 每年送价值6000元的免费住: a return in kind, at the value stated. */
function isGift(text: string, amount: Amount): boolean {
  const before = text.slice(Math.max(0, amount.start - 30), amount.start)
  return amount.every !== 'once' && /(?:送|赠|免费|补贴|返|领)[^。；\n]*价值[约为共]?$/.test(before)
}

/** True when the payment already belongs to a sum before it. */
function isPaidFor(reading: Reading, at: number): boolean {
  const payment = reading.amounts[at]!
  const before = reading.amounts[at - 1]
  return before !== undefined && before.role === 'principal' && payment.start - before.end <= REACH
}

function fromPayments(reading: Reading, principal: Amount, back: Amount): Fact[] {
  const { text } = reading
  const from = Math.min(principal.start, back.start)
  const to = Math.max(principal.end, back.end)
  const around = text.slice(from, Math.min(text.length, to + 40)).split('\n\n')[0]!
  const term = termAround(reading, principal, back)
  return back.every === 'once'
    ? lumpSum(reading, principal, back, term)
    : series(reading, principal, back, around, term)
}

function series(reading: Reading, principal: Amount, back: Amount, around: string, term: Duration | undefined): Fact[] {
  const times = TIMES[back.every as Exclude<Every, 'once'>]
  const count = term ? Math.round((term.months / 12) * times) : undefined
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

function lumpSum(reading: Reading, principal: Amount, back: Amount, term: Duration | undefined): Fact[] {
  if (!term || term.months <= 0) return []
  // 公司以40万元回购: the word may stand behind the sum.
  const between =
    reading.text.slice(principal.end, back.start) +
    (/^回购/.exec(reading.text.slice(back.end, back.end + 2))?.[0] ?? '')
  const isGain = GAIN_ONLY.test(between) && !/本息|连本带利|本利|本金(?:及|和|加|\+)|共|合计|总/.test(between)
  const gain = isGain || back.fen <= principal.fen ? back.fen : back.fen - principal.fen
  if (!isGain && (back.fen <= principal.fen || !TOTAL_BACK.test(between))) return []
  const value = Math.round(((gain / principal.fen) * 100 * 12 * 1e4) / term.months) / 1e4
  if (value > 5000) return []
  const working = `${yuan(gain)} ÷ ${yuan(principal.fen)} × 12 ÷ ${term.months} months = ${value}% per year`
  const places = [principal, back, term]
  const facts = [rateFact(reading, 'annual_rate', places, value, working)]
  const effective = Math.round((((principal.fen + gain) / principal.fen) ** (12 / term.months) - 1) * 1e6) / 1e4
  if (Number.isFinite(effective))
    facts.push(rateFact(reading, 'annual_irr', places, effective, `(1 + gain) ^ (12 ÷ ${term.months}) − 1`))
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

const DOUBLING = /翻(?:([一二两三四123])?(番|倍)|(?=番))/g
const GROWING_MONEY = /投|本金|收益|回报|资金|资产|钱|存|财富|养老金|稳赚|利息|复利|增值|升值/
const GROWING_ELSE = /营收|规模|床位|入住|GDP|产值|产业|客流|销量|游客|人数|收入翻|业绩|目标|经济/

/** 三年翻一番: +100% spread over three years. */
function doublings(reading: Reading): Fact[] {
  const facts: Fact[] = []
  for (const match of reading.text.matchAll(DOUBLING)) {
    const start = match.index
    const sentence = reading.text.slice(Math.max(0, start - 40), start + 30)
    if (!GROWING_MONEY.test(sentence) || GROWING_ELSE.test(sentence)) continue
    const term = durationsWithin(reading.durations, start - 16, start).findLast(
      (duration) => start - duration.end <= 10 && !duration.ordinal,
    )
    if (!term || term.months <= 0) continue
    const times =
      match[1] === undefined
        ? 1
        : /\d/.test(match[1])
          ? Number(match[1])
          : [...'一二三四'].indexOf(match[1].replace('两', '二')) + 1
    const gain = match[2] === '倍' ? times * 100 : (2 ** times - 1) * 100
    const value = Math.round((gain * 12 * 1e4) / term.months) / 1e4
    const places = [term, { start, end: start + match[0].length }]
    facts.push(
      rateFact(reading, 'annual_rate', places, value, `+${gain}% × 12 ÷ ${term.months} months = ${value}% per year`),
    )
  }
  return facts
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
