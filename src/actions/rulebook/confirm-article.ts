import { may, type Viewer } from '../../core/access/viewer.ts'
import { problem } from '../../core/problem.ts'
import { articleRecordById, articleRecords, insertArticleApproval } from '../../store/article-records.ts'
import { appendEvent } from '../../store/events.ts'
import { mayAdd, mustSayWhy } from '../must-say-why.ts'
import type { Parts } from '../parts.ts'

/**
 * Another person checks a recorded official text against its source and approves or refuses it. Approved, it may be printed in letters from
 * now on; refused, what stood before stands. Decided once: a better text is a new record.
 * @throws problem auth.forbidden, not_found, article.same_officer, form.stale, form.invalid when refused without a reason
 */
export async function confirmArticle(
  parts: Pick<Parts, 'db' | 'now'>,
  viewer: Viewer,
  order: { recordId: string; verdict: 'approved' | 'refused'; note: string },
): Promise<{ articleId: string }> {
  const now = parts.now().toISOString()
  return parts.db.transaction(async (trx) => {
    if (!may(viewer, 'article.approve')) throw problem('auth.forbidden', { permission: 'article.approve' })
    const record = await articleRecordById(trx, order.recordId)
    if (!record) throw problem('not_found', { recordId: order.recordId })
    const { articleId } = record
    if (record.recordedBy === viewer.officerId) throw problem('article.same_officer', { articleId })
    const note = order.verdict === 'refused' ? mustSayWhy(order.note) : mayAdd(order.note)
    const newest = (await articleRecords(trx, articleId)).at(-1)
    const decision = { verdict: order.verdict, note, officerId: viewer.officerId, at: now }
    if (newest?.id !== record.id || !(await insertArticleApproval(trx, record.id, decision))) {
      throw problem('form.stale', { articleId })
    }
    await appendEvent(trx, {
      at: now,
      actor: viewer.officerId,
      verb: order.verdict === 'approved' ? 'article.confirmed' : 'article.refused',
      subjectType: 'article',
      subjectId: articleId,
      reason: note,
      after: { recordId: record.id, number: record.number },
    })
    return { articleId }
  })
}
