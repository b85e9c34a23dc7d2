import { covers, may, type Viewer } from '../../core/access/viewer.ts'
import { problem } from '../../core/problem.ts'
import { campaignById, closeCampaignRow } from '../../store/campaigns.ts'
import { appendEvent } from '../../store/events.ts'
import { isOpenTask, tasksUnder } from '../../store/tasks.ts'
import { mustSayWhy } from '../must-say-why.ts'
import type { Parts } from '../parts.ts'

/**
 * Ends a campaign with what came of it; every task must be done or given up before.
 * @throws problem auth.forbidden, not_found, form.stale, joint.not_open, joint.tasks_open, form.invalid (reason for the summary)
 */
export async function closeCampaign(
  parts: Pick<Parts, 'db' | 'now'>,
  viewer: Viewer,
  order: { campaignId: string; version: number; summary: string },
): Promise<void> {
  if (!may(viewer, 'campaign.keep')) throw problem('auth.forbidden', { permission: 'campaign.keep' })
  const summary = mustSayWhy(order.summary)
  const now = parts.now().toISOString()
  await parts.db.transaction(async (trx) => {
    const { campaignId } = order
    const campaign = await campaignById(trx, campaignId)
    if (!campaign || !covers(viewer.region, campaign.region)) throw problem('not_found', { campaignId })
    if (campaign.version !== order.version) throw problem('form.stale', { campaignId })
    if (campaign.state !== 'open') throw problem('joint.not_open', { campaignId })
    const open = (await tasksUnder(trx, { campaignId })).filter(isOpenTask)
    if (open.length > 0) throw problem('joint.tasks_open', { campaignId, count: open.length })
    if (!(await closeCampaignRow(trx, campaignId, order.version, { summary, at: now })))
      throw problem('form.stale', { campaignId })
    await appendEvent(trx, {
      at: now,
      actor: viewer.officerId,
      verb: 'campaign.closed',
      subjectType: 'campaign',
      subjectId: campaignId,
      reason: summary,
    })
  })
}
