import type { Knex } from 'knex'
import type { CircumstanceSource, Correctable, Correction } from '../core/intake/correction.ts'

/** A corrected circumstance as kept: what stood before, what the officer says, and why. Appended, never changed: the newest of a field stands. */
export interface StoredCorrection extends Correction {
  /** Rises with time within a document. */
  seq: number
  documentId: string
  /** As it stood in the assessment the officer saw. */
  before: { value: string; source: CircumstanceSource }
  reason: string
  officerId: string
  at: string
}

export async function insertCorrection(
  trx: Knex.Transaction,
  correction: Omit<StoredCorrection, 'seq'>,
): Promise<void> {
  await trx('corrections').insert({
    document_id: correction.documentId,
    field: correction.field,
    before: JSON.stringify(correction.before),
    value: correction.value,
    reason: correction.reason,
    officer_id: correction.officerId,
    at: correction.at,
  })
}

/** Every correction of a document, oldest first. */
export async function correctionsOf(db: Knex, documentId: string): Promise<StoredCorrection[]> {
  const rows = await db('corrections').where({ document_id: documentId }).orderBy('seq')
  return rows.map((row) => ({
    seq: row.seq,
    documentId: row.document_id,
    field: row.field as Correctable,
    before: JSON.parse(row.before),
    value: row.value,
    reason: row.reason,
    officerId: row.officer_id,
    at: row.at,
  }))
}
