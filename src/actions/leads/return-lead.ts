import type { Viewer } from '../../core/access/viewer.ts'
import { problem } from '../../core/problem.ts'
import { moveDocumentsOfLead } from '../../store/documents.ts'
import { mustSayWhy } from '../must-say-why.ts'
import type { Parts } from '../parts.ts'
import { actOnLead, mustBeOpen } from './act-on-lead.ts'

/**
 * Send a dispatched lead back to the region it came from; it stands there as `returned`. Never sideways to a third region.
 * @throws problem lead.not_dispatched when nobody sent it here.
 */
export function returnLead(
  parts: Pick<Parts, 'db' | 'now'>,
  viewer: Viewer,
  order: { leadId: string; version: number; reason: string },
): Promise<void> {
  return actOnLead(parts, viewer, 'lead.return', order, (lead) => {
    mustBeOpen(lead)
    const { dispatchedFrom } = lead
    if (!dispatchedFrom) throw problem('lead.not_dispatched', { leadId: lead.id })
    const after = { region: dispatchedFrom, ownerId: null, state: 'returned' } as const
    return {
      verb: 'lead.returned',
      change: { ...after, dispatchedFrom: null },
      before: { region: lead.region, ownerId: lead.ownerId, state: lead.state },
      after,
      reason: mustSayWhy(order.reason),
      along: (trx) => moveDocumentsOfLead(trx, lead.id, dispatchedFrom),
    }
  })
}
