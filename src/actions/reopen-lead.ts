import type { Viewer } from '../core/access/viewer.ts'
import { problem } from '../core/problem.ts'
import { appendEvent } from '../store/events.ts'
import { changeLead } from '../store/leads.ts'
import { leadForAction } from './lead-for-action.ts'
import type { Parts } from './parts.ts'

/**
 * Take a dismissed lead up again: it stands as proposed, with whom it stood before. Why it was dismissed stays in its history.
 * @throws problem lead.closed when it became a case, form.stale when it is open already, form.invalid without a reason.
 */
export async function reopenLead(
  parts: Pick<Parts, 'db' | 'now'>,
  viewer: Viewer,
  order: { leadId: string; version: number; reason: string },
): Promise<void> {
  const now = parts.now().toISOString()
  const reason = order.reason.trim()
  await parts.db.transaction(async (trx) => {
    const lead = await leadForAction(trx, viewer, 'lead.reopen', order)
    if (lead.state === 'opened') throw problem('lead.closed', { leadId: lead.id })
    if (lead.state !== 'dismissed') throw problem('form.stale', { leadId: lead.id })
    if (reason === '') throw problem('form.invalid', { field: 'reason' })
    const change = { state: 'proposed', dismissReason: null } as const
    if (!(await changeLead(trx, lead.id, lead.version, change, now))) throw problem('form.stale', { leadId: lead.id })
    await appendEvent(trx, {
      at: now,
      actor: viewer.officerId,
      verb: 'lead.reopened',
      subjectType: 'lead',
      subjectId: lead.id,
      reason,
      before: { state: lead.state, reason: lead.dismissReason },
      after: { state: 'proposed' },
    })
  })
}
