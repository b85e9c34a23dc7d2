import { sieved } from '../search/sieve.ts'
import { durationsWithin } from './duration.ts'
import type { Fact } from './fact.ts'
import { count } from './interest-fen.ts'
import { factOver, type Reading } from './reading.ts'

/** 翻一番, 翻倍, 变两倍: the last counts what there is then, not what was added. */
const DOUBLING = sieved(/(翻|变成?)(?:([一二两三四双1-5])?(番|倍)|(?=番))/g)
const GROWING_MONEY = /投|本金|收益|回报|资金|资产|钱|存|财富|养老金|稳赚|利息|复利|增值|升值|[万元块]/
const GROWING_ELSE =
  /营收|规模|床位|入住|GDP|产值|产业|客流|销量|销售|游客|人数|收入翻|业绩|目标|经济|接待|增长|客户|房价|股价|利润|粉丝|会员数|市值/

/** Without these it has nothing to read. */
export const DOUBLING_SIGNS = [DOUBLING]

/** 三年翻一番: +100% spread over three years, where it is money that doubles. */
export function doublings(reading: Reading): Fact[] {
  const facts: Fact[] = []
  for (const match of reading.sieve.all(DOUBLING)) {
    const start = match.index
    const sentence = reading.text.slice(Math.max(0, start - 40), start + 30)
    if (!GROWING_MONEY.test(sentence) || GROWING_ELSE.test(sentence)) continue
    const term = durationsWithin(reading.durations, start - 16, start).findLast(
      (duration) => start - duration.end <= 10 && !duration.ordinal,
    )
    if (!term || term.months <= 0) continue
    const times = match[2] === undefined ? 1 : (count(match[2].replace('双', '两')) ?? 1)
    const gain = gainOf(match[1]!, match[3], times)
    if (gain <= 0) continue
    const value = Math.round((gain * 12 * 1e4) / term.months) / 1e4
    facts.push(
      factOver(reading.clean, [term, { start, end: start + match[0].length }], {
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

function gainOf(verb: string, unit: string | undefined, times: number): number {
  if (unit !== '倍') return (2 ** times - 1) * 100
  return verb.startsWith('变') ? (times - 1) * 100 : times * 100
}
