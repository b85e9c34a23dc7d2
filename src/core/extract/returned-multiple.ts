import { sieved } from '../search/sieve.ts'
import { durationsWithin } from './duration.ts'
import type { Fact } from './fact.ts'
import { count } from './interest-fen.ts'
import { factOver, type Reading } from './reading.ts'
import { sentenceAfter, sentenceBefore } from './window.ts'

/** 三年后按原价的130%回购, 双倍返还本金, 还本金的1.5倍: what comes back as a multiple of what was put in. */
const OF_SUM = '(?:本金|原价|购买价|认购价|购房款|购房价|投资额|投资款|出资额|合同价|成交价|购买款|认购款)'
const RETURNED = sieved(
  new RegExp(
    [
      `${OF_SUM}的?(\\d{3}(?:\\.\\d+)?)[%％](?:的?价格)?(?:进行)?(?:回购|返还|退还|归还|赎回|兑付)?`,
      `(双|两|三|四|五|\\d(?:\\.\\d+)?)倍(?:返还|退还|归还|奉还|赎回|兑付)(?:全部|全额)?(?:本金|投资|购房)?`,
      `(?:还|返|退|给)(?:您|你|我|乙方|客户)?${OF_SUM}的?(双|两|三|四|五|\\d(?:\\.\\d+)?)倍`,
    ].join('|'),
    'g',
  ),
)

const TRIGGER = /倍|1\d\d(?:\.\d+)?[%％]/

/** Without these it has nothing to read. */
export const MULTIPLE_SIGNS = [RETURNED]

/** Returns told as a multiple of the sum, spread over the term in the same sentence. */
export function returnedMultiples(reading: Reading): Fact[] {
  const { text } = reading
  if (!TRIGGER.test(text)) return []
  const facts: Fact[] = []
  for (const match of reading.sieve.all(RETURNED)) {
    const start = match.index
    const end = start + match[0].length
    const around = sentenceBefore(text, start, 30) + match[0] + sentenceAfter(text, end, 14)
    if (!/回购|返|退|还|赎|兑|给/.test(around) || /赔偿|违约|押金|定金|罚/.test(around)) continue
    const term = durationsWithin(reading.durations, start - 30, end + 16).find(({ ordinal }) => !ordinal)
    if (!term || term.months <= 0) continue
    const times = match[1] === undefined ? countOf((match[2] ?? match[3])!) : Number(match[1]) / 100
    const gain = Math.round((times - 1) * 1e6) / 1e4
    if (gain <= 0) continue
    const value = Math.round((gain * 12 * 1e4) / term.months) / 1e4
    facts.push(
      factOver(reading.clean, [term, { start, end }], {
        type: 'annual_rate',
        value,
        unit: '%/year',
        basis: 'implied',
        role: 'return',
        working: `+${gain}% × 12 ÷ ${term.months} months = ${value}% per year`,
      }),
    )
  }
  return facts
}

function countOf(written: string): number {
  return /^\d/.test(written) ? Number(written) : (count(written.replace('双', '两')) ?? 1)
}
