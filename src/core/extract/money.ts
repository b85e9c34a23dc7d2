import type { Amount } from './amount.ts'
import type { Fact } from './fact.ts'
import { factAt, type Reading } from './reading.ts'

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
    }),
  )
}

/** The sums that are fees by the month. */
export function monthlyFeeAmounts(reading: Reading): Amount[] {
  return reading.amounts.filter((amount) => amount.role === 'fee' && amount.every === 'month')
}

function pick(reading: Reading, type: 'principal' | 'deposit', wanted: (amount: Amount) => boolean): Fact[] {
  return reading.amounts
    .filter(wanted)
    .map((amount) => factAt(reading.clean, amount.start, amount.end, { type, value: amount.fen, unit: 'fen' }))
}
