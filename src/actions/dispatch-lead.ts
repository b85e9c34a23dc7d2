import { isRegion, type Viewer } from '../core/access/viewer.ts'
import { isOpenLead } from '../core/case/ruling.ts'
import { problem } from '../core/problem.ts'
import { moveDocumentsOfLead } from '../store/documents.ts'
import { appendEvent } from '../store/events.ts'
import { changeLead } from '../store/leads.ts'
import { leadForAction } from './lead-for-action.ts'
import type { Parts } from './parts.ts'

/**
 * Hand a lead to another handling region, with its papers. It arrives there unassigned and can be returned.
 * @throws problem form.invalid for a region that is none, the same region, or a missing reason.
 */
export async function dispatchLead(
  parts: Pick<Parts, 'db' | 'now'>,
  viewer: Viewer,
  order: { leadId: string; version: number; region: string; reason: string },
): Promise<void> {
  const now = parts.now().toISOString()
  const reason = order.reason.trim()
  await parts.db.transaction(async (trx) => {
    const lead = await leadForAction(trx, viewer, 'lead.dispatch', order)
    if (!isOpenLead(lead.state)) throw problem('lead.closed', { leadId: lead.id })
    if (!isRegion(order.region) || order.region === lead.region) throw problem('form.invalid', { field: 'region' })
    if (reason === '') throw problem('form.invalid', { field: 'reason' })
    const change = { region: order.region, ownerId: null, state: 'proposed', dispatchedFrom: lead.region } as const
    if (!(await changeLead(trx, lead.id, lead.version, change, now))) throw problem('form.stale', { leadId: lead.id })
    await moveDocumentsOfLead(trx, lead.id, order.region)
    await appendEvent(trx, {
      at: now,
      actor: viewer.officerId,
      verb: 'lead.dispatched',
      subjectType: 'lead',
      subjectId: lead.id,
      reason,
      before: { region: lead.region, ownerId: lead.ownerId, state: lead.state },
      after: { region: order.region, ownerId: null, state: 'proposed' },
    })
  })
}
