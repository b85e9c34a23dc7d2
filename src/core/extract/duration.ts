import { isDigit } from '../normalise/characters.ts'
import { markSet } from '../search/mark-set.ts'
import { type Sieve, sieved } from '../search/sieve.ts'
import type { Numeral } from './chinese-number.ts'
import { unitAt } from './window.ts'

/** A length of time; offsets are into the clean text. */
export interface Duration {
  start: number
  end: number
  months: number
  /** 第三年, 第2个月: a point in time, not a length. */
  ordinal: boolean
  /** As many days, where it was told in days. */
  days?: number
  /** 三年期, 12个月期. */
  named: boolean
}

const UNIT =
  /^[ ]?(?:多|余|来)?(个半月|年半|周年|个年头|个整月|个自然月|个月|个季度|季度|个星期|星期|年(?!龄|级|代)|周(?!岁|边|到|围|密|末)|天(?!然|花)|日(?!前|内起)|载|月)(期)?/
/** The characters that a unit begins with, asked before the pattern is. */
const UNIT_OPENS = markSet(' 多余来个年周季星天日载月')
const MONTHS: Readonly<Record<string, number>> = {
  年: 12,
  周年: 12,
  个年头: 12,
  载: 12,
  个月: 1,
  个整月: 1,
  个自然月: 1,
  月: 1,
  个季度: 3,
  季度: 3,
  周: 7 / 30,
  个星期: 7 / 30,
  星期: 7 / 30,
  天: 1 / 30,
  日: 1 / 30,
}
const HALF_YEAR = sieved(/半年(期)?/g)

/** Reads lengths of time from numbers followed by a unit; years of the calendar and days of a month are left to dates. */
export function durations(text: string, numerals: readonly Numeral[], sieve: Sieve): Duration[] {
  const found: Duration[] = []
  for (const numeral of numerals) {
    if (UNIT_OPENS[unitAt(text, numeral.end)] === 0 || isPlainlyCalendar(text, numeral)) continue
    const match = UNIT.exec(text.slice(numeral.end, numeral.end + 5))
    if (!match) continue
    const unit = match[1]!
    const before = text[numeral.start - 1] ?? ''
    const months = length(unit, numeral.value)
    if (months === undefined || isCalendar(text, numeral, unit, before)) continue
    const end = numeral.end + match[0].length
    found.push({
      start: numeral.start,
      end,
      months,
      ordinal: before === '第',
      named: match[2] !== undefined,
      ...(/[天日]/.test(unit) && { days: numeral.value }),
    })
  }
  mergeCompound(text, found)
  const halves = sieve.all(HALF_YEAR)
  if (halves.length === 0) return found
  for (const match of halves) {
    if (/[一二两三四五六七八九十\d年]/.test(text[match.index - 1] ?? '')) continue
    const end = match.index + match[0].length
    found.push({ start: match.index, end, months: 6, ordinal: false, named: match[1] !== undefined })
  }
  return found.sort((a, b) => a.start - b.start)
}

/** 一年零三个月 is fifteen months. */
function mergeCompound(text: string, found: Duration[]): void {
  for (let i = found.length - 1; i > 0; i--) {
    const years = found[i - 1]!
    const rest = found[i]!
    const isCompound =
      rest.start - years.end <= 1 &&
      years.months >= 12 &&
      years.months % 12 === 0 &&
      rest.months < 12 &&
      /^[零又加]?$/.test(text.slice(years.end, rest.start)) &&
      !years.ordinal
    if (isCompound)
      found.splice(i - 1, 2, { ...years, end: rest.end, months: years.months + rest.months, named: rest.named })
  }
}

/** The durations that lie wholly in `[from, to)`, found by bisection so that a long text costs no more per number. */
export function durationsWithin(durations: readonly Duration[], from: number, to: number): Duration[] {
  let low = 0
  let high = durations.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (durations[middle]!.start < from) low = middle + 1
    else high = middle
  }
  const found: Duration[] = []
  for (let i = low; i < durations.length && durations[i]!.start < to; i++)
    if (durations[i]!.end <= to) found.push(durations[i]!)
  return found
}

function length(unit: string, value: number): number | undefined {
  if (unit === '年半') return value * 12 + 6
  if (unit === '个半月') return value + 0.5
  const months = MONTHS[unit]!
  if (unit === '天' || unit === '日') {
    if (value === 365 || value === 366) return 12
    if (value > 3660) return undefined
  }
  if ((unit === '年' || unit === '周年') && value > 100) return undefined
  return Math.round(value * months * 1e4) / 1e4
}

const [YEAR, MONTH, DAY, HALF] = [...'年月日半'].map((unit) => unit.charCodeAt(0))
const COUNTS_MONTHS = markSet('每满')

/** What {@link isCalendar} says of most numbers, without the pattern of units: 2015年, 5月, 20日. */
function isPlainlyCalendar(text: string, { start, end, value }: Numeral): boolean {
  const unit = text.charCodeAt(end)
  if (unit === YEAR)
    return (
      value >= 50 &&
      end - start > 1 &&
      isDigit(text.charCodeAt(end - 1)) &&
      isDigit(text.charCodeAt(end - 2)) &&
      unitAt(text, end + 1) !== HALF
    )
  if (unit === MONTH) return COUNTS_MONTHS[unitAt(text, start - 1)] === 0
  return unit === DAY && value <= 31
}

function isCalendar(text: string, numeral: Numeral, unit: string, before: string): boolean {
  if (unit === '年' && numeral.value >= 50 && /\d{2}|〇|零/.test(text.slice(numeral.start, numeral.end))) return true
  // 5月1日 and 2024年5月: a month or a day with nothing that counts it.
  if (unit === '月') return !/[每满]/.test(before)
  if (unit === '日') return /[月年\d]/.test(before) || numeral.value <= 31
  return false
}
