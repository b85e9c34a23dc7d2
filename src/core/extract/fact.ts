import type { Span } from '../document.ts'

/** What a fact may be. Names are part of the outside contract of `scan`. */
export const FACT_TYPES = [
  'money',
  'annual_rate',
  'annual_irr',
  'term',
  'prepaid_months',
  'deposit_multiple',
  'principal',
  'monthly_fee',
  'deposit',
  'entry_fee',
  'head_reward',
  'rebate',
  'discount',
  'instalments',
  'beds',
  'phone',
  'account',
  'wechat',
  'qq',
  'link',
  'licence',
  'party',
  'honour',
  'endorser',
  'state_organ',
  'date',
  'place',
  'disguise',
] as const
export type FactType = (typeof FACT_TYPES)[number]

/** Unit of `value`; inside the program money is whole fen, outside (`scan`, API) yuan as `CNY`. */
export type FactUnit = 'fen' | 'month' | '%/year' | '%' | 'x' | 'bed' | 'person' | ''

/** A typed value read from the text, with its place in the original. */
export interface Fact extends Span {
  type: FactType
  value: number | string
  unit: FactUnit
  /** `original.slice(start, end)`. */
  quote: string
  /** How a rate was come by: written down, or worked out from payments. */
  basis?: 'stated' | 'implied'
  /** For a thing named as one of several: the role of a party, the sort of a licence, the kind of a disguise. */
  role?: string
  /** The separate places, when the fact was put together from several; `start`/`end` enclose them. */
  parts?: Span[]
  /** A licence number that names itself one and breaks the form or the check digit of its sort. */
  malformed?: true
  /** The arithmetic in words, for facts worked out rather than read. */
  working?: string
}
