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

/** A ruling as it stands on one finding: made there, or carried over from the same finding of an earlier assessment. */
export interface StandingRuling extends Ruling {
  /** The finding it was made on, when that is another one. */
  carriedFrom?: string
}

/** Rulings on every finding of an assessment, those carried over included, oldest first. */
export async function rulingsOf(db: Knex, assessmentId: string): Promise<StandingRuling[]> {
  const ofAssessment = db('findings').where({ assessment_id: assessmentId }).select('id')
  const made = await db('rulings').whereIn('finding_id', ofAssessment.clone())
  const carried = await db('rulings_carried')
    .join('rulings', 'rulings.id', 'rulings_carried.ruling_id')
    .whereIn('rulings_carried.finding_id', ofAssessment.clone())
    .select('rulings.*', 'rulings_carried.finding_id as stands_on')
  return [
    ...made.map(asRuling),
    ...carried.map((row: Record<string, any>) => ({
      ...asRuling(row),
      findingId: row.stands_on,
      carriedFrom: row.finding_id,
    })),
  ].sort((a, b) => (a.at === b.at ? compare(a.id, b.id) : compare(a.at, b.at)))
}

/** Every ruling ever made on a paper, with the finding it was made on, oldest first. */
export async function rulingsOnDocument(db: Knex, documentId: string): Promise<Ruling[]> {
  const rows = await db('rulings')
    .join('findings', 'findings.id', 'rulings.finding_id')
    .where('findings.document_id', documentId)
    .orderBy(['rulings.at', 'rulings.id'])
    .select('rulings.*')
  return rows.map(asRuling)
}

/** A ruling stands for a finding of a later assessment too. */
export async function carryRuling(
  trx: Knex.Transaction,
  rulingId: string,
  findingId: string,
  at: string,
): Promise<void> {
  await trx('rulings_carried').insert({ ruling_id: rulingId, finding_id: findingId, at })
}

function asRuling(row: Record<string, any>): Ruling {
  return {
    id: row.id,
    findingId: row.finding_id,
    officerId: row.officer_id,
    verdict: row.verdict,
    reason: row.reason,
    note: row.note,
    at: row.at,
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
