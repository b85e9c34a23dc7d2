import type { Knex } from 'knex'

/** A piece of work with an owner and a last day: under a matter, under a campaign, or under an item of the yearly list. */
export interface Task {
  id: string
  matterId: string | null
  campaignId: string | null
  dutyItemId: string | null
  region: string
  title: string
  /** Of `tasks` in `rules/moves.yaml`, where a move brought it about. */
  kind: string | null
  ownerId: string
  /** `YYYY-MM-DD`. */
  dueDay: string
  addedBy: string
  addedAt: string
  doneAt: string | null
  doneBy: string | null
  result: string
  /** Given up without being done. */
  droppedAt: string | null
  version: number
}

export type NewTask = Omit<Task, 'doneAt' | 'doneBy' | 'result' | 'droppedAt' | 'version'>

export async function insertTask(trx: Knex.Transaction, task: NewTask): Promise<void> {
  await trx('tasks').insert({
    id: task.id,
    matter_id: task.matterId,
    campaign_id: task.campaignId,
    duty_item_id: task.dutyItemId,
    region: task.region,
    title: task.title,
    kind: task.kind,
    owner_id: task.ownerId,
    due_day: task.dueDay,
    added_by: task.addedBy,
    added_at: task.addedAt,
  })
}

export async function taskById(db: Knex, id: string): Promise<Task | undefined> {
  const row = await db('tasks').where({ id }).first()
  return row && asTask(row)
}

/** What stands under one thing, those to be done first, by their last day. */
export async function tasksUnder(
  db: Knex,
  under: { matterId: string } | { campaignId: string } | { dutyItemId: string },
): Promise<Task[]> {
  const [column, id] =
    'matterId' in under
      ? ['matter_id', under.matterId]
      : 'campaignId' in under
        ? ['campaign_id', under.campaignId]
        : ['duty_item_id', under.dutyItemId]
  const rows = (await db('tasks').where(column, id).orderBy(['due_day', 'id'])).map(asTask)
  return [...rows.filter(isOpenTask), ...rows.filter((task) => !isOpenTask(task))]
}

export function isOpenTask({ doneAt, droppedAt }: Pick<Task, 'doneAt' | 'droppedAt'>): boolean {
  return doneAt === null && droppedAt === null
}

export type TaskChange = Partial<Pick<Task, 'ownerId' | 'dueDay' | 'doneAt' | 'doneBy' | 'result' | 'droppedAt'>>

/** @returns false when somebody else changed it since `version`. */
export async function changeTask(
  trx: Knex.Transaction,
  id: string,
  version: number,
  change: TaskChange,
): Promise<boolean> {
  const columns = {
    owner_id: change.ownerId,
    due_day: change.dueDay,
    done_at: change.doneAt,
    done_by: change.doneBy,
    result: change.result,
    dropped_at: change.droppedAt,
  }
  const given = Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined))
  return (
    (await trx('tasks')
      .where({ id, version })
      .update({ ...given, version: version + 1 })) === 1
  )
}

export function asTask(row: Record<string, any>): Task {
  return {
    id: row.id,
    matterId: row.matter_id,
    campaignId: row.campaign_id,
    dutyItemId: row.duty_item_id,
    region: row.region,
    title: row.title,
    kind: row.kind,
    ownerId: row.owner_id,
    dueDay: row.due_day,
    addedBy: row.added_by,
    addedAt: row.added_at,
    doneAt: row.done_at,
    doneBy: row.done_by,
    result: row.result,
    droppedAt: row.dropped_at,
    version: row.version,
  }
}
