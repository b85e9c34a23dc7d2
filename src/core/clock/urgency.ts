import { addDays, daysBetween, readMoment } from './day.ts'
import { shanghaiDay } from './shanghai.ts'

/** How a due day or instant stands to the moment; `untold` where none can be told. */
export type Urgency = 'overdue' | 'today' | 'week' | 'later' | 'untold'

/** Days after today that are still this week's work. */
export const WEEK_DAYS = 7

/**
 * What is counted in hours is over at its second, every other period with its last day. The clock board's SQL says the same of many at once.
 * @param due a day, or an instant, as `dueOf` gives it
 */
export function urgencyOf(due: string | null, now: Date): Urgency {
  if (due === null) return 'untold'
  const { day, instant } = readMoment(due)!
  const today = shanghaiDay(now)
  if (day < today || (instant !== null && secondOf(instant) < secondOf(now.getTime()))) return 'overdue'
  if (day === today) return 'today'
  return day <= addDays(today, WEEK_DAYS) ? 'week' : 'later'
}

/** Days from today to a due day; less than nought when it is over. */
export function daysLeft(due: string, now: Date): number {
  return daysBetween(shanghaiDay(now), readMoment(due)!.day)
}

function secondOf(instant: number): number {
  return Math.floor(instant / 1000)
}
