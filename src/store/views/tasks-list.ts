import type { Knex } from 'knex'
import type { Viewer } from '../../core/access/viewer.ts'
import { asTask, type Task } from '../tasks.ts'
import { visible } from '../visibility.ts'

/** A task with what it stands under. */
export interface TaskRow extends Task {
  ownerName: string
  under: { path: string; name: string }
}

export interface TasksFilter {
  isDone: boolean
  /** Only hers. */
  ownerId?: string
  limit: number
}

/** Tasks of the viewer's region: those to be done by their last day, those done newest first; dropped ones are left out. */
export async function tasksList(db: Knex, viewer: Viewer, filter: TasksFilter): Promise<TaskRow[]> {
  const query = visible(db('tasks'), viewer, 'campaign.read', 'tasks.region')
    .join('officers', 'officers.id', 'tasks.owner_id')
    .leftJoin('matters', 'matters.id', 'tasks.matter_id')
    .leftJoin('campaigns', 'campaigns.id', 'tasks.campaign_id')
    .leftJoin('duty_items', 'duty_items.id', 'tasks.duty_item_id')
    .whereNull('tasks.dropped_at')
    .limit(filter.limit)
    .select(
      'tasks.*',
      'officers.name as owner_name',
      'matters.number as matter_number',
      'campaigns.name as campaign_name',
      'duty_items.title as item_title',
    )
  if (filter.ownerId) query.where('tasks.owner_id', filter.ownerId)
  if (filter.isDone) query.whereNotNull('tasks.done_at').orderBy('tasks.done_at', 'desc')
  else query.whereNull('tasks.done_at').orderBy(['tasks.due_day', 'tasks.id'])
  const rows: Record<string, any>[] = await query
  return rows.map((row) => ({ ...asTask(row), ownerName: row.owner_name, under: underOf(row) }))
}

function underOf(row: Record<string, any>): TaskRow['under'] {
  if (row.matter_id) return { path: `/matters/${row.matter_id}#tasks`, name: row.matter_number }
  if (row.campaign_id) return { path: `/campaigns/${row.campaign_id}`, name: row.campaign_name }
  return { path: `/duties/${row.duty_item_id}`, name: row.item_title }
}
