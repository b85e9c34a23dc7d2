import type { Knex } from 'knex'
import type { Permission, Viewer } from '../../core/access/viewer.ts'
import { isOpenLead } from '../../core/case/ruling.ts'
import { problem } from '../../core/problem.ts'
import { appendEvent } from '../../store/events.ts'
import { changeLead, type Lead, type LeadChange } from '../../store/leads.ts'
import type { Parts } from '../parts.ts'
import { leadForAction } from './lead-for-action.ts'

/** What an officer's deed does to a lead, and what is written down of it. */
export interface LeadDeed {
  /** Past tense: `lead.taken`. */
  verb: string
  change: LeadChange
  before: Record<string, unknown>
  after: Record<string, unknown>
  reason?: string
  /** What goes with it, in the same transaction. */
  along?(trx: Knex.Transaction): Promise<void>
}

/**
 * One deed on one lead in one transaction: rights, sight and version first, then the deed judged on the lead as it stands, then its event.
 * @throws problem auth.forbidden, not_found, form.stale, and whatever `judge` refuses with
 */
export async function actOnLead(
  parts: Pick<Parts, 'db' | 'now'>,
  viewer: Viewer,
  permission: Permission,
  target: { leadId: string; version: number },
  judge: (lead: Lead) => LeadDeed,
): Promise<void> {
  const now = parts.now().toISOString()
  await parts.db.transaction(async (trx) => {
    const lead = await leadForAction(trx, viewer, permission, target)
    const { verb, change, before, after, reason, along } = judge(lead)
    if (!(await changeLead(trx, lead.id, lead.version, change, now))) throw problem('form.stale', { leadId: lead.id })
    await along?.(trx)
    await appendEvent(trx, {
      at: now,
      actor: viewer.officerId,
      verb,
      subjectType: 'lead',
      subjectId: lead.id,
      before,
      after,
      ...(reason === undefined ? {} : { reason }),
    })
  })
}

/** @throws problem lead.closed when it is opened or set aside */
export function mustBeOpen(lead: Lead): void {
  if (!isOpenLead(lead.state)) throw problem('lead.closed', { leadId: lead.id })
}
