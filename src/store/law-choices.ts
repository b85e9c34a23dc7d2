import type { Knex } from 'knex'
import type { LawVersion } from '../core/case/law-version.ts'

/** Which version of a changed law an officer applies to a paper. Appended, never changed: the newest one of a matter stands. */
export interface LawChoice {
  seq: number
  documentId: string
  /** `LawMatter.key`. */
  matter: string
  version: LawVersion
  /** The finding at which it was made. */
  findingId: string
  reason: string
  officerId: string
  at: string
}

export async function insertLawChoice(trx: Knex.Transaction, choice: Omit<LawChoice, 'seq'>): Promise<void> {
  await trx('law_choices').insert({
    document_id: choice.documentId,
    matter: choice.matter,
    version: choice.version,
    finding_id: choice.findingId,
    reason: choice.reason,
    officer_id: choice.officerId,
    at: choice.at,
  })
}

/** Every choice made on a paper, oldest first. */
export async function lawChoicesOf(db: Knex, documentId: string): Promise<LawChoice[]> {
  const rows = await db('law_choices').where({ document_id: documentId }).orderBy('seq')
  return rows.map((row) => ({
    seq: row.seq,
    documentId: row.document_id,
    matter: row.matter,
    version: row.version,
    findingId: row.finding_id,
    reason: row.reason,
    officerId: row.officer_id,
    at: row.at,
  }))
}
