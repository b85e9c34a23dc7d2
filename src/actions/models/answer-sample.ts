import { may, type Viewer } from '../../core/access/viewer.ts'
import { SAMPLE_ANSWERS, type SampleAnswer } from '../../core/learn/draw.ts'
import { problem } from '../../core/problem.ts'
import { documentById } from '../../store/documents.ts'
import { appendEvent } from '../../store/events.ts'
import { newId } from '../../store/id.ts'
import { insertSampleAnswer, isDrawn } from '../../store/samples.ts'
import { isVisible } from '../../store/visibility.ts'
import type { Parts } from '../parts.ts'

/**
 * An officer says at a glance whether a drawn paper holds something unlawful that nobody flagged. Appended: the newest answer stands. It
 * measures and teaches nothing; what was missed is marked on the paper's page, by category and with a reason.
 * @throws problem auth.forbidden, form.invalid, not_found
 */
export async function answerSample(
  parts: Pick<Parts, 'db' | 'now'>,
  viewer: Viewer,
  { documentId, answer }: { documentId: string; answer: SampleAnswer },
): Promise<void> {
  if (!may(viewer, 'sample.answer')) throw problem('auth.forbidden', { permission: 'sample.answer' })
  if (!SAMPLE_ANSWERS.includes(answer)) throw problem('form.invalid', { field: 'answer' })
  const { officerId } = viewer
  const at = parts.now().toISOString()
  await parts.db.transaction(async (trx) => {
    const document = await documentById(trx, documentId)
    const isThere = document && isVisible(viewer, 'document.read', document.region) && (await isDrawn(trx, documentId))
    if (!isThere) throw problem('not_found', { documentId })
    await insertSampleAnswer(trx, { id: newId(), documentId, answer, officerId, at })
    await appendEvent(trx, {
      at,
      actor: officerId,
      verb: 'document.sample_answered',
      subjectType: 'document',
      subjectId: documentId,
      after: { answer },
    })
  })
}
