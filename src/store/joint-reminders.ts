import type { Knex } from 'knex'
import type { ReminderStage } from './reminders.ts'

/** What is done together with others and has a last day: an opinion a department owes, or a task somebody does. */
export type JointKind = 'opinion' | 'task'

/** One whose last day is near or past. */
export interface NearJointWork {
  kind: JointKind
  id: string
  due: string
  /** Stages it was reminded of for that day. */
  reminded: ReadonlySet<ReminderStage>
}

/** Last day of an opinion in SQL, as `lastDay` tells it of one: the later day a department told of counts. */
export const LAST_DAY_OF_OPINION = 'coalesce(opinions.told_later, opinions.due)'

/** Opinions awaited and tasks to be done whose last day is `day` or before. */
export async function jointWorkDueBy(db: Knex, day: string): Promise<NearJointWork[]> {
  const opinions: { id: string; due: string }[] = await awaitedOpinions(db)
    .whereRaw(`${LAST_DAY_OF_OPINION} <= ?`, [day])
    .select('opinions.id', db.raw(`${LAST_DAY_OF_OPINION} as due`))
  const tasks: { id: string; due: string }[] = await tasksToDo(db)
    .where('tasks.due_day', '<=', day)
    .select('tasks.id', 'tasks.due_day as due')
  const near = [
    ...opinions.map((row) => ({ kind: 'opinion' as const, ...row })),
    ...tasks.map((row) => ({ kind: 'task' as const, ...row })),
  ]
  const noted = await jointRemindersOf(
    db,
    near.map(({ id }) => id),
  )
  return near.map((each) => ({
    ...each,
    reminded: new Set((noted.get(each.id) ?? []).filter(({ due }) => due === each.due).map(({ stage }) => stage)),
  }))
}

/** Once for each stage and last day: two who note the same leave one. */
export async function noteJointReminder(
  db: Knex,
  { kind, id, due }: NearJointWork,
  stage: ReminderStage,
  at: string,
): Promise<void> {
  await db('joint_reminders')
    .insert({ kind, subject_id: id, stage, due, at })
    .onConflict(['kind', 'subject_id', 'stage', 'due'])
    .ignore()
}

export interface JointReminder {
  stage: ReminderStage
  due: string
  at: string
}

/** When these opinions or tasks were reminded of, oldest first, by their id. */
export async function jointRemindersOf(db: Knex, ids: readonly string[]): Promise<Map<string, JointReminder[]>> {
  const rows: Record<string, any>[] = await db('joint_reminders').whereIn('subject_id', ids).orderBy(['at', 'stage'])
  const found = new Map<string, JointReminder[]>()
  for (const { subject_id: id, stage, due, at } of rows) found.set(id, [...(found.get(id) ?? []), { stage, due, at }])
  return found
}

/** Opinions asked for that nobody has answered or taken back; to be narrowed further. */
export function awaitedOpinions(db: Knex) {
  return db('opinions').whereNull('opinions.answered_at').whereNull('opinions.withdrawn_at')
}

/** Tasks neither done nor dropped; to be narrowed further. */
export function tasksToDo(db: Knex) {
  return db('tasks').whereNull('tasks.done_at').whereNull('tasks.dropped_at')
}
