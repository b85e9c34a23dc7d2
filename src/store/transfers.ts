import type { Knex } from 'knex'

/** A package made of an issued letter and its exhibits. What became of it the matter's own events tell. */
export interface Transfer {
  id: string
  matterId: string
  letterId: string
  /** Of the zip in the file store. */
  sha256: string
  /** How many it holds. */
  exhibits: number
  packedBy: string
  packedAt: string
}

export async function insertTransfer(trx: Knex.Transaction, transfer: Transfer): Promise<void> {
  await trx('transfers').insert({
    id: transfer.id,
    matter_id: transfer.matterId,
    letter_id: transfer.letterId,
    sha256: transfer.sha256,
    exhibits: transfer.exhibits,
    packed_by: transfer.packedBy,
    packed_at: transfer.packedAt,
  })
}

/** Oldest first. The caller has checked that the viewer may see the matter. */
export async function transfersOf(db: Knex, matterId: string): Promise<Transfer[]> {
  return (await db('transfers').where({ matter_id: matterId }).orderBy('id')).map(asTransfer)
}

export async function transferOfLetter(db: Knex, letterId: string): Promise<Transfer | undefined> {
  const row = await db('transfers').where({ letter_id: letterId }).first()
  return row && asTransfer(row)
}

export async function transferHashes(db: Knex): Promise<{ id: string; sha256: string }[]> {
  const rows = await db('transfers').orderBy('id').select('id', 'sha256')
  return rows.map((row) => ({ id: row.id, sha256: row.sha256 }))
}

function asTransfer(row: Record<string, any>): Transfer {
  return {
    id: row.id,
    matterId: row.matter_id,
    letterId: row.letter_id,
    sha256: row.sha256,
    exhibits: row.exhibits,
    packedBy: row.packed_by,
    packedAt: row.packed_at,
  }
}
