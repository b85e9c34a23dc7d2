import type { Knex } from 'knex'
import type { Viewer } from '../../core/access/viewer.ts'
import { addDays } from '../../core/clock/day.ts'
import { shanghaiDay } from '../../core/clock/shanghai.ts'
import { type Urgency, urgencyOf, WEEK_DAYS } from '../../core/clock/urgency.ts'
import { mattersCaredFor, mattersKeptFrom } from '../carers.ts'
import { awaitedOpinions, type JointKind, LAST_DAY_OF_OPINION, tasksToDo } from '../joint-reminders.ts'
import { visible } from '../visibility.ts'

/** An opinion that a department owes, or a task, which presses: overdue, due today, or due this week. */
export interface JointDue {
  kind: JointKind
  id: string
  /** Where it stands. */
  path: string
  /** Number of the matter, name of the campaign or of the item. */
  under: string
  /** For an opinion the id of the department, for a task what is to be done. */
  what: string
  due: string
  /** Whoever asked, or whose task it is. */
  officerName: string
}

/** Of everybody the viewer sees or, of one officer, what she asked, what is hers to do, and what stands under the matters she takes care of. */
export interface JointFilter {
  officerId?: string
  now: Date
}

/** What of it presses in the viewer's region, the earliest last day first. */
export async function jointDue(db: Knex, viewer: Viewer, filter: JointFilter & { limit: number }): Promise<JointDue[]> {
  const { limit } = filter
  const owed: Record<string, any>[] = await pressingOpinions(db, viewer, filter)
    .join('officers', 'officers.id', 'opinions.asked_by')
    .orderByRaw(`${LAST_DAY_OF_OPINION}, opinions.id`)
    .limit(limit)
    .select('opinions.id', 'opinions.department', 'opinions.matter_id', 'matters.number', 'officers.name')
    .select(db.raw(`${LAST_DAY_OF_OPINION} as due`))
  const toDo: Record<string, any>[] = await pressingTasks(db, viewer, filter)
    .join('officers', 'officers.id', 'tasks.owner_id')
    .leftJoin('matters', 'matters.id', 'tasks.matter_id')
    .leftJoin('campaigns', 'campaigns.id', 'tasks.campaign_id')
    .leftJoin('duty_items', 'duty_items.id', 'tasks.duty_item_id')
    .orderBy(['tasks.due_day', 'tasks.id'])
    .limit(limit)
    .select('tasks.*', 'matters.number', 'officers.name', 'campaigns.name as campaign', 'duty_items.title as item')
  const all = [...owed.map(asOpinion), ...toDo.map(asTask)]
  return all.sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0)).slice(0, limit)
}

/** How many of these stand how, however many are listed. */
export async function jointCounts(
  db: Knex,
  viewer: Viewer,
  filter: JointFilter,
): Promise<Record<Extract<Urgency, 'overdue' | 'today' | 'week'>, number>> {
  const byDay: Record<string, any>[] = [
    ...(await pressingOpinions(db, viewer, filter)
      .groupByRaw(LAST_DAY_OF_OPINION)
      .select(db.raw(`${LAST_DAY_OF_OPINION} as due`))
      .count({ n: '*' })),
    ...(await pressingTasks(db, viewer, filter)
      .groupBy('tasks.due_day')
      .select('tasks.due_day as due')
      .count({ n: '*' })),
  ]
  const of = (urgency: Urgency) =>
    byDay.filter(({ due }) => urgencyOf(due, filter.now) === urgency).reduce((sum, { n }) => sum + Number(n), 0)
  return { overdue: of('overdue'), today: of('today'), week: of('week') }
}

function pressingOpinions(db: Knex, viewer: Viewer, { officerId, now }: JointFilter) {
  const query = visible(awaitedOpinions(db), viewer, 'clock.read', 'matters.region')
    .join('matters', 'matters.id', 'opinions.matter_id')
    .whereRaw(`${LAST_DAY_OF_OPINION} <= ?`, [lastDay(now)])
  if (officerId === undefined) return query
  return query
    .where((hers) => hers.where('opinions.asked_by', officerId).orWhereIn('matters.id', mattersCaredFor(db, officerId)))
    .whereNotIn('matters.id', mattersKeptFrom(db, officerId))
}

function pressingTasks(db: Knex, viewer: Viewer, { officerId, now }: JointFilter) {
  const query = visible(tasksToDo(db), viewer, 'clock.read', 'tasks.region').where('tasks.due_day', '<=', lastDay(now))
  if (officerId === undefined) return query
  return query
    .where((hers) =>
      hers.where('tasks.owner_id', officerId).orWhereIn('tasks.matter_id', mattersCaredFor(db, officerId)),
    )
    .where((open) => open.whereNull('tasks.matter_id').orWhereNotIn('tasks.matter_id', mattersKeptFrom(db, officerId)))
}

function lastDay(now: Date): string {
  return addDays(shanghaiDay(now), WEEK_DAYS)
}

function asOpinion({ id, department, matter_id, number, name, due }: Record<string, any>): JointDue {
  const path = `/matters/${matter_id}#opinions`
  return { kind: 'opinion', id, path, under: number, what: department, due, officerName: name }
}

function asTask({ id, title, due_day: due, name, ...row }: Record<string, any>): JointDue {
  const [path, under] = row.matter_id
    ? [`/matters/${row.matter_id}#tasks`, row.number]
    : row.campaign_id
      ? [`/campaigns/${row.campaign_id}`, row.campaign]
      : [`/duties/${row.duty_item_id}`, row.item]
  return { kind: 'task', id, path, under, what: title, due, officerName: name }
}
