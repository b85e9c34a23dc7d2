import type { Knex } from 'knex'
import type { Category } from '../core/document.ts'

/** An officer's mark that the system overlooked a category in a paper, or that such a mark was wrong. Appended: the newest of a category stands. */
export interface MissedMark {
  id: string
  documentId: string
  category: Category
  verdict: 'missed' | 'withdrawn'
  reason: string
  officerId: string
  at: string
}

export async function insertMissedMark(trx: Knex.Transaction, mark: MissedMark): Promise<void> {
  const { id, documentId, category, verdict, reason, officerId, at } = mark
  await trx('missed_marks').insert({
    id,
    document_id: documentId,
    category,
    verdict,
    reason,
    officer_id: officerId,
    at,
  })
}

/** Every mark on a paper, oldest first. */
export async function missedMarksOf(db: Knex, documentId: string): Promise<MissedMark[]> {
  return (await db('missed_marks').where({ document_id: documentId }).orderBy(['at', 'id'])).map(asMark)
}

/** Every mark there is, oldest first. */
export async function allMissedMarks(db: Knex): Promise<MissedMark[]> {
  return (await db('missed_marks').orderBy(['at', 'id'])).map(asMark)
}

/** The categories that stand as missed. */
export function standingMarks(marks: readonly MissedMark[]): MissedMark[] {
  const newest = new Map(marks.map((mark) => [`${mark.documentId} ${mark.category}`, mark]))
  return [...newest.values()].filter(({ verdict }) => verdict === 'missed')
}

function asMark(row: Record<string, any>): MissedMark {
  return {
    id: row.id,
    documentId: row.document_id,
    category: row.category,
    verdict: row.verdict,
    reason: row.reason,
    officerId: row.officer_id,
    at: row.at,
  }
}
