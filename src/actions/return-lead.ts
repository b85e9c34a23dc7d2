import type { Viewer } from '../core/access/viewer.ts'
import { isOpenLead } from '../core/case/ruling.ts'
import { problem } from '../core/problem.ts'
import { moveDocumentsOfLead } from '../store/documents.ts'
import { appendEvent } from '../store/events.ts'
import { changeLead } from '../store/leads.ts'
import { leadForAction } from './lead-for-action.ts'
import type { Parts } from './parts.ts'

/**
 * Send a dispatched lead back to the region it came from; it stands there as `returned`. Never sideways to a third region.
 * @throws problem lead.not_dispatched when nobody sent it here.
 */
export async function returnLead(
  parts: Pick<Parts, 'db' | 'now'>,
  viewer: Viewer,
  order: { leadId: string; version: number; reason: string },
): Promise<void> {
  const now = parts.now().toISOString()
  const reason = order.reason.trim()
  await parts.db.transaction(async (trx) => {
    const lead = await leadForAction(trx, viewer, 'lead.return', order)
    if (!isOpenLead(lead.state)) throw problem('lead.closed', { leadId: lead.id })
    if (!lead.dispatchedFrom) throw problem('lead.not_dispatched', { leadId: lead.id })
    if (reason === '') throw problem('form.invalid', { field: 'reason' })
    const change = { region: lead.dispatchedFrom, ownerId: null, state: 'returned', dispatchedFrom: null } as const
    if (!(await changeLead(trx, lead.id, lead.version, change, now))) throw problem('form.stale', { leadId: lead.id })
    await moveDocumentsOfLead(trx, lead.id, lead.dispatchedFrom)
    await appendEvent(trx, {
      at: now,
      actor: viewer.officerId,
      verb: 'lead.returned',
      subjectType: 'lead',
      subjectId: lead.id,
      reason,
      before: { region: lead.region, ownerId: lead.ownerId, state: lead.state },
      after: { region: lead.dispatchedFrom, ownerId: null, state: 'returned' },
    })
  })
}
