import { addDays } from '../../core/clock/day.ts'
import { shanghaiDay } from '../../core/clock/shanghai.ts'
import { urgencyOf } from '../../core/clock/urgency.ts'
import { clocksDueBy, noteReminder, type ReminderStage } from '../../store/reminders.ts'
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
  for (const clock of await clocksDueBy(parts.db, addDays(shanghaiDay(now), REMIND_DAYS_BEFORE))) {
    const stage = stageOf(clock.due, now)
    if (clock.reminded.has(stage)) continue
    await noteReminder(parts.db, clock, stage, now.toISOString())
    noted++
  }
  return noted
}

/** Which reminder a last day calls for now, once it is near. */
export function stageOf(due: string, now: Date): ReminderStage {
  const urgency = urgencyOf(due, now)
  return urgency === 'overdue' || urgency === 'today' ? urgency : 'soon'
}
