import type { Knex } from 'knex'
import { may, type Permission, type Viewer } from '../../core/access/viewer.ts'
import { problem } from '../../core/problem.ts'
import { type Lead, leadById } from '../../store/leads.ts'
import { isVisible } from '../../store/visibility.ts'

/**
 * The lead an officer wants to act on, checked in the order that gives nothing away: role, sight, version.
 * @throws problem auth.forbidden, not_found or form.stale
 */
export async function leadForAction(
  trx: Knex.Transaction,
  viewer: Viewer,
  permission: Permission,
  target: { leadId: string; version: number },
): Promise<Lead> {
  if (!may(viewer, permission)) throw problem('auth.forbidden', { permission })
  const lead = await leadById(trx, target.leadId)
  if (!lead || !isVisible(viewer, 'lead.read', lead.region)) throw problem('not_found', { leadId: target.leadId })
  if (lead.version !== target.version) throw problem('form.stale', { leadId: lead.id })
  return lead
}
