import { may, type Viewer } from '../../core/access/viewer.ts'
import { type LawVersion, lawMatters } from '../../core/case/law-version.ts'
import { problem } from '../../core/problem.ts'
import { findingsOf } from '../../store/assessments.ts'
import { caseOfLead } from '../../store/cases.ts'
import { lockDocument } from '../../store/documents.ts'
import { appendEvent } from '../../store/events.ts'
import { insertLawChoice, lawChoicesOf } from '../../store/law-choices.ts'
import { leadOfDocument } from '../../store/leads.ts'
import { isVisible } from '../../store/visibility.ts'
import { mustSayWhy } from '../must-say-why.ts'
import type { Parts } from '../parts.ts'

export interface LawChoiceOrder {
  documentId: string
  /** `LawMatter.key`. */
  matter: string
  version: LawVersion
  /** `seq` of the choice that stood when the officer looked; 0 for none. */
  seen: number
  reason: string
}

/**
 * An officer chooses which version of a changed law applies to a paper (从旧兼从轻, 《行政处罚法》第三十七条): the machine shows both and
 * never chooses. Appended with its reason; choosing anew is a second choice, and the first stays on record.
 * @throws problem auth.forbidden, not_found, form.stale, form.invalid
 */
export async function chooseLawVersion(
  parts: Pick<Parts, 'db' | 'now'>,
  viewer: Viewer,
  order: LawChoiceOrder,
): Promise<void> {
  const now = parts.now().toISOString()
  await parts.db.transaction(async (trx) => {
    if (!may(viewer, 'law.choose')) throw problem('auth.forbidden', { permission: 'law.choose' })
    const document = await lockDocument(trx, order.documentId)
    if (!document || !isVisible(viewer, 'document.read', document.region)) {
      throw problem('not_found', { documentId: order.documentId })
    }
    const reason = mustSayWhy(order.reason)
    const findings = document.assessmentId ? await findingsOf(trx, document.assessmentId) : []
    const matter = lawMatters(findings).find(({ key }) => key === order.matter)
    // The paper was assessed again and the change of law is no longer met.
    if (!matter) throw problem('form.stale', { documentId: document.id })
    const earlier = (await lawChoicesOf(trx, document.id)).filter((choice) => choice.matter === matter.key).at(-1)
    if ((earlier?.seq ?? 0) !== order.seen) throw problem('form.stale', { documentId: document.id })
    const findingId = findings[matter.findings[0]!]!.id
    const { version } = order
    const officerId = viewer.officerId
    await insertLawChoice(trx, {
      documentId: document.id,
      matter: matter.key,
      version,
      findingId,
      reason,
      officerId,
      at: now,
    })
    const deed = {
      at: now,
      actor: officerId,
      reason,
      ...(earlier ? { before: { version: earlier.version } } : {}),
      after: { matter: matter.key, version, documentId: document.id },
    }
    await appendEvent(trx, {
      ...deed,
      verb: 'document.law_version_chosen',
      subjectType: 'document',
      subjectId: document.id,
    })
    const lead = await leadOfDocument(trx, document.id)
    if (!lead) return
    await appendEvent(trx, { ...deed, verb: 'lead.law_version_chosen', subjectType: 'lead', subjectId: lead.id })
    const caseFile = await caseOfLead(trx, lead.id)
    if (!caseFile) return
    await appendEvent(trx, {
      ...deed,
      verb: 'matter.law_version_chosen',
      subjectType: 'matter',
      subjectId: caseFile.id,
    })
  })
}
