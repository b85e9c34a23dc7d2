import type { Knex } from 'knex'
import type { DismissReason, Verdict } from '../core/case/ruling.ts'

/** What an officer ruled on a finding. Appended, never changed: the newest one stands. */
export interface Ruling {
  id: string
  findingId: string
  officerId: string
  verdict: Verdict
  reason: DismissReason | null
  note: string
  at: string
}

export async function insertRuling(trx: Knex.Transaction, ruling: Ruling): Promise<void> {
  await trx('rulings').insert({
    id: ruling.id,
    finding_id: ruling.findingId,
    officer_id: ruling.officerId,
    verdict: ruling.verdict,
    reason: ruling.reason,
    note: ruling.note,
    at: ruling.at,
  })
}

/** Rulings on every finding of an assessment, oldest first, in one query. */
export async function rulingsOf(db: Knex, assessmentId: string): Promise<Ruling[]> {
  const rows = await db('rulings')
    .join('findings', 'findings.id', 'rulings.finding_id')
    .where('findings.assessment_id', assessmentId)
    .orderBy(['rulings.at', 'rulings.id'])
    .select('rulings.*')
  return rows.map((row) => ({
    id: row.id,
    findingId: row.finding_id,
    officerId: row.officer_id,
    verdict: row.verdict,
    reason: row.reason,
    note: row.note,
    at: row.at,
  }))
}
