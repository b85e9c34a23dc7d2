import { readNumber } from './chinese-number.ts'
import type { Fact } from './fact.ts'
import { factAt, type Reading } from './reading.ts'

const DIGITS =
  /(?<![\d.])((?:19|20)\d{2})[ ]?(?:年|[-/.])[ ]?(1[0-2]|0?[1-9])[ ]?(?:月|[-/.])[ ]?(3[01]|[12]\d|0?[1-9])(?:[ ]?[日号]|(?![\d]))/g
const CHINESE =
  /([一二][〇零○一二三四五六七八九]{3})年(十[一二]|[一二三四五六七八九十])月(三十一?|二十[一二三四五六七八九]?|十[一二三四五六七八九]?|[一二三四五六七八九])[日号]/g
const ROLES: readonly [string, RegExp][] = [
  ['signed', /签订|签署|签约|订立|签字/],
  ['published', /发布|刊登|公布|印发|发文/],
  ['paid', /支付|付款|转账|交款|缴纳|打款|汇款|交了|投/],
]

/** Calendar days, as `YYYY-MM-DD`; a day that does not exist is left out. */
export function dates(reading: Reading): Fact[] {
  const facts: Fact[] = []
  for (const match of reading.text.matchAll(DIGITS))
    push(reading, facts, match, Number(match[1]), Number(match[2]), Number(match[3]))
  for (const match of reading.text.matchAll(CHINESE)) {
    const year = readNumber(match[1]!.replace(/○/g, '〇'))
    push(reading, facts, match, year ?? 0, readNumber(match[2]!) ?? 0, readNumber(match[3]!) ?? 0)
  }
  return facts
}

function push(reading: Reading, facts: Fact[], match: RegExpExecArray, year: number, month: number, day: number): void {
  if (!exists(year, month, day)) return
  const around = reading.text.slice(Math.max(0, match.index - 8), match.index + match[0].length + 6)
  const role = ROLES.find(([, words]) => words.test(around))?.[0]
  const value = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  const end = match.index + match[0].length
  facts.push(factAt(reading.clean, match.index, end, { type: 'date', value, unit: '', ...(role ? { role } : {}) }))
}

function exists(year: number, month: number, day: number): boolean {
  const days = [
    31,
    year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28,
    31,
    30,
    31,
    30,
    31,
    31,
    30,
    31,
    30,
    31,
  ]
  return year >= 1949 && month >= 1 && month <= 12 && day >= 1 && day <= days[month - 1]!
}
