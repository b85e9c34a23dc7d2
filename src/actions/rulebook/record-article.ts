import { may, type Viewer } from '../../core/access/viewer.ts'
import { isDay, shanghaiDay } from '../../core/clock/shanghai.ts'
import { problem } from '../../core/problem.ts'
import { articleRecords, insertArticleRecord } from '../../store/article-records.ts'
import { appendEvent } from '../../store/events.ts'
import { newId } from '../../store/id.ts'
import type { Parts } from '../parts.ts'
import { useActiveRulebook } from './use-active-rulebook.ts'

export interface ArticleRecordOrder {
  articleId: string
  /** Number of the newest record the officer saw; 0 for none. */
  seen: number
  text: string
  source: string
  /** `YYYY-MM-DD`. */
  readOn: string
}

/**
 * Record the official text of an article with its source and the day it was read. It counts once another person approves it
 * (`confirm-article.ts`); until then what stood before stands.
 * @throws problem auth.forbidden, not_found for an article the rulebook does not cite, form.stale, form.invalid, rulebook.unusable
 */
export async function recordArticle(
  parts: Pick<Parts, 'db' | 'now' | 'compiled' | 'log'>,
  viewer: Viewer,
  order: ArticleRecordOrder,
): Promise<void> {
  const now = parts.now().toISOString()
  if (!may(viewer, 'article.record')) throw problem('auth.forbidden', { permission: 'article.record' })
  const { articleId, readOn } = order
  if (!Object.hasOwn((await useActiveRulebook(parts)).rulebook.basis, articleId))
    throw problem('not_found', { articleId })
  const text = filled('text', order.text, 20_000)
  const source = filled('source', order.source, 500)
  if (!isDay(readOn) || readOn > shanghaiDay(now)) throw problem('form.invalid', { field: 'readOn' })
  await parts.db.transaction(async (trx) => {
    const newest = (await articleRecords(trx, articleId)).at(-1)?.number ?? 0
    const record = { id: newId(), articleId, number: newest + 1, text, source, readOn }
    const mine = { ...record, recordedBy: viewer.officerId, recordedAt: now }
    if (newest !== order.seen || !(await insertArticleRecord(trx, mine))) throw problem('form.stale', { articleId })
    await appendEvent(trx, {
      at: now,
      actor: viewer.officerId,
      verb: 'article.recorded',
      subjectType: 'article',
      subjectId: articleId,
      after: { recordId: record.id, number: record.number, source, readOn },
    })
  })
}

function filled(field: string, value: string, longest: number): string {
  const said = value.trim()
  if (said === '' || said.length > longest || said.includes('\0')) {
    throw problem('form.invalid', { field, allowed: `1 to ${longest} characters` })
  }
  return said
}
