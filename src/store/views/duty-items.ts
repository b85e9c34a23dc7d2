import type { Knex } from 'knex'
import { covers, may, type Viewer } from '../../core/access/viewer.ts'
import { problem } from '../../core/problem.ts'
import { asDutyItem, type DutyItem, dutyItemById } from '../duty-items.ts'
import { eventsOf } from '../events.ts'
import { tasksUnder } from '../tasks.ts'
import { visible } from '../visibility.ts'
import { type WithTasks, withTasks } from './campaigns.ts'
import { progressOf, type TaskProgress } from './task-progress.ts'

export type { DutyItem } from '../duty-items.ts'

export interface DutyItemRow extends DutyItem {
  ownerName: string
  progress: TaskProgress
}

/** The list of one year as far as the viewer's region goes, in its order. */
export async function dutyList(db: Knex, viewer: Viewer, year: number, today: string): Promise<DutyItemRow[]> {
  const rows: Record<string, any>[] = await visible(db('duty_items'), viewer, 'campaign.read', 'duty_items.region')
    .join('officers', 'officers.id', 'duty_items.owner_id')
    .where('duty_items.year', year)
    .orderBy(['duty_items.region', 'duty_items.number'])
    .limit(500)
    .select('duty_items.*', 'officers.name as owner_name')
  const progress = await progressOf(
    db,
    'duty_item_id',
    rows.map(({ id }) => id),
    today,
  )
  return rows.map((row) => ({ ...asDutyItem(row), ownerName: row.owner_name, progress: progress(row.id) }))
}

/** Years of which there is a list, newest first. */
export async function dutyYears(db: Knex, viewer: Viewer): Promise<number[]> {
  const rows: { year: number }[] = await visible(db('duty_items'), viewer, 'campaign.read', 'region')
    .distinct('year')
    .orderBy('year', 'desc')
  return rows.map(({ year }) => Number(year))
}

/** @throws problem not_found when there is none or the viewer may not see it */
export async function dutyItemPage(db: Knex, viewer: Viewer, id: string): Promise<WithTasks & { item: DutyItem }> {
  if (!may(viewer, 'campaign.read')) throw problem('auth.forbidden', { permission: 'campaign.read' })
  const item = await dutyItemById(db, id)
  if (!item || !covers(viewer.region, item.region)) throw problem('not_found', { dutyItemId: id })
  const rest = await withTasks(db, item.region, [item.ownerId], {
    tasks: await tasksUnder(db, { dutyItemId: id }),
    events: await eventsOf(db, 'duty_item', id),
  })
  return { item, ...rest }
}
