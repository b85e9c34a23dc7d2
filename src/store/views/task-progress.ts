import type { Knex } from 'knex'

/** How far the tasks under one thing are; dropped ones do not count. */
export interface TaskProgress {
  done: number
  all: number
  /** To be done, and their last day is over. */
  overdue: number
}

/** @param today a Shanghai day */
export async function progressOf(
  db: Knex,
  column: 'campaign_id' | 'duty_item_id',
  ids: readonly string[],
  today: string,
): Promise<(id: string) => TaskProgress> {
  const rows: Record<string, any>[] = await db('tasks')
    .whereIn(column, ids)
    .whereNull('dropped_at')
    .select(column, 'done_at', 'due_day')
  const found = new Map<string, TaskProgress>()
  for (const row of rows) {
    const progress = found.get(row[column]) ?? { done: 0, all: 0, overdue: 0 }
    progress.all++
    if (row.done_at) progress.done++
    else if (row.due_day < today) progress.overdue++
    found.set(row[column], progress)
  }
  return (id) => found.get(id) ?? { done: 0, all: 0, overdue: 0 }
}
