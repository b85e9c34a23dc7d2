import type { Calendar } from './calendar.ts'
import type { Period } from './clock.ts'
import { addDays, addMonths, daysBetween, yearOf } from './day.ts'

/** Days left out: those after `from` up to and with `to`. */
export interface Pause {
  from: string
  to: string
}

/** A count that cannot be made: a year's calendar is missing, or the clock stands still. */
export type Uncounted = { missingYear: number } | { standsStill: true }

export function isCounted(end: string | Uncounted): end is string {
  return typeof end === 'string'
}

/**
 * The day on which a period that starts after `start` ends. Pauses do not overlap.
 * For months and years every day left out adds a day to the end.
 */
export function endOf(
  start: string,
  { n, unit }: Period,
  pauses: readonly Pause[],
  calendar: Calendar,
): string | Uncounted {
  if (unit === 'workday') return after(start, n, pauses, workdaysOf(calendar))
  if (unit === 'day') return after(start, n, pauses, DAYS)
  const end = addMonths(start, unit === 'year' ? 12 * n : n)
  const leftOut = count(start, end, pauses, DAYS)
  return typeof leftOut === 'number' ? after(end, leftOut, pauses, DAYS) : leftOut
}

/** The last day that leaves a full period before `event`. */
export function startOf(event: string, { n, unit }: Period, calendar: Calendar): string | Uncounted {
  if (unit !== 'workday') return unit === 'day' ? addDays(event, -n) : addMonths(event, unit === 'year' ? -12 * n : -n)
  const { workdays } = calendar
  const found = workdays[firstFrom(workdays, event) - n]
  const missingYear = firstMissing(found ?? `${yearOf(event) - 1}-01-01`, addDays(event, -1), calendar)
  if (missingYear !== undefined) return { missingYear }
  return found ?? { missingYear: yearOf(workdays[0] ?? event) - 1 }
}

/** How to walk in one unit: the n-th such day after a day, and how many there are after `a` up to and with `b`. */
interface Walk {
  after(day: string, n: number): string | Uncounted
  count(a: string, b: string): number | Uncounted
}

const DAYS: Walk = { after: addDays, count: daysBetween }

function workdaysOf(calendar: Calendar): Walk {
  const { workdays } = calendar
  return {
    after: (day, n) => {
      const found = workdays[firstFrom(workdays, addDays(day, 1)) + n - 1]
      const last = found ?? addDays(workdays.at(-1) ?? day, 1)
      const missingYear = firstMissing(addDays(day, 1), last, calendar)
      if (missingYear !== undefined) return { missingYear }
      return found ?? { missingYear: yearOf(last) }
    },
    count: (a, b) => {
      if (a >= b) return 0
      const missingYear = firstMissing(addDays(a, 1), b, calendar)
      if (missingYear !== undefined) return { missingYear }
      return firstFrom(workdays, addDays(b, 1)) - firstFrom(workdays, addDays(a, 1))
    },
  }
}

/** Moves the end on by what was left out before it, until nothing more is. */
function after(start: string, n: number, pauses: readonly Pause[], walk: Walk): string | Uncounted {
  let end = walk.after(start, n)
  for (;;) {
    if (!isCounted(end)) return end
    const leftOut = count(start, end, pauses, walk)
    if (typeof leftOut !== 'number') return leftOut
    const further = walk.after(start, n + leftOut)
    if (further === end) return end
    end = further
  }
}

/** How many days of the walk after `a` up to and with `b` are left out. */
function count(a: string, b: string, pauses: readonly Pause[], walk: Walk): number | Uncounted {
  let leftOut = 0
  for (const { from, to } of pauses) {
    if (from >= b || to <= a) continue
    if (to === FOREVER) return { standsStill: true }
    const more = walk.count(from < a ? a : from, to > b ? b : to)
    if (typeof more !== 'number') return more
    leftOut += more
  }
  return leftOut
}

/** The `to` of a pause that has not ended. */
export const FOREVER = '9999-12-31'

/** Pauses in order, those that touch or overlap made one. */
export function joined(pauses: readonly Pause[]): Pause[] {
  const result: Pause[] = []
  for (const pause of [...pauses].sort((a, b) => (a.from < b.from ? -1 : 1))) {
    const last = result.at(-1)
    if (last && pause.to <= last.to) continue
    if (last && pause.from <= last.to) last.to = pause.to
    else result.push({ ...pause })
  }
  return result
}

/** Where the first day not before `day` stands. */
function firstFrom(days: readonly string[], day: string): number {
  let [low, high] = [0, days.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (days[middle]! < day) low = middle + 1
    else high = middle
  }
  return low
}

function firstMissing(from: string, to: string, calendar: Calendar): number | undefined {
  for (let year = yearOf(from); year <= yearOf(to); year++) {
    if (!calendar.years.some((loaded) => loaded.year === year)) return year
  }
  return undefined
}
