import type { Viewer } from '../../core/access/viewer.ts'
import { problem } from '../../core/problem.ts'
import type { Parts } from '../parts.ts'
import { actOnLead, mustBeOpen } from './act-on-lead.ts'

/** Put a lead back among the unassigned. One's own, or anybody's for those who dispatch. */
export function releaseLead(
  parts: Pick<Parts, 'db' | 'now'>,
  viewer: Viewer,
  target: { leadId: string; version: number },
): Promise<void> {
  return actOnLead(parts, viewer, 'lead.take', target, (lead) => {
    mustBeOpen(lead)
    const isMine = lead.ownerId === viewer.officerId
    if (!isMine && viewer.role !== 'head' && viewer.role !== 'reviewer') {
      throw problem('auth.forbidden', { permission: 'lead.take' })
    }
    const released = { ownerId: null }
    return { verb: 'lead.released', change: released, before: { ownerId: lead.ownerId }, after: released }
  })
}
