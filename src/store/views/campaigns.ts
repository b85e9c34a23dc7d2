import type { Knex } from 'knex'
import { covers, may, type Viewer } from '../../core/access/viewer.ts'
import { problem } from '../../core/problem.ts'
import { asCampaign, type Campaign, campaignById } from '../campaigns.ts'
import { eventsOf, type StoredEvent } from '../events.ts'
import { officerNames, officersAround } from '../officers.ts'
import { type Task, tasksUnder } from '../tasks.ts'
import { visible } from '../visibility.ts'
import { progressOf, type TaskProgress } from './task-progress.ts'

export type { Campaign } from '../campaigns.ts'

export interface CampaignRow extends Campaign {
  ownerName: string
  progress: TaskProgress
}

/** Campaigns of the viewer's region, running ones first, then the newest. */
export async function campaignsList(db: Knex, viewer: Viewer, today: string): Promise<CampaignRow[]> {
  const rows: Record<string, any>[] = await visible(db('campaigns'), viewer, 'campaign.read', 'campaigns.region')
    .join('officers', 'officers.id', 'campaigns.owner_id')
    .orderBy([
      { column: 'campaigns.state', order: 'desc' },
      { column: 'campaigns.to_day', order: 'desc' },
    ])
    .limit(200)
    .select('campaigns.*', 'officers.name as owner_name')
  const progress = await progressOf(
    db,
    'campaign_id',
    rows.map(({ id }) => id),
    today,
  )
  return rows.map((row) => ({ ...asCampaign(row), ownerName: row.owner_name, progress: progress(row.id) }))
}

/** What stands under one campaign or item, with everybody who appears and may be named. */
export interface WithTasks {
  tasks: Task[]
  names: Map<string, string>
  owners: { id: string; name: string }[]
  history: (StoredEvent & { actorName: string | null })[]
}

/** @throws problem not_found when there is none or the viewer may not see it */
export async function campaignPage(db: Knex, viewer: Viewer, id: string): Promise<WithTasks & { campaign: Campaign }> {
  if (!may(viewer, 'campaign.read')) throw problem('auth.forbidden', { permission: 'campaign.read' })
  const campaign = await campaignById(db, id)
  if (!campaign || !covers(viewer.region, campaign.region)) throw problem('not_found', { campaignId: id })
  const rest = await withTasks(db, campaign.region, [campaign.ownerId], {
    tasks: await tasksUnder(db, { campaignId: id }),
    events: await eventsOf(db, 'campaign', id),
  })
  return { campaign, ...rest }
}

export async function withTasks(
  db: Knex,
  region: string,
  people: string[],
  { tasks, events }: { tasks: Task[]; events: StoredEvent[] },
): Promise<WithTasks> {
  const ids = [
    ...people,
    ...tasks.flatMap(({ ownerId, doneBy }) => [ownerId, doneBy ?? '']),
    ...events.map(({ actor }) => actor),
  ]
  const names = await officerNames(db, [...new Set(ids)])
  return {
    tasks,
    names,
    owners: await officersAround(db, region),
    history: events.map((event) => ({ ...event, actorName: names.get(event.actor) ?? null })),
  }
}
