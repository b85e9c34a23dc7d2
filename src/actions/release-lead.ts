import type { Viewer } from '../core/access/viewer.ts'
import { isOpenLead } from '../core/case/ruling.ts'
import { problem } from '../core/problem.ts'
import { appendEvent } from '../store/events.ts'
import { changeLead } from '../store/leads.ts'
import { leadForAction } from './lead-for-action.ts'
import type { Parts } from './parts.ts'

/** Put a lead back among the unassigned. One's own, or anybody's for those who dispatch. */
export async function releaseLead(
  parts: Pick<Parts, 'db' | 'now'>,
  viewer: Viewer,
  target: { leadId: string; version: number },
): Promise<void> {
  const now = parts.now().toISOString()
  await parts.db.transaction(async (trx) => {
    const lead = await leadForAction(trx, viewer, 'lead.take', target)
    if (!isOpenLead(lead.state)) throw problem('lead.closed', { leadId: lead.id })
    const isMine = lead.ownerId === viewer.officerId
    if (!isMine && viewer.role !== 'head' && viewer.role !== 'reviewer')
      throw problem('auth.forbidden', { permission: 'lead.take' })
    if (!(await changeLead(trx, lead.id, lead.version, { ownerId: null }, now)))
      throw problem('form.stale', { leadId: lead.id })
    await appendEvent(trx, {
      at: now,
      actor: viewer.officerId,
      verb: 'lead.released',
      subjectType: 'lead',
      subjectId: lead.id,
      before: { ownerId: lead.ownerId },
      after: { ownerId: null },
    })
  })
}
