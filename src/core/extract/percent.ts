import type { Numeral } from './chinese-number.ts'

/** A share of a hundred; offsets are into the clean text. */
export interface Percent {
  start: number
  end: number
  /** In percent: `百分之十二` is 12. The upper end of a range. */
  value: number
  low?: number
  /** Written as 分/厘 of interest (月息一分五): the noun that makes it a rate is part of it. */
  per?: 'month' | 'year' | 'day'
}

const JOINER = /^[ ]?[%％]?[ ]?(?:[-—–~～－至到或]|--)[ ]?(?:百分之)?$/
const SHARE_BEFORE = /(百|千|万)分之[ ]?$/
/** 月息一分五, 年息一分, 日息2厘, 利息两分五厘. */
const FEN_AFTER_NOUN =
  /(年利息|年息|年利率|年利|月利息|月息|月利率|月利|日利息|日息|日利|利息|利率|利钱|息)(?:为|是|按|高达|可达|约|给|算|付|[:：])?[ ]?(?:(?:[\d.]+|[一二两三四五六七八九十半]+)[分厘]?[至到~～—-])?([\d.]+|[一二两三四五六七八九十半壹贰叁肆伍陆柒捌玖]+)(分|厘)(?:半|([\d]|[一二三四五六七八九壹贰叁肆伍陆柒捌玖])(厘)?)?(?!钟|之|红|期|店|公|析|部|院|级|类|配|别|成|明|布|为)/g
/** 三分利, 2分息, 一分五的利. */
const FEN_BEFORE_NOUN =
  /([\d.]+|[一二两三四五六七八九壹贰叁肆伍陆柒捌玖])分(半|[一二三四五六七八九壹贰叁肆伍陆柒捌玖\d])?厘?的?(?:月)?(?:利(?!于|用|润)|息)(?![”’"」店饭餐超])/g
/** 每月固定收益壹分伍厘: a gain by the month or the year, in fen and li. */
const FEN_OF_GAIN =
  /(每年|每月|一年|一个月|月|年)(?:给您?|固定|保底|付)*(?:收益|分红|回报)(?:为|是|[:：])?([一二两三四五六七八九壹贰叁肆伍陆柒捌玖\d])(分)([一二三四五六七八九壹贰叁肆伍陆柒捌玖\d])?(厘)?(?!钟|之|红|期)/g
/** 一成二的利: tenths; 一成不变 and 七成新 are none. */
const TENTHS =
  /([一二两三四五六七八九\d])成([一二三四五六七八九半])?(?!不变|本|立|功|员|年|人|都|为|交|长|分|果|就|熟|新|套|品|群|双|绩)/g
/** 一年给八分利, 每年一分二的利息: the year stands before the number. */
const YEAR_BEFORE = /(?:每年|一年|年年)(?:都|可|能|要|还)?(?:给|付|拿|得|有)?(?:您|你|咱|老人)?$/
const DIGITS = '零一二三四五六七八九'

/** Finds percentages, points and the fen and li of interest, in the order of the text. */
export function percents(text: string, numerals: readonly Numeral[]): Percent[] {
  const found = /[利息收红报]/.test(text) && /[分厘]/.test(text) ? fenAndLi(text) : []
  if (text.includes('成')) found.push(...tenths(text))
  for (let i = 0; i < numerals.length; i++) {
    const first = numerals[i]!
    const second = numerals[i + 1]
    if (second && second.start - first.end <= 6 && JOINER.test(text.slice(first.end, second.start))) {
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
  return found.sort((a, b) => a.start - b.start)
}

function asPercent(text: string, numeral: Numeral, start: number): Percent | undefined {
  const share =
    text[start - 1] === '之' || text[start - 1] === ' '
      ? SHARE_BEFORE.exec(text.slice(Math.max(0, start - 5), start))
      : null
  if (share) {
    // 百分之十几, and 万分之五 for the day.
    const scale = share[1] === '百' ? 1 : share[1] === '千' ? 0.1 : 0.01
    return { start: start - share[0].length, end: numeral.end, value: round(numeral.value * scale) }
  }
  if (!' %％个‰'.includes(text[numeral.end] ?? '-')) return undefined
  const sign = /^[ ]?(?:[%％]|个(?:百分)?点(?!位|击|评|心|名|多))/.exec(text.slice(numeral.end, numeral.end + 6))
  if (sign) return { start: numeral.start, end: numeral.end + sign[0].length, value: numeral.value }
  const thousandths = /^[ ]?‰/.exec(text.slice(numeral.end, numeral.end + 2))
  return thousandths
    ? { start: numeral.start, end: numeral.end + thousandths[0].length, value: round(numeral.value / 10) }
    : undefined
}

function tenths(text: string): Percent[] {
  return [...text.matchAll(TENTHS)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    value: (count(match[1]!) ?? 0) * 10 + (match[2] === undefined ? 0 : match[2] === '半' ? 5 : (count(match[2]) ?? 0)),
  }))
}

function fenAndLi(text: string): Percent[] {
  const found: Percent[] = []
  for (const match of text.matchAll(FEN_AFTER_NOUN)) {
    const per = match[1]!.startsWith('年') ? 'year' : match[1]!.startsWith('日') ? 'day' : 'month'
    const value = fenValue(match[2]!, match[3]!, match[4], /半$/.test(match[0]), per)
    if (value !== undefined) found.push({ start: match.index, end: match.index + match[0].length, value, per })
  }
  for (const match of text.matchAll(FEN_BEFORE_NOUN)) {
    const start = match.index
    if (found.some((other) => other.start <= start && start < other.end)) continue
    const isYear = YEAR_BEFORE.test(text.slice(Math.max(0, start - 8), start))
    if (!isYear && /[百千万十\d年月日]/.test(text[start - 1] ?? '')) continue
    const per = isYear ? 'year' : 'month'
    const value = fenValue(match[1]!, '分', match[2] === '半' ? undefined : match[2], match[2] === '半', per)
    if (value !== undefined) found.push({ start, end: start + match[0].length, value: spoken(value, per), per })
  }
  for (const match of text.matchAll(FEN_OF_GAIN)) {
    const per = match[1]!.endsWith('年') ? 'year' : 'month'
    const value = fenValue(match[2]!, '分', match[4], false, per)
    if (value !== undefined)
      found.push({ start: match.index, end: match.index + match[0].length, value: spoken(value, per), per })
  }
  return found
}

/** 一年给八分利 is said for 8%: by custom it would be 80%, which nobody offers in fen. */
function spoken(value: number, per: Percent['per']): number {
  return per === 'year' && value > 36 ? round(value / 10) : value
}

/** By custom 1 fen is 1% of a monthly, 10% of a yearly and 0.1% of a daily rate; 1 li is a tenth of it. */
function fenValue(
  whole: string,
  unit: string,
  tenth: string | undefined,
  half: boolean,
  per: Percent['per'],
): number | undefined {
  const amount = count(whole)
  if (amount === undefined) return undefined
  const tenths = half ? 5 : tenth === undefined ? 0 : (count(tenth) ?? 0)
  const one = per === 'year' ? 10 : per === 'day' ? 0.1 : 1
  const value = unit === '分' ? amount * one + (tenths * one) / 10 : (amount * one) / 10
  return round(value)
}

function count(written: string): number | undefined {
  if (/^\d/.test(written)) return Number.isFinite(Number(written)) ? Number(written) : undefined
  const capital = '壹贰叁肆伍陆柒捌玖'.indexOf(written)
  if (capital >= 0 && written !== '') return capital + 1
  if (written === '半') return 0.5
  if (written === '两') return 2
  if (written.startsWith('十')) return 10 + (written.length > 1 ? DIGITS.indexOf(written[1]!) : 0)
  const value = DIGITS.indexOf(written)
  return value < 0 ? undefined : value
}

function round(value: number): number {
  return Math.round(value * 1e6) / 1e6
}
