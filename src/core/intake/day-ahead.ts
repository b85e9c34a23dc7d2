import { addDays } from '../clock/day.ts'
import { shanghaiDay } from '../clock/shanghai.ts'

/** Whether nothing can have happened on a day yet. Tomorrow is let through: other systems' clocks run ahead, or elsewhere. */
export function isDayAhead(day: string, now: string): boolean {
  return day > addDays(shanghaiDay(now), 1)
}
