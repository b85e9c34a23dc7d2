import { may, type Viewer } from '../../core/access/viewer.ts'
import { problem } from '../../core/problem.ts'
import { documentById, reopenDocument } from '../../store/documents.ts'
import { appendEvent } from '../../store/events.ts'
import { isVisible } from '../../store/visibility.ts'
import type { Parts } from '../parts.ts'

/**
 * Send a paper that was set aside (unreadable or failed) along the path once more, for when the reader has learnt its format
 * or the trouble is over. Its bytes are still there.
 * @throws problem auth.forbidden, not_found, form.stale, document.not_set_aside
 */
export async function retryDocument(
  parts: Pick<Parts, 'db' | 'now' | 'ring'>,
  viewer: Viewer,
  target: { documentId: string; version: number },
): Promise<void> {
  const now = parts.now().toISOString()
  await parts.db.transaction(async (trx) => {
    if (!may(viewer, 'document.retry')) throw problem('auth.forbidden', { permission: 'document.retry' })
    const document = await documentById(trx, target.documentId)
    if (!document || !isVisible(viewer, 'document.read', document.region)) {
      throw problem('not_found', { documentId: target.documentId })
    }
    if (document.stage !== 'unreadable' && document.stage !== 'failed') {
      throw problem('document.not_set_aside', { documentId: document.id })
    }
    if (!(await reopenDocument(trx, document.id, target.version, now)))
      throw problem('form.stale', { documentId: document.id })
    await appendEvent(trx, {
      at: now,
      actor: viewer.officerId,
      verb: 'document.retried',
      subjectType: 'document',
      subjectId: document.id,
      before: { stage: document.stage, reason: document.unreadableReason },
      after: { stage: 'received' },
    })
  })
  await parts.ring([target.documentId])
}
