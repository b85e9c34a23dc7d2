import { addDays } from '../clock/day.ts'
import { shanghaiDay } from '../clock/shanghai.ts'
import type { Given } from './envelope.ts'

/** Whether nothing can have happened on a day yet. Tomorrow is let through: other systems' clocks run ahead, or elsewhere. */
export function isDayAhead(day: string, now: string): boolean {
  return day > addDays(shanghaiDay(now), 1)
}

/** The same without a day that has not come, for papers nobody can be asked about: the day of receipt then counts, and is said to be assumed. */
export function withoutDayAhead({ date, ...given }: Given, now: string): Given {
  return { ...given, ...(date !== undefined && !isDayAhead(date, now) && { date }) }
}
