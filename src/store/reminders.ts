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
  /** Stages it was reminded of for that end. */
  reminded: ReadonlySet<ReminderStage>
}

/** Running clocks that end on a day or before; those that stand still are left out. */
export async function clocksDueBy(db: Knex, day: string): Promise<NearClock[]> {
  const rows = await db('matter_clocks as clock')
    .leftJoin('matter_reminders as reminder', {
      'reminder.matter_id': 'clock.matter_id',
      'reminder.key': 'clock.key',
      'reminder.started_by': 'clock.started_by',
      'reminder.due': 'clock.due',
    })
    .whereNull('clock.ended_at')
    .whereNull('clock.stands_since')
    .where('clock.due_day', '<=', day)
    .select('clock.matter_id', 'clock.key', 'clock.started_by', 'clock.due', 'reminder.stage')
  const clocks = new Map<string, NearClock & { reminded: Set<ReminderStage> }>()
  for (const row of rows) {
    const id = JSON.stringify([row.matter_id, row.key, row.started_by])
    const { matter_id: matterId, key, started_by: startedBy, due } = row
    const clock = clocks.get(id) ?? { matterId, key, startedBy, due, reminded: new Set() }
    if (row.stage !== null) clock.reminded.add(row.stage)
    clocks.set(id, clock)
  }
  return [...clocks.values()]
}

/** When a matter's clocks were reminded of, oldest first. */
export async function remindersOf(
  db: Knex,
  matterId: string,
): Promise<{ key: string; startedBy: number; stage: ReminderStage; at: string }[]> {
  const rows = await db('matter_reminders').where({ matter_id: matterId }).orderBy('at')
  return rows.map((row) => ({ key: row.key, startedBy: row.started_by, stage: row.stage, at: row.at }))
}

/** Once for each clock, stage and end: two who note the same leave one. */
export async function noteReminder(db: Knex, clock: NearClock, stage: ReminderStage, at: string): Promise<void> {
  await db('matter_reminders')
    .insert({ matter_id: clock.matterId, key: clock.key, started_by: clock.startedBy, stage, due: clock.due, at })
    .onConflict(['matter_id', 'key', 'started_by', 'stage', 'due'])
    .ignore()
}
