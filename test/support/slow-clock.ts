/**
 * A second calculator of statutory periods, against which the first is held. It shares nothing with it: it walks one day at a time with a list of days
 * off and a table of periods of its own, both written down from the notices and statutes, and never reads `rules/`.
 */
import type { Step } from '../../src/core/clock/clock.ts'

export interface SlowDue {
  due: string | null
  dueAlt: string | null
}

export function slowDue(clock: string, eventAt: string, steps: readonly Step[] = [], variant = 0): SlowDue {
  const law = lawOf(clock, shanghai(eventAt), variant)
  if (!law) return { due: null, dueAlt: null }
  let start = eventAt
  let left: { n: number; unit: string }[] = [{ n: law.n, unit: law.unit }]
  const asked: { n: number; unit: 'workday' | 'day' }[] = []
  const paused = new Set<string>()
  for (const step of steps) {
    if (step.op === 'extend' && asked.length < extensions(clock)) asked.push(step)
    if (step.op === 'suspend' && SUSPENDED.has(clock)) {
      for (let day = tomorrow(step.from); day <= step.to!; day = tomorrow(day)) paused.add(day)
    }
    const isRestart = step.op === 'restart' && ['T06', 'T09'].includes(clock) && shanghai(step.at) >= '2026-04-15'
    const isSecondLeg = step.op === 'received' && clock === 'T30'
    if ((isRestart || isSecondLeg) && shanghai((step as { at: string }).at) >= shanghai(start)) {
      start = (step as { at: string }).at
      asked.length = 0
    }
  }
  if (law.unit === 'hour') return { due: hoursLater(start, law.n), dueAlt: null }
  if (['T20', 'T42', 'T44'].includes(clock)) return back(shanghai(start), law)
  left = [...left, ...asked]
  let day = shanghai(start)
  for (const [i, { n, unit }] of left.entries()) {
    const most = i === 0 ? undefined : MOST[clock]?.[i - 1]
    const end = walk(day, n, unit, most, paused)
    if (end === null) return { due: null, dueAlt: null }
    day = end
  }
  return rolled(clock, day)
}

/** Day after day until the asked number, or the most the law gives, is used up. Null where a day cannot be judged. */
function walk(
  from: string,
  n: number,
  unit: string,
  most: { n: number; unit: string } | undefined,
  paused: ReadonlySet<string>,
): string | null {
  if (unit === 'month' || unit === 'year') return walkMonths(from, unit === 'year' ? n * 12 : n, paused)
  const counters = [{ n, unit }, ...(most ? [{ ...most }] : [])]
  let day = from
  for (;;) {
    day = tomorrow(day)
    for (const counter of counters) {
      if (counter.unit === 'workday' && !isLoaded(day)) return null
      if (paused.has(day)) continue
      if (counter.unit === 'day' || isWorked(day)) counter.n--
    }
    if (counters.some((counter) => counter.n === 0)) return day
  }
}

function walkMonths(from: string, months: number, paused: ReadonlySet<string>): string {
  let day = from
  let [crossed, owed] = [0, 0]
  while (crossed < months || (Number(day.slice(8)) < Number(from.slice(8)) && tomorrow(day).slice(8) !== '01')) {
    day = tomorrow(day)
    if (day.endsWith('-01')) crossed++
    if (paused.has(day)) owed++
  }
  while (owed > 0) {
    day = tomorrow(day)
    if (!paused.has(day)) owed--
  }
  return day
}

function back(event: string, { n, unit }: { n: number; unit: string }): SlowDue {
  let day = event
  for (let more = n; more > 0; ) {
    day = yesterday(day)
    if (unit === 'day') more--
    else if (!isLoaded(day)) return { due: null, dueAlt: null }
    else if (isWorked(day)) more--
  }
  return { due: isLoaded(day) ? day : null, dueAlt: null }
}

function rolled(clock: string, end: string): SlowDue {
  let day = end
  while (isLoaded(day) && isOff(day)) day = tomorrow(day)
  if (!isLoaded(day)) return { due: null, dueAlt: null }
  if (isWorked(day)) return { due: day, dueAlt: null }
  let next = day
  while (isLoaded(next) && !isWorked(next)) next = tomorrow(next)
  if (!isLoaded(next)) return { due: null, dueAlt: null }
  return ['T38', 'T39', 'T41', 'T52'].includes(clock) ? { due: next, dueAlt: null } : { due: day, dueAlt: next }
}

/** One period, by the day of the event and the place of the variant. */
function lawOf(clock: string, day: string, variant: number): { n: number; unit: string } | undefined {
  for (const [since, until, ...lengths] of LAW[clock]!) {
    if (day < since || day > until) continue
    const length = lengths[variant] ?? lengths[0]
    if (!length) return undefined
    const [n, unit] = length.split(' ')
    return { n: Number(n), unit: unit! }
  }
  return undefined
}

const OPEN = '9999-12-31'
const PROCEDURE = '2021-07-15'
const BOOK_121 = '2026-04-15'
const BOOK_20 = ['2020-01-01', '2026-04-14'] as const

const LAW: Record<string, [since: string, until: string, ...lengths: string[]][]> = {
  T01: [['2020-01-01', OPEN, '7 workday']],
  T02: [['2015-09-01', OPEN, '7 workday']],
  T03: [
    ['2024-07-01', OPEN, '60 day'],
    ['2020-01-01', '2024-06-30', '45 workday'],
  ],
  T03h: [
    [BOOK_121, OPEN],
    ['2024-07-01', '2026-04-14', '60 day'],
    ['2020-01-01', '2024-06-30', '45 workday'],
  ],
  T04: [['2020-01-01', OPEN, '7 workday']],
  T05: [[PROCEDURE, OPEN, '15 workday']],
  T06: [[PROCEDURE, OPEN, '15 workday']],
  T07: [[...BOOK_20, '5 workday']],
  T08: [['2025-10-15', OPEN]],
  T09: [[BOOK_121, OPEN, '15 workday']],
  T10: [[PROCEDURE, OPEN, '7 workday']],
  T11: [[PROCEDURE, OPEN, '7 workday']],
  T12: [['2020-01-01', OPEN, '3 year']],
  T13: [
    [PROCEDURE, OPEN, '2 year', '5 year'],
    ['1996-10-01', '2021-07-14', '2 year'],
  ],
  T14: [[PROCEDURE, OPEN, '15 workday']],
  T15: [[PROCEDURE, OPEN, '7 workday']],
  T16: [[PROCEDURE, OPEN, '24 hour']],
  T17: [[PROCEDURE, OPEN, '30 day']],
  T18: [[PROCEDURE, OPEN, '10 workday']],
  T19: [[PROCEDURE, OPEN, '5 workday']],
  T20: [[PROCEDURE, OPEN, '7 workday']],
  T21: [[PROCEDURE, OPEN]],
  T22: [[PROCEDURE, OPEN, '90 day']],
  T23: [[PROCEDURE, OPEN, '7 workday']],
  T24: [[PROCEDURE, OPEN, '30 day']],
  T25: [[PROCEDURE, OPEN, '15 day']],
  T26: [[PROCEDURE, OPEN, '10 workday', '3 month']],
  T27: [[PROCEDURE, OPEN, '15 workday']],
  T28: [[PROCEDURE, OPEN, '7 workday']],
  T29: [['2021-09-01', OPEN, '20 workday']],
  T30: [['2021-09-01', OPEN, '10 workday']],
  T31: [['2021-09-01', OPEN, '3 workday']],
  T32: [['2021-09-01', OPEN, '3 month', '3 year']],
  T33: [['2020-08-07', OPEN, '3 day']],
  T34: [['2020-08-07', OPEN, '24 hour']],
  T35: [['2020-08-07', OPEN, '3 day']],
  T36: [['2020-08-07', OPEN, '3 day', '3 day']],
  T37: [['2020-08-07', OPEN, '3 day']],
  T38: [
    ['2024-01-01', OPEN, '60 day', '1 year'],
    ['1999-10-01', '2023-12-31', '60 day'],
  ],
  T39: [['2015-05-01', OPEN, '6 month']],
  T40: [['2015-03-15', OPEN, '15 day']],
  T41: [['2025-05-01', OPEN, '7 day']],
  T42: [['2024-07-01', OPEN, '30 day']],
  T43: [['2013-10-01', OPEN, '30 day']],
  T44: [['2013-10-01', OPEN, '7 day', '30 day']],
  T45: [['2010-07-01', OPEN, '5 workday', '60 day']],
  T46: [['2025-10-31', OPEN, '1 day']],
  T47: [['2025-10-31', OPEN, '7 workday']],
  T48: [['2017-06-01', OPEN, '6 month']],
  T49: [['2021-11-01', OPEN, '3 year']],
  T50: [['2021-05-01', OPEN, '3 year']],
  T51: [['2025-01-01', OPEN, '3 year']],
  T52: [['2017-10-01', OPEN, '1 year', '5 year']],
}

export const SLOW_CLOCKS = Object.keys(LAW)

const SUSPENDED = new Set(['T03', 'T03h', 'T05', 'T06', 'T09', 'T17', 'T22', 'T38', 'T39'])

const MOST: Record<string, ({ n: number; unit: string } | undefined)[]> = {
  T05: [{ n: 15, unit: 'workday' }],
  T06: [{ n: 15, unit: 'workday' }],
  T09: [{ n: 15, unit: 'workday' }],
  T17: [{ n: 30, unit: 'day' }],
  T22: [{ n: 30, unit: 'day' }],
}

/** How often a clock may be extended. */
function extensions(clock: string): number {
  if (['T14', 'T18', 'T22', 'T25'].includes(clock)) return Number.POSITIVE_INFINITY
  return MOST[clock]?.length ?? 0
}

/** Days off, one by one, as the notices of the three years list them. */
const OFF: Record<string, string> = {
  2024: `0101 0210 0211 0212 0213 0214 0215 0216 0217 0404 0405 0406 0501 0502 0503 0504 0505 0610 0915 0916 0917
    1001 1002 1003 1004 1005 1006 1007`,
  2025: `0101 0128 0129 0130 0131 0201 0202 0203 0204 0404 0405 0406 0501 0502 0503 0504 0505 0531 0601 0602
    1001 1002 1003 1004 1005 1006 1007 1008`,
  2026: `0101 0102 0103 0215 0216 0217 0218 0219 0220 0221 0222 0223 0404 0405 0406 0501 0502 0503 0504 0505
    0619 0620 0621 0925 0926 0927 1001 1002 1003 1004 1005 1006 1007`,
}
/** Saturdays and Sundays worked. */
const WORKED: Record<string, string> = {
  2024: '0204 0218 0407 0428 0511 0914 0929 1012',
  2025: '0126 0208 0427 0928 1011',
  2026: '0104 0214 0228 0509 0920 1010',
}

function isLoaded(day: string): boolean {
  return ['2024', '2025', '2026'].includes(day.slice(0, 4))
}

function isOff(day: string): boolean {
  return OFF[day.slice(0, 4)]!.includes(day.slice(5).replace('-', ''))
}

function isWorked(day: string): boolean {
  if (isOff(day)) return false
  if (WORKED[day.slice(0, 4)]!.includes(day.slice(5).replace('-', ''))) return true
  const name = new Date(`${day}T12:00:00Z`).toUTCString().slice(0, 3)
  return name !== 'Sat' && name !== 'Sun'
}

function tomorrow(day: string): string {
  const date = new Date(`${day}T12:00:00Z`)
  date.setUTCDate(date.getUTCDate() + 1)
  return date.toISOString().slice(0, 10)
}

function yesterday(day: string): string {
  const date = new Date(`${day}T12:00:00Z`)
  date.setUTCDate(date.getUTCDate() - 1)
  return date.toISOString().slice(0, 10)
}

/** The day on a wall calendar in Shanghai. */
function shanghai(at: string): string {
  if (at.length === 10) return at
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date(at))
}

function hoursLater(at: string, n: number): string {
  const start = new Date(at.length === 10 ? `${at}T00:00:00+08:00` : at)
  start.setTime(start.getTime() + n * 60 * 60 * 1000)
  return `${new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'medium' }).format(start).replace(' ', 'T')}+08:00`
}
