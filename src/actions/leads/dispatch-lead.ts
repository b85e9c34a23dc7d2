import type { Viewer } from '../../core/access/viewer.ts'
import { problem } from '../../core/problem.ts'
import { noSuchRegion } from '../../core/regions/no-such-region.ts'
import { isRegion } from '../../core/regions/region.ts'
import { moveDocumentsOfLead } from '../../store/documents.ts'
import { mustSayWhy } from '../must-say-why.ts'
import type { Parts } from '../parts.ts'
import { actOnLead, mustBeOpen } from './act-on-lead.ts'

/**
 * Hand a lead to another handling region, with its papers. It arrives there unassigned and can be returned.
 * @throws problem form.invalid for a region that is none, the same region, or a missing reason.
 */
export function dispatchLead(
  parts: Pick<Parts, 'db' | 'now'>,
  viewer: Viewer,
  order: { leadId: string; version: number; region: string; reason: string },
): Promise<void> {
  return actOnLead(parts, viewer, 'lead.dispatch', order, (lead) => {
    mustBeOpen(lead)
    if (!isRegion(order.region)) throw noSuchRegion('region', order.region)
    if (order.region === lead.region) throw problem('form.invalid', { field: 'region', allowed: 'another region' })
    const after = { region: order.region, ownerId: null, state: 'proposed' } as const
    return {
      verb: 'lead.dispatched',
      change: { ...after, dispatchedFrom: lead.region },
      before: { region: lead.region, ownerId: lead.ownerId, state: lead.state },
      after,
      reason: mustSayWhy(order.reason),
      along: (trx) => moveDocumentsOfLead(trx, lead.id, order.region),
    }
  })
}
