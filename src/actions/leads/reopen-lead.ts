import type { Viewer } from '../../core/access/viewer.ts'
import { problem } from '../../core/problem.ts'
import { mustSayWhy } from '../must-say-why.ts'
import type { Parts } from '../parts.ts'
import { actOnLead } from './act-on-lead.ts'

/**
 * Take a dismissed lead up again: it stands as proposed, with whom it stood before. Why it was dismissed stays in its history.
 * @throws problem lead.closed when it became a case, form.stale when it is open already, form.invalid without a reason.
 */
export function reopenLead(
  parts: Pick<Parts, 'db' | 'now'>,
  viewer: Viewer,
  order: { leadId: string; version: number; reason: string },
): Promise<void> {
  return actOnLead(parts, viewer, 'lead.reopen', order, (lead) => {
    if (lead.state === 'opened') throw problem('lead.closed', { leadId: lead.id })
    if (lead.state !== 'dismissed') throw problem('form.stale', { leadId: lead.id })
    return {
      verb: 'lead.reopened',
      change: { state: 'proposed', dismissReason: null },
      before: { state: lead.state, reason: lead.dismissReason },
      after: { state: 'proposed' },
      reason: mustSayWhy(order.reason),
    }
  })
}
