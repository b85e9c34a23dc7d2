import type { Knex } from 'knex'
import type { Confirmation } from '../core/case/may-print.ts'

/** An official text as somebody recorded it, and what another made of it. Both are appended, never changed. */
export interface ArticleRecord extends Confirmation {
  id: string
  /** 1, 2, … for one article; the newest approved one stands. */
  number: number
  recordedBy: string
  recordedAt: string
  decision: { verdict: 'approved' | 'refused'; note: string; officerId: string; at: string } | null
}

/** @returns false when somebody else recorded under the same number meanwhile. */
export async function insertArticleRecord(
  trx: Knex.Transaction,
  record: Omit<ArticleRecord, 'decision'>,
): Promise<boolean> {
  const inserted = await trx('article_records')
    .insert({
      id: record.id,
      article_id: record.articleId,
      number: record.number,
      text: record.text,
      source: record.source,
      read_on: record.readOn,
      recorded_by: record.recordedBy,
      recorded_at: record.recordedAt,
    })
    .onConflict(['article_id', 'number'])
    .ignore()
    .returning('id')
  return inserted.length === 1
}

/** @returns false when it was decided on already. */
export async function insertArticleApproval(
  trx: Knex.Transaction,
  recordId: string,
  decision: NonNullable<ArticleRecord['decision']>,
): Promise<boolean> {
  const inserted = await trx('article_approvals')
    .insert({
      record_id: recordId,
      verdict: decision.verdict,
      note: decision.note,
      officer_id: decision.officerId,
      at: decision.at,
    })
    .onConflict('record_id')
    .ignore()
    .returning('record_id')
  return inserted.length === 1
}

/** Records of one article, or of all, oldest first. */
export async function articleRecords(db: Knex, articleId?: string): Promise<ArticleRecord[]> {
  const query = db('article_records')
    .leftJoin('article_approvals', 'article_approvals.record_id', 'article_records.id')
    .orderBy(['article_records.article_id', 'article_records.number'])
    .select('article_records.*', 'article_approvals.verdict', 'article_approvals.note')
    .select('article_approvals.officer_id as decided_by', 'article_approvals.at as decided_at')
  if (articleId !== undefined) query.where({ article_id: articleId })
  return (await query).map(asRecord)
}

export async function articleRecordById(db: Knex, id: string): Promise<ArticleRecord | undefined> {
  const row = await db('article_records').where({ id }).first('article_id')
  return row && (await articleRecords(db, row.article_id)).find((record) => record.id === id)
}

/** Ids of the articles whose official text stands confirmed. */
export async function confirmedArticleIds(db: Knex): Promise<Set<string>> {
  const rows = await db('article_approvals')
    .join('article_records', 'article_records.id', 'article_approvals.record_id')
    .where('article_approvals.verdict', 'approved')
    .distinct('article_records.article_id as id')
  return new Set(rows.map((row: { id: string }) => row.id))
}

/** The official texts that stand: of each article the newest approved record. What letters ask. */
export async function confirmations(db: Knex): Promise<Map<string, Confirmation>> {
  return standing(await articleRecords(db))
}

/** Of each article the newest approved one among records in their order. */
export function standing(records: readonly ArticleRecord[]): Map<string, Confirmation> {
  return new Map(
    records
      .filter(({ decision }) => decision?.verdict === 'approved')
      .map(({ articleId, text, source, readOn }) => [articleId, { articleId, text, source, readOn }]),
  )
}

function asRecord(row: Record<string, any>): ArticleRecord {
  return {
    id: row.id,
    articleId: row.article_id,
    number: row.number,
    text: row.text,
    source: row.source,
    readOn: row.read_on,
    recordedBy: row.recorded_by,
    recordedAt: row.recorded_at,
    decision: row.verdict
      ? { verdict: row.verdict, note: row.note, officerId: row.decided_by, at: row.decided_at }
      : null,
  }
}
