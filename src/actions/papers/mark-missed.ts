import { may, type Viewer } from '../../core/access/viewer.ts'
import { CATEGORIES, type Category } from '../../core/document.ts'
import { problem } from '../../core/problem.ts'
import { assessmentById } from '../../store/assessments.ts'
import { lockDocument } from '../../store/documents.ts'
import { appendEvent } from '../../store/events.ts'
import { newId } from '../../store/id.ts'
import { insertMissedMark, missedMarksOf, standingMarks } from '../../store/missed-marks.ts'
import { isVisible } from '../../store/visibility.ts'
import { mustSayWhy } from '../must-say-why.ts'
import type { Parts } from '../parts.ts'

export interface MissedOrder {
  documentId: string
  category: Category
  verdict: 'missed' | 'withdrawn'
  reason: string
}

/**
 * An officer marks that the system overlooked a category in a paper, or takes such a mark back. Appended: the newest of a category stands.
 * It teaches the next classifier; score, band and lead of the paper stay the machine's.
 * @throws problem auth.forbidden, not_found, document.not_assessed; form.invalid when the system did see the category; form.stale when the
 *   mark stands, or does not stand, already
 */
export async function markMissed(parts: Pick<Parts, 'db' | 'now'>, viewer: Viewer, order: MissedOrder): Promise<void> {
  const { documentId, category, verdict } = order
  if (!may(viewer, 'document.mark_missed')) throw problem('auth.forbidden', { permission: 'document.mark_missed' })
  if (!CATEGORIES.includes(category)) throw problem('form.invalid', { field: 'category' })
  const reason = mustSayWhy(order.reason)
  const now = parts.now().toISOString()
  await parts.db.transaction(async (trx) => {
    const document = await lockDocument(trx, documentId)
    if (!document || !isVisible(viewer, 'document.read', document.region)) throw problem('not_found', { documentId })
    if (!document.assessmentId) throw problem('document.not_assessed', { documentId })
    const { labels } = (await assessmentById(trx, document.assessmentId))!
    if (verdict === 'missed' && labels.includes(category)) throw problem('form.invalid', { field: 'category' })
    const stands = standingMarks(await missedMarksOf(trx, documentId)).some((mark) => mark.category === category)
    if (stands === (verdict === 'missed')) throw problem('form.stale', { documentId })
    const { officerId } = viewer
    await insertMissedMark(trx, { id: newId(), documentId, category, verdict, reason, officerId, at: now })
    await appendEvent(trx, {
      at: now,
      actor: officerId,
      verb: verdict === 'missed' ? 'document.marked_missed' : 'document.missed_withdrawn',
      subjectType: 'document',
      subjectId: documentId,
      reason,
      after: { category, assessmentId: document.assessmentId },
    })
  })
}
