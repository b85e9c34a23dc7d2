import { markSet } from '../search/mark-set.ts'
import { type Sieve, sieved } from '../search/sieve.ts'
import type { Percent } from './percent.ts'
import { everyBefore } from './recurrence.ts'
import { clauseAfter, clauseBefore, sentenceBefore } from './window.ts'

const DIGIT = '一二两三四五六七八九壹贰叁肆伍陆柒捌玖'
/** 一分五, 1.5分, 两分五厘, 九厘, 一分半. What 分 also ends (三分钟, 七分熟) is told by the noun, or by its not being there. */
const FEN = new RegExp(
  `(?<![\\d.点第${DIGIT}])(\\d+(?:\\.\\d+)?|[${DIGIT}半]|十[${DIGIT}]?)(?:(分)(半|[${DIGIT}\\d](?![\\d.${DIGIT}十百千万]))?(?:厘)?|厘([${DIGIT}\\d半](?![\\d.${DIGIT}十百千万]))?)(?!钟|之|红|期|店|公|析|部|院|级|类|配|别|成|明|布|为|米|贝|享|熟|饱|数|手|支|校|情|力|像|醉|真|假|甜|酸|运|靠|天注)`,
  'y',
)
const PERIOD_OF_NOUN: Readonly<Record<string, Percent['per']>> = { 年: 'year', 月: 'month', 日: 'day' }
const NOUN = '利息|利率|利钱|利(?![于用润好民益])|息(?![怒事肉])'
/** The noun before, with what may stand between: 月息高达, 利息按, 收益为. The lower end of a range too (1.5分至2分). */
const NOUN_BEFORE = new RegExp(
  `([年月日])?(?:固定|保底)?(?:${NOUN}|收益|回报|分红)(?:率)?(?:固定|最[高低]|高达|可达|达到?|不低于|约|大约|给到?|算|付|到|有|能|可以?|都|就|为|是|按照?|以|[:： （(“"])*(?:[\\d.${DIGIT}半]+[分厘]?[${DIGIT}\\d半]?厘?(?:[至到~～—-]+))?$`,
)
const NOUN_BEHIND = new RegExp(`^(?:左右|以上)?(?:的)?(?:高|固定)?([年月日])?(?:${NOUN})(?![”’"」店饭餐超]|元)`)
const RANGE_BEHIND = new RegExp(`^[至到~～—-]+(?:[\\d.]+|[${DIGIT}])[分厘]`)

/** Without these a text tells of none. */
const UNITS = sieved(/分|厘/)
const NOUNS = sieved(/利|息|收益|回报|分红/)

/** The fen and li of interest (月息一分五, 九厘的月息, 三分利): shares of a hundred by the month, the year or the day. */
export function interestFen(text: string, sieve: Sieve): Percent[] {
  if (!sieve.mayHold(UNITS) || !sieve.mayHold(NOUNS)) return []
  const counted = countedIn(text)
  if (counted.length === 0 || !sieve.has(NOUNS)) return []
  const found: Percent[] = []
  for (const match of counted) {
    const start = match.index
    const end = start + match[0].length
    const after = clauseAfter(text, end, 8)
    // 1.5分至2分: the upper end speaks for both.
    if (RANGE_BEHIND.test(after)) continue
    const before = clauseBefore(text, start, 18)
    const ahead = NOUN_BEFORE.exec(before)
    const behind = ahead ? null : NOUN_BEHIND.exec(after)
    // 利息高，一年期的有8厘: the noun may stand in the clause before; 分 would be too many other things there.
    const isListed = match[2] === undefined && /利息|利率|利钱/.test(sentenceBefore(text, start, 24))
    if (!ahead && !behind && !isListed) continue
    const named = PERIOD_OF_NOUN[(ahead ?? behind)?.[1] ?? '']
    const around = everyBefore(before)
    const per =
      named ?? (around === 'year' || around === 'day' ? around : /一年|年年|年期/.test(before) ? 'year' : 'month')
    const value = rateOf(match[1]!, match[2] !== undefined, match[3] ?? match[4], per)
    if (value === undefined) continue
    const base = PER_SUM.exec(before)
    if (base) {
      found.push({ start, end, value: ofSum(value, per, base[1]!), per })
      continue
    }
    const isSpoken = named === undefined && per === 'year' && value > 36
    found.push({
      start: ahead ? start - ahead[0].length : start,
      end: end + (behind ? behind[0].length : 0),
      // 一年给八分利 is said for 8%: by custom it would be 80%, which nobody offers in fen.
      value: isSpoken ? round(value / 10) : value,
      per,
    })
  }
  return found
}

/** Numbers of fen and li, looked for where a unit stands right behind a figure: 部分, 分公司 and 分别 hold most 分. */
function countedIn(text: string): RegExpExecArray[] {
  const found: RegExpExecArray[] = []
  let done = 0
  let fen = text.indexOf('分')
  let li = text.indexOf('厘')
  while (fen >= 0 || li >= 0) {
    const at = li < 0 || (fen >= 0 && fen < li) ? fen : li
    if (at === fen) fen = text.indexOf('分', at + 1)
    else li = text.indexOf('厘', at + 1)
    let from = at
    while (from > done && FIGURES[text.charCodeAt(from - 1)] !== 0) from--
    for (; from >= done && from < at; from++) {
      FEN.lastIndex = from
      const match = FEN.exec(text)
      if (!match) continue
      found.push(match)
      done = from + match[0].length
      break
    }
  }
  return found
}

const FIGURES = markSet(`0123456789.十半${DIGIT}`)

/** By custom 1 fen is 1% of a monthly, 10% of a yearly and 0.1% of a daily rate; 1 li is a tenth of it. */
function rateOf(whole: string, isFen: boolean, tenth: string | undefined, per: Percent['per']): number | undefined {
  const amount = count(whole)
  if (amount === undefined) return undefined
  const one = per === 'year' ? 10 : per === 'day' ? 0.1 : 1
  const tenths = tenth === undefined ? 0 : tenth === '半' ? 5 : (count(tenth) ?? 0)
  if (!isFen) return round(((amount + tenths / 10) * one) / 10)
  return round(amount * one + (tenths * one) / 10)
}

/** A number of one or two characters, as fen are told in. */
export function count(written: string): number | undefined {
  if (/^\d/.test(written)) return Number.isFinite(Number(written)) ? Number(written) : undefined
  if (written === '半') return 0.5
  if (written.startsWith('十')) return 10 + (written.length > 1 ? (count(written[1]!) ?? 0) : 0)
  const at = DIGIT.indexOf(written)
  if (written.length !== 1 || at < 0) return undefined
  // 一二两三…: 两 stands beside 二.
  return at >= 10 ? at - 9 : at < 2 ? at + 1 : at
}

/** 每百元日息5分: here 分 is the coin, a hundredth of a yuan. */
const PER_SUM = /每一?(百|千|万|100|1000|10000)[元块][^，。；]{0,6}$/

function ofSum(value: number, per: Percent['per'], sum: string): number {
  const coins = value / (per === 'year' ? 10 : per === 'day' ? 0.1 : 1)
  const yuan = { 百: 100, 千: 1000, 万: 10000 }[sum] ?? Number(sum)
  return round(coins / yuan)
}

function round(value: number): number {
  return Math.round(value * 1e6) / 1e6
}
