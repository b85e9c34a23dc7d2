import type { Penalty } from '../check/rule.ts'
import type { Said } from '../clock/clock.ts'
import type { Reading } from './discretion.ts'

/** What is known of a sum on which a fine is reckoned. `too_low`: an advertising fee that is plainly too low to be true. */
export type Sum = { state: 'known'; fen: number } | { state: 'none' | 'incalculable' | 'too_low' | 'unknown' }

/** What fines are reckoned on: illegal gains (违法所得), the advertising fee (广告费用), the funds raised (集资金额). */
export type SumName = 'gains' | 'fee' | 'raised'
export type Sums = Readonly<Record<SumName, Sum>>

/** What one article allows, on what is known. `capFen` null: it names no upper amount. */
export interface FineRange {
  floorFen: number
  capFen: number | null
  /** How it was reckoned. */
  how: Said
}

/**
 * `range`: one range. `open`: it depends on a sum nobody has found yet; the ranges it may come to are told, those in multiples in words.
 * `none`: the article fixes no fine, or its multiple is of nothing.
 */
export type Fine =
  | { kind: 'range'; range: FineRange; cautions: Said[] }
  | { kind: 'open'; needs: SumName; fixed: FineRange | null; times: Said }
  | { kind: 'none'; why: Said }

const PLAIN: Reading = {
  cappedTimes: null,
  timesFromFen: null,
  may: false,
  licence: null,
  closure: null,
  givesWayTo: [],
  givesWayOf: null,
  caution: null,
}

/**
 * The lawful range of a fine. A multiple goes before fixed amounts where its sum is known; fixed amounts hold where there is none, or it cannot be
 * reckoned. Amounts at the bounds are within (程序规定第八十四条: 以上、以下均包括本数).
 * @param isSerious the tier for grave cases (情节严重), where the article has one
 */
export function fineOf(penalty: Penalty, reading: Reading = PLAIN, sums: Sums, isSerious: boolean): Fine {
  const tier = isSerious && penalty.serious ? penalty.serious : penalty
  const { floorFen, capFen } = tier
  const times = tier.times
  const isFixed = floorFen !== undefined || capFen !== undefined
  if (!times) {
    if (!isFixed) return { kind: 'none', why: NO_AMOUNT }
    return certain(fixedRange(floorFen ?? 0, capFen ?? null))
  }
  const name = SUM_OF[penalty.timesOf ?? ''] ?? 'gains'
  const sum = sums[name]
  const fixed = withoutSum(reading, floorFen, capFen)
  if (sum.state === 'unknown') return { kind: 'open', needs: name, fixed, times: inTimes(times, name, reading, capFen) }
  if (sum.state === 'known' && sum.fen > 0 && sum.fen >= (reading.timesFromFen ?? 0)) {
    const range = multiple(times, sum.fen, name)
    return certain(reading.cappedTimes && capFen !== undefined ? bounded(range, capFen) : range)
  }
  if (!fixed) return { kind: 'none', why: NOTHING_TO_MULTIPLY[name] }
  const isDoubtful = sum.state === 'incalculable' && name === 'gains'
  return certain(fixed, isDoubtful ? [GAINS_INCALCULABLE] : [])
}

const SUM_OF: Readonly<Record<string, SumName>> = {
  违法所得: 'gains',
  非法所得: 'gains',
  广告费用: 'fee',
  集资金额: 'raised',
}

export const SUM_TITLES: Readonly<Record<SumName, Said>> = {
  gains: { zh: '违法所得', en: 'illegal gains' },
  fee: { zh: '广告费用', en: 'advertising fee' },
  raised: { zh: '集资金额', en: 'funds raised' },
}

function certain(range: FineRange, cautions: Said[] = []): Fine {
  return { kind: 'range', range, cautions }
}

/** What holds where the sum is nothing, or cannot be told. */
function withoutSum(reading: Reading, floorFen: number | undefined, capFen: number | undefined): FineRange | null {
  if (reading.cappedTimes) return fixedRange(0, reading.cappedTimes.withoutFen)
  return floorFen === undefined && capFen === undefined ? null : fixedRange(floorFen ?? 0, capFen ?? null)
}

function fixedRange(floorFen: number, capFen: number | null): FineRange {
  const zh = `${floorFen > 0 ? `${yuanOf(floorFen)} 元以上` : ''}${capFen === null ? '' : `${yuanOf(capFen)} 元以下`}`
  const en = `${floorFen > 0 ? `from ${yuanOf(floorFen)}` : ''}${capFen === null ? '' : ` up to ${yuanOf(capFen)}`} yuan`
  return { floorFen, capFen, how: { zh, en: en.trim() } }
}

/** Whole fen: the lowest is rounded up and the highest down, so that both lie within the law. */
function multiple([least, most]: [number, number], fen: number, name: SumName): FineRange {
  const { zh, en } = SUM_TITLES[name]
  const spread = `${least > 0 ? `${least}–` : ''}${most}`
  return {
    floorFen: Math.ceil(round(least * fen)),
    capFen: Math.floor(round(most * fen)),
    how: {
      zh: `${zh} ${yuanOf(fen)} 元的 ${spread} 倍${least > 0 ? '' : '以下'}`,
      en: `${least > 0 ? '' : 'up to '}${spread} times the ${en} of ${yuanOf(fen)} yuan`,
    },
  }
}

function bounded(range: FineRange, capFen: number): FineRange {
  if (range.capFen === null || range.capFen <= capFen) return range
  const { zh, en } = range.how
  return {
    floorFen: Math.min(range.floorFen, capFen),
    capFen,
    how: { zh: `${zh}，最高不超过 ${yuanOf(capFen)} 元`, en: `${en}, at most ${yuanOf(capFen)} yuan` },
  }
}

function inTimes([least, most]: [number, number], name: SumName, reading: Reading, capFen: number | undefined): Said {
  const { zh, en } = SUM_TITLES[name]
  const isBounded = reading.cappedTimes !== null && capFen !== undefined
  const from = reading.timesFromFen === null ? '' : `（${yuanOf(reading.timesFromFen)} 元以上的）`
  const fromEn = reading.timesFromFen === null ? '' : `, from ${yuanOf(reading.timesFromFen)} yuan on`
  return {
    zh: `${zh}${from}的 ${least > 0 ? `${least}–${most} 倍` : `${most} 倍以下`}${isBounded ? `，最高不超过 ${yuanOf(capFen)} 元` : ''}`,
    en: `${least > 0 ? `${least}–` : 'up to '}${most} times the ${en}${fromEn}${isBounded ? `, at most ${yuanOf(capFen)} yuan` : ''}`,
  }
}

/** Tenths of a multiple are not exact in binary. */
function round(fen: number): number {
  return Number(fen.toFixed(4))
}

/** Yuan with thousands apart, and fen only where there are any: `1,200,000`, `0.50`. */
export function yuanOf(fen: number): string {
  const [whole, part] = (fen / 100).toFixed(2).split('.') as [string, string]
  return `${whole.replace(/\B(?=(\d{3})+$)/g, ',')}${part === '00' ? '' : `.${part}`}`
}

const NO_AMOUNT: Said = { zh: '该条未规定罚款数额', en: 'the article fixes no amount' }

const NOTHING_TO_MULTIPLY: Readonly<Record<SumName, Said>> = {
  gains: {
    zh: '该条仅按违法所得倍数罚款，没有违法所得或者无法计算的，无从计罚',
    en: 'a multiple of gains that are none, or cannot be reckoned',
  },
  fee: {
    zh: '该条仅按广告费用倍数罚款，没有广告费用或者无法计算的，无从计罚',
    en: 'a multiple of a fee that is none, or cannot be reckoned',
  },
  raised: { zh: '该条按集资金额罚款，金额无法计算的，无从计罚', en: 'a share of funds that cannot be reckoned' },
}

const GAINS_INCALCULABLE: Said = {
  zh: '条文只写“没有违法所得”；无法计算的按此处理有争议，须经审核确认',
  en: 'the article speaks of no gains only; to treat gains that cannot be reckoned alike is disputed and goes through review',
}
