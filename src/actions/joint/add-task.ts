import type { Knex } from 'knex'
import { covers, may, type Viewer } from '../../core/access/viewer.ts'
import { isDay } from '../../core/clock/shanghai.ts'
import { problem } from '../../core/problem.ts'
import { campaignById } from '../../store/campaigns.ts'
import { dutyItemById } from '../../store/duty-items.ts'
import { appendEvent, type Event } from '../../store/events.ts'
import { newId } from '../../store/id.ts'
import { officersAround } from '../../store/officers.ts'
import { insertTask, type NewTask } from '../../store/tasks.ts'
import { isVisible } from '../../store/visibility.ts'
import { matterForAction } from '../matters/act-on-matter.ts'
import { mustSayWhy } from '../must-say-why.ts'
import type { Parts } from '../parts.ts'

/** What a task stands under. */
export type TaskUnder = { matterId: string } | { campaignId: string } | { dutyItemId: string }

/** A task as somebody adds it. `version`: of what it stands under, as she saw it. */
export type TaskOrder = TaskUnder & { version: number; title: string; ownerId: string; dueDay: string }

/**
 * A task with an owner and a last day, under a matter, a campaign or an item of the yearly list.
 * @throws problem auth.forbidden, not_found, form.stale, joint.not_open, form.invalid (reason for the title, owner, due_day)
 */
export async function addTask(parts: Pick<Parts, 'db' | 'now'>, viewer: Viewer, order: TaskOrder): Promise<string> {
  if (!may(viewer, 'task.keep')) throw problem('auth.forbidden', { permission: 'task.keep' })
  const title = mustSayWhy(order.title)
  if (!isDay(order.dueDay)) throw problem('form.invalid', { field: 'due_day' })
  const now = parts.now().toISOString()
  return parts.db.transaction(async (trx) => {
    const place = await placeOf(trx, viewer, order)
    if (place.version !== order.version) throw problem('form.stale', { taskUnder: place.subjectId })
    if (!place.isOpen) throw problem('joint.not_open', { taskUnder: place.subjectId })
    await mustBeAround(trx, order.ownerId, place)
    const task: NewTask = {
      id: newId(),
      matterId: null,
      campaignId: null,
      dutyItemId: null,
      ...place.under,
      region: place.region,
      title,
      kind: null,
      ownerId: order.ownerId,
      dueDay: order.dueDay,
      addedBy: viewer.officerId,
      addedAt: now,
    }
    await insertTask(trx, task)
    await appendEvent(trx, {
      at: now,
      actor: viewer.officerId,
      verb: 'task.added',
      subjectType: place.subjectType,
      subjectId: place.subjectId,
      reason: title,
      after: { taskId: task.id, ownerId: task.ownerId, due: task.dueDay },
    })
    return task.id
  })
}

/** Whoever is to do something must be there, see the region and not be recused. @throws problem form.invalid */
export async function mustBeAround(
  trx: Knex.Transaction,
  ownerId: string,
  { region, recused = [] }: { region: string; recused?: readonly string[] },
): Promise<void> {
  const around = await officersAround(trx, region)
  if (recused.includes(ownerId) || !around.some(({ id }) => id === ownerId))
    throw problem('form.invalid', { field: 'owner' })
}

/** Where a task stands: its region, its history, whether anything may still be added. */
export interface TaskPlace {
  under: Partial<Pick<NewTask, 'matterId' | 'campaignId' | 'dutyItemId'>>
  subjectType: Event['subjectType']
  subjectId: string
  region: string
  version: number
  /** Officers who keep out of it. */
  recused: readonly string[]
  isOpen: boolean
}

/** @throws problem not_found when it is not there or out of sight, matter.move_closed for who was recused */
export async function placeOf(trx: Knex.Transaction, viewer: Viewer, under: TaskUnder): Promise<TaskPlace> {
  if ('matterId' in under) {
    const { id, region, version, matter } = await matterForAction(trx, viewer, under.matterId)
    const { recused } = matter
    return { under: { matterId: id }, subjectType: 'matter', subjectId: id, region, version, recused, isOpen: true }
  }
  const place =
    'campaignId' in under ? await campaignPlace(trx, under.campaignId) : await itemPlace(trx, under.dutyItemId)
  if (!place || !isVisible(viewer, 'campaign.read', place.region) || !covers(viewer.region, place.region))
    throw problem('not_found', { ...under })
  return place
}

async function campaignPlace(trx: Knex.Transaction, id: string): Promise<TaskPlace | undefined> {
  const campaign = await campaignById(trx, id)
  if (!campaign) return undefined
  const { region, version, state } = campaign
  return {
    under: { campaignId: id },
    subjectType: 'campaign',
    subjectId: id,
    region,
    version,
    recused: [],
    isOpen: state === 'open',
  }
}

async function itemPlace(trx: Knex.Transaction, id: string): Promise<TaskPlace | undefined> {
  const item = await dutyItemById(trx, id)
  if (!item) return undefined
  const { region, version, state } = item
  return {
    under: { dutyItemId: id },
    subjectType: 'duty_item',
    subjectId: id,
    region,
    version,
    recused: [],
    isOpen: state === 'open',
  }
}
