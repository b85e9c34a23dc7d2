import type { Viewer } from '../core/access/viewer.ts'
import { isOpenLead } from '../core/case/ruling.ts'
import { problem } from '../core/problem.ts'
import { appendEvent } from '../store/events.ts'
import { changeLead } from '../store/leads.ts'
import { leadForAction } from './lead-for-action.ts'
import type { Parts } from './parts.ts'

/** Take a lead onto one's own desk. @throws problem lead.closed, form.stale when a colleague was faster. */
export async function takeLead(
  parts: Pick<Parts, 'db' | 'now'>,
  viewer: Viewer,
  target: { leadId: string; version: number },
): Promise<void> {
  const now = parts.now().toISOString()
  await parts.db.transaction(async (trx) => {
    const lead = await leadForAction(trx, viewer, 'lead.take', target)
    if (!isOpenLead(lead.state)) throw problem('lead.closed', { leadId: lead.id })
    const changed = await changeLead(trx, lead.id, lead.version, { ownerId: viewer.officerId, state: 'proposed' }, now)
    if (!changed) throw problem('form.stale', { leadId: lead.id })
    await appendEvent(trx, {
      at: now,
      actor: viewer.officerId,
      verb: 'lead.taken',
      subjectType: 'lead',
      subjectId: lead.id,
      before: { ownerId: lead.ownerId, state: lead.state },
      after: { ownerId: viewer.officerId, state: 'proposed' },
    })
  })
}
