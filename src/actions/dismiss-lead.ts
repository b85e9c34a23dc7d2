import type { Viewer } from '../core/access/viewer.ts'
import { type DismissReason, isOpenLead } from '../core/case/ruling.ts'
import { problem } from '../core/problem.ts'
import { appendEvent } from '../store/events.ts'
import { changeLead } from '../store/leads.ts'
import { leadForAction } from './lead-for-action.ts'
import type { Parts } from './parts.ts'

/** Set a lead aside for a typed reason, with a note where the officer has more to say. */
export async function dismissLead(
  parts: Pick<Parts, 'db' | 'now'>,
  viewer: Viewer,
  order: { leadId: string; version: number; reason: DismissReason; note: string },
): Promise<void> {
  const now = parts.now().toISOString()
  await parts.db.transaction(async (trx) => {
    const lead = await leadForAction(trx, viewer, 'lead.dismiss', order)
    if (!isOpenLead(lead.state)) throw problem('lead.closed', { leadId: lead.id })
    const change = {
      state: 'dismissed',
      dismissReason: order.reason,
      ownerId: lead.ownerId ?? viewer.officerId,
    } as const
    if (!(await changeLead(trx, lead.id, lead.version, change, now))) throw problem('form.stale', { leadId: lead.id })
    await appendEvent(trx, {
      at: now,
      actor: viewer.officerId,
      verb: 'lead.dismissed',
      subjectType: 'lead',
      subjectId: lead.id,
      reason: order.note.trim(),
      before: { state: lead.state },
      after: { state: 'dismissed', reason: order.reason },
    })
  })
}
