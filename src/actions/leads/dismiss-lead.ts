import type { Viewer } from '../../core/access/viewer.ts'
import type { DismissReason } from '../../core/case/ruling.ts'
import { mayAdd } from '../must-say-why.ts'
import type { Parts } from '../parts.ts'
import { actOnLead, mustBeOpen } from './act-on-lead.ts'

/** Set a lead aside for a typed reason, with a note where the officer has more to say. */
export function dismissLead(
  parts: Pick<Parts, 'db' | 'now'>,
  viewer: Viewer,
  order: { leadId: string; version: number; reason: DismissReason; note: string },
): Promise<void> {
  return actOnLead(parts, viewer, 'lead.dismiss', order, (lead) => {
    mustBeOpen(lead)
    return {
      verb: 'lead.dismissed',
      change: { state: 'dismissed', dismissReason: order.reason, ownerId: lead.ownerId ?? viewer.officerId },
      before: { state: lead.state },
      after: { state: 'dismissed', reason: order.reason },
      reason: mayAdd(order.note),
    }
  })
}
