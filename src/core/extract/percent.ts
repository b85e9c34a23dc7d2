import { markSet } from '../search/mark-set.ts'
import { type Sieve, sieved } from '../search/sieve.ts'
import { isNear, type Numeral } from './chinese-number.ts'
import { count, interestFen } from './interest-fen.ts'
import { unitAt } from './window.ts'

/** A share of a hundred; offsets are into the clean text. */
export interface Percent {
  start: number
  end: number
  /** In percent: `百分之十二` is 12. The upper end of a range. */
  value: number
  low?: number
  /** Written as 分/厘 of interest (月息一分五): the noun that makes it a rate is part of it. */
  per?: 'month' | 'year' | 'day'
  /** Written in tenths (一成二): a rate only right beside its noun, since 八成 is any large part. */
  inTenths?: true
}

const JOINER_OPENS = markSet(' %％-—–~～－至到或')
const JOINER = /^[ ]?[%％]?[ ]?(?:[-—–~～－至到或]|--)[ ]?(?:百分之)?$/
const SHARE_BEFORE = /(百|千|万)分之[ ]?$/
/** The characters that a share before the number ends with and a sign behind it begins with, asked before any pattern is. */
const SHARE_ENDS = markSet('之 ')
const SIGN_OPENS = markSet(' %％个‰‱')
/** 一成二的利: tenths; 一成不变 and 七成新 are none. */
const TENTHS = sieved(
  /([一二两三四五六七八九\d])成([一二三四五六七八九半])?(?!不变|本|立|功|员|年|人|都|为|交|长|分|果|就|熟|新|套|品|群|双|绩)/g,
)
/** Finds percentages, points and the fen and li of interest, in the order of the text. */
export function percents(text: string, numerals: readonly Numeral[], sieve: Sieve): Percent[] {
  const found = interestFen(text, sieve)
  for (const match of sieve.all(CLIPPED)) found.push(clipped(match))
  for (const match of sieve.all(TENTHS)) found.push(tenths(match))
  for (let i = 0; i < numerals.length; i++) {
    const first = numerals[i]!
    const second = numerals[i + 1]
    if (
      second &&
      isNear(first, second, 6) &&
      JOINER_OPENS[text.charCodeAt(first.end)] !== 0 &&
      JOINER.test(text.slice(first.end, second.start))
    ) {
      const range = asPercent(text, second, second.start) ?? asPercent(text, second, first.start)
      if (range) {
        const opens = SHARE_BEFORE.exec(text.slice(Math.max(0, first.start - 5), first.start))
        found.push({
          ...range,
          start: first.start - (opens ? opens[0].length : 0),
          low: Math.min(first.value, range.value),
          value: Math.max(first.value, range.value),
        })
        i++
        continue
      }
    }
    const single = asPercent(text, first, first.start)
    if (single) found.push(single)
  }
  return found.length > 1 ? found.sort((a, b) => a.start - b.start) : found
}

function asPercent(text: string, numeral: Numeral, start: number): Percent | undefined {
  const share =
    SHARE_ENDS[unitAt(text, start - 1)] !== 0 ? SHARE_BEFORE.exec(text.slice(Math.max(0, start - 5), start)) : null
  if (share) {
    // 百分之十几, and 万分之五 for the day.
    const scale = share[1] === '百' ? 1 : share[1] === '千' ? 0.1 : 0.01
    return { start: start - share[0].length, end: numeral.end, value: round(numeral.value * scale) }
  }
  if (SIGN_OPENS[unitAt(text, numeral.end)] === 0) return undefined
  const sign = /^[ ]?(?:[%％]|个(?:百分)?点(?!位|击|评|心|名|多))/.exec(text.slice(numeral.end, numeral.end + 6))
  if (sign) return { start: numeral.start, end: numeral.end + sign[0].length, value: numeral.value }
  const thousandths = /^[ ]?([‰‱])/.exec(text.slice(numeral.end, numeral.end + 2))
  return thousandths
    ? {
        start: numeral.start,
        end: numeral.end + thousandths[0].length,
        value: round(numeral.value / (thousandths[1] === '‰' ? 10 : 100)),
      }
    : undefined
}

/** 日息千三, 日利率万五: 分之 left out. */
const CLIPPED = sieved(/([年月日])(?:利?息|利率)([千万])([一二三四五六七八九])(?![千百十万元个分])/g)

function clipped(match: RegExpExecArray): Percent {
  const value = round((count(match[3]!) ?? 0) * (match[2] === '千' ? 0.1 : 0.01))
  const per = match[1] === '年' ? 'year' : match[1] === '月' ? 'month' : 'day'
  return { start: match.index, end: match.index + match[0].length, value, per }
}

function tenths(match: RegExpExecArray): Percent {
  return {
    start: match.index,
    end: match.index + match[0].length,
    inTenths: true,
    value: (count(match[1]!) ?? 0) * 10 + (match[2] === undefined ? 0 : match[2] === '半' ? 5 : (count(match[2]) ?? 0)),
  }
}

function round(value: number): number {
  return Math.round(value * 1e6) / 1e6
}
