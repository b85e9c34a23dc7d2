import type { Knex } from 'knex'

/** Something that went wrong and that somebody should look at; shown on the status page. No personal data. */
export interface Fault {
  at: string
  where: string
  documentId: string | null
  message: string
}

export async function recordFault(db: Knex, fault: Fault): Promise<void> {
  await db('faults').insert({
    at: fault.at,
    where: fault.where,
    document_id: fault.documentId,
    message: fault.message.slice(0, 500),
  })
}

export async function latestFaults(db: Knex, limit: number): Promise<Fault[]> {
  const rows = await db('faults').orderBy('id', 'desc').limit(limit)
  return rows.map((row) => ({ at: row.at, where: row.where, documentId: row.document_id, message: row.message }))
}
