import type { Viewer } from '../../core/access/viewer.ts'
import { problem } from '../../core/problem.ts'
import { appendEvent } from '../../store/events.ts'
import { bandRank, changeLead, documentsOfLead, labelsOfLead } from '../../store/leads.ts'
import type { MatterFile } from '../../store/matters.ts'
import { actInside } from '../matters/act-on-matter.ts'
import { openMatterIn } from '../matters/open-matter.ts'
import { mustSayWhy } from '../must-say-why.ts'
import type { Parts } from '../parts.ts'
import { mustBeOpen } from './act-on-lead.ts'
import { leadForAction } from './lead-for-action.ts'

/**
 * An officer confirms a machine's lead: it becomes a matter under check, and the period of the check begins (程序规定第十八条).
 * Only this makes a case of a lead; no program does.
 * @throws problem auth.forbidden, not_found, form.stale, lead.closed
 */
export async function openCase(
  parts: Pick<Parts, 'db' | 'now' | 'procedure'>,
  viewer: Viewer,
  order: { leadId: string; version: number; reason: string },
): Promise<MatterFile> {
  const now = parts.now().toISOString()
  return parts.db.transaction(async (trx) => {
    const lead = await leadForAction(trx, viewer, 'case.open', order)
    mustBeOpen(lead)
    const reason = mustSayWhy(order.reason)
    const ownerId = lead.ownerId ?? viewer.officerId
    if (!(await changeLead(trx, lead.id, lead.version, { state: 'opened', ownerId }, now))) {
      throw problem('form.stale', { leadId: lead.id })
    }
    const [worst] = (await labelsOfLead(trx, lead.id)).sort((a, b) => bandRank(a.band) - bandRank(b.band))
    const proposed = await openMatterIn(trx, parts, viewer.officerId, {
      opening: 'machine_lead',
      region: lead.region,
      title: lead.title,
      leadId: lead.id,
      source: 'lead',
      category: worst?.category ?? null,
      receivedAt: lead.proposedAt,
      reason: lead.number,
      documentIds: await documentsOfLead(trx, lead.id),
    })
    const act = {
      op: 'make',
      version: proposed.version,
      move: 'confirm_lead',
      reason,
      input: {},
      evidence: [],
    } as const
    const { file } = await actInside(trx, parts, viewer, { matterId: proposed.id, act }, now)
    await appendEvent(trx, {
      at: now,
      actor: viewer.officerId,
      verb: 'lead.opened',
      subjectType: 'lead',
      subjectId: lead.id,
      reason,
      before: { state: lead.state },
      after: { state: 'opened', caseId: file.id, number: file.number },
    })
    return file
  })
}
