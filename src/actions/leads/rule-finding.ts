import type { Viewer } from '../../core/access/viewer.ts'
import { may } from '../../core/access/viewer.ts'
import type { DismissReason } from '../../core/case/ruling.ts'
import { problem } from '../../core/problem.ts'
import { findingById, raiseFindingVersion } from '../../store/assessments.ts'
import { lockDocument } from '../../store/documents.ts'
import { appendEvent } from '../../store/events.ts'
import { newId } from '../../store/id.ts'
import { leadOfDocument } from '../../store/leads.ts'
import { insertRuling } from '../../store/rulings.ts'
import { isVisible } from '../../store/visibility.ts'
import { mayAdd } from '../must-say-why.ts'
import type { Parts } from '../parts.ts'

/** Uphold, or dismiss with a typed reason. Changing one's mind is a second ruling; the first stays on record. */
export type FindingRuling =
  | { verdict: 'upheld'; note: string }
  | { verdict: 'dismissed'; reason: DismissReason; note: string }

/**
 * An officer rules on one finding. The ruling is appended and becomes the finding's standing one; the lead it stands under tells of it
 * in its history, its score and band stay the machine's.
 * @throws problem auth.forbidden, not_found, form.stale, form.invalid
 */
export async function ruleFinding(
  parts: Pick<Parts, 'db' | 'now'>,
  viewer: Viewer,
  target: { findingId: string; version: number },
  ruling: FindingRuling,
): Promise<{ documentId: string }> {
  const now = parts.now().toISOString()
  return parts.db.transaction(async (trx) => {
    if (!may(viewer, 'finding.rule')) throw problem('auth.forbidden', { permission: 'finding.rule' })
    const finding = await findingById(trx, target.findingId)
    const document = finding && (await lockDocument(trx, finding.documentId))
    if (!finding || !document || !isVisible(viewer, 'document.read', document.region)) {
      throw problem('not_found', { findingId: target.findingId })
    }
    // The paper was assessed again meanwhile: a ruling on a finding that no longer stands would be seen by nobody.
    if (finding.assessmentId !== document.assessmentId) throw problem('form.stale', { findingId: finding.id })
    if (!(await raiseFindingVersion(trx, finding.id, target.version)))
      throw problem('form.stale', { findingId: finding.id })
    const reason = ruling.verdict === 'dismissed' ? ruling.reason : null
    const note = mayAdd(ruling.note)
    await insertRuling(trx, {
      id: newId(),
      findingId: finding.id,
      officerId: viewer.officerId,
      verdict: ruling.verdict,
      reason,
      note,
      at: now,
    })
    await appendEvent(trx, {
      at: now,
      actor: viewer.officerId,
      verb: `finding.${ruling.verdict}`,
      subjectType: 'finding',
      subjectId: finding.id,
      reason: note,
      after: { verdict: ruling.verdict, reason, documentId: document.id, code: finding.code },
    })
    const lead = await leadOfDocument(trx, document.id)
    if (lead) {
      await appendEvent(trx, {
        at: now,
        actor: viewer.officerId,
        verb: `lead.finding_${ruling.verdict}`,
        subjectType: 'lead',
        subjectId: lead.id,
        reason: note,
        after: { findingId: finding.id, code: finding.code, verdict: ruling.verdict, reason },
      })
    }
    return { documentId: document.id }
  })
}
