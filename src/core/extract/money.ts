import type { Amount } from './amount.ts'
import type { Fact } from './fact.ts'
import { factAt, type Reading } from './reading.ts'
import type { Every } from './recurrence.ts'
import { clauseBefore } from './window.ts'

/** Every sum of money, with its role; a range gives its upper end and says so. Value in whole fen. */
export function money(reading: Reading): Fact[] {
  return reading.amounts.map((amount) =>
    factAt(reading.clean, amount.start, amount.end, {
      type: 'money',
      value: amount.fen,
      unit: 'fen',
      role: amount.role,
      ...(amount.lowFen === undefined ? {} : { working: `${amount.lowFen / 100}-${amount.fen / 100}, the upper end` }),
    }),
  )
}

/** Sums paid in: 投10万, 存入5万, 认购款, 会员费. */
export function principals(reading: Reading): Fact[] {
  return pick(
    reading,
    'principal',
    (amount) => amount.every === 'once' && (amount.role === 'principal' || amount.role === 'prepayment'),
  )
}

/** Deposits (押金、保证金), in whole fen. */
export function deposits(reading: Reading): Fact[] {
  return pick(reading, 'deposit', (amount) => amount.role === 'deposit')
}

/** What a month of bed, care, meals or everything costs, in whole fen; `role` says which of them. */
export function monthlyFees(reading: Reading): Fact[] {
  return monthlyFeeAmounts(reading).map((amount) =>
    factAt(reading.clean, amount.start, amount.end, {
      type: 'monthly_fee',
      value: amount.fen,
      unit: 'fen',
      role: amount.of ?? 'overall',
      ...(amount.working === undefined ? {} : { working: amount.working }),
    }),
  )
}

/** A fee brought to the month, with the arithmetic where it was told otherwise. */
export interface MonthlyFee extends Amount {
  working?: string
}

/** Months in the period a fee is told for; a day is a thirtieth of a month. */
const MONTHS_IN: Readonly<Partial<Record<Every, number>>> = {
  day: 1 / 30,
  month: 1,
  quarter: 3,
  half_year: 6,
  year: 12,
}

/** Where a monthly sum with no word for it is what care costs, and what else is paid by the month. */
const CARE =
  /养老|床位|护理|入住|住养|旅居|公寓|照护|康养|敬老|老人|院里|预[付存交缴]|一次性|充值|储值|签约|押金|保证金/
const NO_FEE = /支出|捐|薪|还款?|保费|贷|租金|生活费|工资|低保|成本|补|话费/

function isUnnamedFee(text: string, { role, start }: Amount): boolean {
  return ['other', 'price', 'principal'].includes(role) && !NO_FEE.test(clauseBefore(text, start, 12))
}

/** The sums that are fees by the month, the day, the quarter or the year. 每月2800元 with no word for it is what a month costs. */
export function monthlyFeeAmounts(reading: Reading): MonthlyFee[] {
  const fees: MonthlyFee[] = []
  let isCare: boolean | undefined
  for (const amount of reading.amounts) {
    const months = MONTHS_IN[amount.every]
    if (months === undefined) continue
    const mayBeUnnamed = amount.every === 'month' && isUnnamedFee(reading.text, amount)
    // Asked once a text, and only where it matters.
    if (mayBeUnnamed && isCare === undefined) isCare = CARE.test(reading.text)
    if (amount.role !== 'fee' && !(mayBeUnnamed && isCare)) continue
    if (amount.every === 'month') fees.push(amount)
    // A membership by the year is no fee of care.
    else if (amount.of === 'bed' || amount.of === 'care')
      fees.push({
        ...amount,
        fen: Math.round(amount.fen / months),
        working: `${amount.fen / 100} ${amount.every === 'day' ? '× 30' : `÷ ${months}`} = ${Math.round(amount.fen / months) / 100}`,
      })
  }
  return fees
}

function pick(reading: Reading, type: 'principal' | 'deposit', wanted: (amount: Amount) => boolean): Fact[] {
  return reading.amounts
    .filter(wanted)
    .map((amount) => factAt(reading.clean, amount.start, amount.end, { type, value: amount.fen, unit: 'fen' }))
}
