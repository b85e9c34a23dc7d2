import type { Knex } from 'knex'
import type { Viewer } from '../../core/access/viewer.ts'
import { addDays } from '../../core/clock/day.ts'
import { shanghaiDay } from '../../core/clock/shanghai.ts'
import { urgencyOf, WEEK_DAYS } from '../../core/clock/urgency.ts'
import { mattersCaredFor } from '../carers.ts'
import { awaitedOpinions, type JointKind, tasksToDo } from '../joint-reminders.ts'
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

/** What of it presses in the viewer's region, the earliest last day first; of one officer: what she asked, what is hers to do, and what stands under the matters she takes care of. */
export async function jointDue(
  db: Knex,
  viewer: Viewer,
  { officerId, now, limit }: { officerId?: string; now: Date; limit: number },
): Promise<JointDue[]> {
  const until = addDays(shanghaiDay(now), WEEK_DAYS)
  const last = 'coalesce(opinions.told_later, opinions.due)'
  const opinions = visible(awaitedOpinions(db), viewer, 'clock.read', 'matters.region')
    .join('matters', 'matters.id', 'opinions.matter_id')
    .join('officers', 'officers.id', 'opinions.asked_by')
    .whereRaw(`${last} <= ?`, [until])
    .orderByRaw(last)
    .limit(limit)
    .select('opinions.id', 'opinions.department', 'opinions.matter_id', 'matters.number', 'officers.name')
    .select(db.raw(`${last} as due`))
  const tasks = visible(tasksToDo(db), viewer, 'clock.read', 'tasks.region')
    .join('officers', 'officers.id', 'tasks.owner_id')
    .leftJoin('matters', 'matters.id', 'tasks.matter_id')
    .leftJoin('campaigns', 'campaigns.id', 'tasks.campaign_id')
    .leftJoin('duty_items', 'duty_items.id', 'tasks.duty_item_id')
    .where('tasks.due_day', '<=', until)
    .orderBy(['tasks.due_day', 'tasks.id'])
    .limit(limit)
    .select('tasks.*', 'matters.number', 'officers.name', 'campaigns.name as campaign', 'duty_items.title as item')
  if (officerId !== undefined) {
    const caredFor = () => mattersCaredFor(db, officerId)
    opinions.where((hers) => hers.where('opinions.asked_by', officerId).orWhereIn('matters.id', caredFor()))
    tasks.where((hers) => hers.where('tasks.owner_id', officerId).orWhereIn('tasks.matter_id', caredFor()))
  }
  const [owed, toDo]: Record<string, any>[][] = [await opinions, await tasks]
  return [...owed!.map(asOpinion), ...toDo!.map(asTask)].sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0))
}

/** How many of these stand how on a day. */
export function jointCounts(due: readonly JointDue[], now: Date): { overdue: number; today: number; week: number } {
  const of = (urgency: string) => due.filter((each) => urgencyOf(each.due, now) === urgency).length
  return { overdue: of('overdue'), today: of('today'), week: of('week') }
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
