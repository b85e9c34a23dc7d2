import { addDays } from '../../core/clock/day.ts'
import { shanghaiDay } from '../../core/clock/shanghai.ts'
import { jointWorkDueBy, noteJointReminder } from '../../store/joint-reminders.ts'
import { REMIND_DAYS_BEFORE, stageOf } from '../matters/remind-of-clocks.ts'
import type { Parts } from '../parts.ts'

/**
 * Notes a reminder for every opinion a department owes and every task, as for clocks: before the last day, on it and after it, each once, and again
 * when the day moves.
 * @returns how many were noted
 */
export async function remindOfJointWork(parts: Pick<Parts, 'db' | 'now'>): Promise<number> {
  const now = parts.now()
  let noted = 0
  for (const near of await jointWorkDueBy(parts.db, addDays(shanghaiDay(now), REMIND_DAYS_BEFORE))) {
    const stage = stageOf(near.due, now)
    if (near.reminded.has(stage)) continue
    await noteJointReminder(parts.db, near, stage, now.toISOString())
    noted++
  }
  return noted
}
