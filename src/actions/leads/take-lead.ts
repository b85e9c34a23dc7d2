import type { Viewer } from '../../core/access/viewer.ts'
import type { Parts } from '../parts.ts'
import { actOnLead, mustBeOpen } from './act-on-lead.ts'

/** Take a lead onto one's own desk. @throws problem lead.closed, form.stale when a colleague was faster. */
export function takeLead(
  parts: Pick<Parts, 'db' | 'now'>,
  viewer: Viewer,
  target: { leadId: string; version: number },
): Promise<void> {
  return actOnLead(parts, viewer, 'lead.take', target, (lead) => {
    mustBeOpen(lead)
    const taken = { ownerId: viewer.officerId, state: 'proposed' } as const
    return { verb: 'lead.taken', change: taken, before: { ownerId: lead.ownerId, state: lead.state }, after: taken }
  })
}
