import { covers, may, type Viewer } from '../../core/access/viewer.ts'
import { isDay } from '../../core/clock/shanghai.ts'
import { problem } from '../../core/problem.ts'
import { noSuchRegion } from '../../core/regions/no-such-region.ts'
import { isRegion } from '../../core/regions/region.ts'
import { insertCampaign } from '../../store/campaigns.ts'
import { appendEvent } from '../../store/events.ts'
import { newId } from '../../store/id.ts'
import { mayAdd, mustSayWhy } from '../must-say-why.ts'
import type { Parts } from '../parts.ts'
import { mustBeAround } from './add-task.ts'

export interface CampaignOrder {
  name: string
  aim: string
  region: string
  /** `YYYY-MM-DD`, both days included. */
  fromDay: string
  toDay: string
  ownerId: string
}

/**
 * A campaign of the bureau (专项行动), under which tasks stand that belong to no matter.
 * @throws problem auth.forbidden, form.invalid (reason for the name, region, to_day, owner)
 */
export async function openCampaign(
  parts: Pick<Parts, 'db' | 'now'>,
  viewer: Viewer,
  order: CampaignOrder,
): Promise<string> {
  if (!may(viewer, 'campaign.keep')) throw problem('auth.forbidden', { permission: 'campaign.keep' })
  const [name, aim] = [mustSayWhy(order.name), mayAdd(order.aim)]
  if (!isRegion(order.region)) throw noSuchRegion('region', order.region)
  if (!covers(viewer.region, order.region))
    throw problem('form.invalid', { field: 'region', allowed: `within ${viewer.region}` })
  if (!isDay(order.fromDay) || !isDay(order.toDay) || order.toDay < order.fromDay)
    throw problem('form.invalid', { field: 'to_day' })
  const now = parts.now().toISOString()
  return parts.db.transaction(async (trx) => {
    await mustBeAround(trx, order.ownerId, order)
    const id = newId()
    const { region, fromDay, toDay, ownerId } = order
    const campaign = { id, name, aim, region, fromDay, toDay, ownerId, openedBy: viewer.officerId, openedAt: now }
    await insertCampaign(trx, campaign)
    await appendEvent(trx, {
      at: now,
      actor: viewer.officerId,
      verb: 'campaign.opened',
      subjectType: 'campaign',
      subjectId: id,
      reason: name,
      after: { ownerId, from: fromDay, to: toDay },
    })
    return id
  })
}
