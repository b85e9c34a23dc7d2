import { holdsAny, markSet } from '../search/mark-set.ts'
import { sieved } from '../search/sieve.ts'
import { readNumber } from './chinese-number.ts'
import type { Fact } from './fact.ts'
import { factAt, type Reading } from './reading.ts'
import { clauseAfter, clauseBefore, marksOf, unitAt } from './window.ts'

/** Run at digits alone that no other digit and no point stands before. */
const DIGITS =
  /((?:19|20)\d{2})[ ]?(?:年|[-/.])[ ]?(1[0-2]|0?[1-9])[ ]?(?:月|[-/.])[ ]?(3[01]|[12]\d|0?[1-9])(?:[ ]?[日号]|(?![\d]))/y
/** 24年5月6日; run at digits alone, too. */
const SHORT = /([12]\d)年(1[0-2]|0?[1-9])月(3[01]|[12]\d|0?[1-9])[日号]/y
const CHINESE = sieved(
  /([一二][〇零○一二三四五六七八九]{3})年(十[一二]|[一二三四五六七八九十])月(三十一?|二十[一二三四五六七八九]?|十[一二三四五六七八九]?|[一二三四五六七八九])[日号]/g,
)
/** What the day is of, by the word right before it, else right behind it. */
const ROLES: readonly [string, RegExp][] = [
  ['signed', /签订|签署|签约|订立|签字|签了/],
  ['published', /发布|刊登|公布|印发|发文|发表|推送|成文/],
  ['expires', /到期|届满|截止|期满|止|[至到](?=$)/],
  ['effective', /生效|施行|起(?:至|算|计|开始)?$|自(?=$)|^[日号]?起/],
  ['paid', /支付|付款|转账|交款|缴纳|打款|汇款|交了|投|刷卡|缴费|交费|存入|存了/],
  ['moved_in', /入住|入院|住进/],
]

/** Without these or a digit it has nothing to read. */
export const DATE_SIGNS = [CHINESE]

/** Calendar days, as `YYYY-MM-DD`; a day that does not exist is left out. */
export function dates(reading: Reading): Fact[] {
  const facts: Fact[] = []
  for (const match of atRuns(reading, DIGITS, 4, '.'))
    push(reading, facts, match, Number(match[1]), Number(match[2]), Number(match[3]))
  for (const match of atRuns(reading, SHORT, 2, '年'))
    push(reading, facts, match, 2000 + Number(match[1]), Number(match[2]), Number(match[3]))
  for (const match of reading.sieve.all(CHINESE)) {
    const year = readNumber(match[1]!.replace(/○/g, '〇'))
    push(reading, facts, match, year ?? 0, readNumber(match[2]!) ?? 0, readNumber(match[3]!) ?? 0)
  }
  return facts
}

/** Matches of a sticky pattern at runs of so many digits that `barred` does not stand before; none overlap. */
function atRuns({ text, digits }: Reading, day: RegExp, length: number, barred: string): RegExpExecArray[] {
  const found: RegExpExecArray[] = []
  const { bounds } = digits
  let done = 0
  for (let i = 0; i < bounds.length; i += 2) {
    const start = bounds[i]!
    const end = bounds[i + 1]!
    if (end - start !== length || start < done || YEAR_ENDS[unitAt(text, end)] === 0 || text[start - 1] === barred)
      continue
    day.lastIndex = start
    const match = day.exec(text)
    if (!match) continue
    done = start + match[0].length
    found.push(match)
  }
  return found
}

/** What may stand behind the digits of a year, asked before the pattern is. */
const YEAR_ENDS = markSet(' 年-/.')

function push(reading: Reading, facts: Fact[], match: RegExpExecArray, year: number, month: number, day: number): void {
  if (!exists(year, month, day)) return
  const end = match.index + match[0].length
  const role = roleBy(clauseBefore(reading.text, match.index, 8)) ?? roleBy(clauseAfter(reading.text, end, 6))
  const value = `${year}-${month < 10 ? '0' : ''}${month}-${day < 10 ? '0' : ''}${day}`
  facts.push(
    factAt(
      reading.clean,
      match.index,
      end,
      role === undefined ? { type: 'date', value, unit: '' } : { type: 'date', value, unit: '', role },
    ),
  )
}

function roleBy(words: string): string | undefined {
  // Most days stand beside none of these words.
  return holdsAny(words, ROLE_MARKS) ? ROLES.find(([, pattern]) => pattern.test(words))?.[0] : undefined
}

/** Where none of these stands no word that a role goes by does. */
const ROLE_MARKS = marksOf(...ROLES.map(([, words]) => words))

function exists(year: number, month: number, day: number): boolean {
  if (year < 1949 || month < 1 || month > 12 || day < 1) return false
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  return day <= (month === 2 && isLeap ? 29 : DAYS[month - 1]!)
}

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
