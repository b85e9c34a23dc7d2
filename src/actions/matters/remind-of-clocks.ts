import { addDays } from 'date-fns'
import { readMoment } from '../../core/clock/day.ts'
import { shanghaiDay } from '../../core/clock/shanghai.ts'
import { clocksDueBy, type NearClock, type ReminderStage, remindOnce } from '../../store/reminders.ts'
import type { Parts } from '../parts.ts'

/** Days before the end at which whoever handles the matter is reminded: a weekend and a day lie between. */
export const REMIND_DAYS_BEFORE = 3

/**
 * Notes a reminder for every running clock that ends soon, today, or has ended without being met; each once, and again when the end moves.
 * @returns how many were noted
 */
export async function remindOfClocks(parts: Pick<Parts, 'db' | 'now'>): Promise<number> {
  const now = parts.now()
  let noted = 0
  for (const clock of await clocksDueBy(parts.db, shanghaiDay(addDays(now, REMIND_DAYS_BEFORE)))) {
    if (await remindOnce(parts.db, clock, stageOf(clock, now), now.toISOString())) noted++
  }
  return noted
}

function stageOf({ due }: NearClock, now: Date): ReminderStage {
  const { day, instant } = readMoment(due)!
  const today = shanghaiDay(now)
  if (instant === null ? day < today : instant < now.getTime()) return 'overdue'
  return day === today ? 'today' : 'soon'
}
