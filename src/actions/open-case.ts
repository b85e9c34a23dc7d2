import type { Viewer } from '../core/access/viewer.ts'
import { shanghaiDay } from '../core/clock/shanghai.ts'
import { problem } from '../core/problem.ts'
import { type CaseFile, insertCase } from '../store/cases.ts'
import { appendEvent } from '../store/events.ts'
import { newId } from '../store/id.ts'
import { changeLead } from '../store/leads.ts'
import { nextNumber } from '../store/sequences.ts'
import { mustBeOpen, mustSayWhy } from './act-on-lead.ts'
import { leadForAction } from './lead-for-action.ts'
import type { Parts } from './parts.ts'

/** An officer makes a lead a case of the bureau and becomes its first handler. Only this makes a case; no program does. */
export async function openCase(
  parts: Pick<Parts, 'db' | 'now'>,
  viewer: Viewer,
  order: { leadId: string; version: number; reason: string },
): Promise<CaseFile> {
  const now = parts.now().toISOString()
  return parts.db.transaction(async (trx) => {
    const lead = await leadForAction(trx, viewer, 'case.open', order)
    mustBeOpen(lead)
    const reason = mustSayWhy(order.reason)
    const ownerId = lead.ownerId ?? viewer.officerId
    if (!(await changeLead(trx, lead.id, lead.version, { state: 'opened', ownerId }, now))) {
      throw problem('form.stale', { leadId: lead.id })
    }
    const year = shanghaiDay(now).slice(0, 4)
    const caseFile: CaseFile = {
      id: newId(),
      number: `AJ-${year}-${String(await nextNumber(trx, `case-${year}`)).padStart(5, '0')}`,
      leadId: lead.id,
      title: lead.title,
      state: 'open',
      region: lead.region,
      ownerId: viewer.officerId,
      openedAt: now,
      reason,
      version: 1,
    }
    await insertCase(trx, caseFile)
    const after = { caseId: caseFile.id, number: caseFile.number }
    await appendEvent(trx, {
      at: now,
      actor: viewer.officerId,
      verb: 'lead.opened',
      subjectType: 'lead',
      subjectId: lead.id,
      reason,
      before: { state: lead.state },
      after: { state: 'opened', ...after },
    })
    await appendEvent(trx, {
      at: now,
      actor: viewer.officerId,
      verb: 'case.opened',
      subjectType: 'case',
      subjectId: caseFile.id,
      reason,
      after: { ...after, leadId: lead.id, ownerId: caseFile.ownerId },
    })
    return caseFile
  })
}
