import type { Knex } from 'knex'

export const REMINDER_STAGES = ['soon', 'today', 'overdue'] as const
export type ReminderStage = (typeof REMINDER_STAGES)[number]

/** A running clock whose end is near or past. */
export interface NearClock {
  matterId: string
  key: string
  startedBy: number
  /** Day or instant. */
  due: string
}

/** Running clocks that end on a day or before; those that stand still are left out. */
export async function clocksDueBy(db: Knex, day: string): Promise<NearClock[]> {
  const rows = await db('matter_clocks')
    .whereNull('ended_at')
    .whereNull('stands_since')
    .where('due_day', '<=', day)
    .select('matter_id', 'key', 'started_by', 'due')
  return rows.map((row) => ({ matterId: row.matter_id, key: row.key, startedBy: row.started_by, due: row.due }))
}

/** When a matter's clocks were reminded of, oldest first. */
export async function remindersOf(
  db: Knex,
  matterId: string,
): Promise<{ key: string; startedBy: number; stage: ReminderStage; at: string }[]> {
  const rows = await db('matter_reminders').where({ matter_id: matterId }).orderBy('at')
  return rows.map((row) => ({ key: row.key, startedBy: row.started_by, stage: row.stage, at: row.at }))
}

/** Once for each clock, stage and due day. @returns whether it is new */
export async function remindOnce(db: Knex, clock: NearClock, stage: ReminderStage, at: string): Promise<boolean> {
  const key = { matter_id: clock.matterId, key: clock.key, started_by: clock.startedBy, stage, due: clock.due }
  if (await db('matter_reminders').where(key).first()) return false
  await db('matter_reminders')
    .insert({ ...key, at })
    .onConflict(['matter_id', 'key', 'started_by', 'stage', 'due'])
    .ignore()
  return true
}
