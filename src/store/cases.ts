import type { Knex } from 'knex'

/** A case opened by an officer from a lead. */
export interface CaseFile {
  id: string
  number: string
  leadId: string
  title: string
  state: 'open'
  region: string
  ownerId: string
  openedAt: string
  reason: string
  version: number
}

export async function insertCase(trx: Knex.Transaction, caseFile: CaseFile): Promise<void> {
  await trx('cases').insert({
    id: caseFile.id,
    number: caseFile.number,
    lead_id: caseFile.leadId,
    title: caseFile.title,
    state: caseFile.state,
    region: caseFile.region,
    owner_id: caseFile.ownerId,
    opened_at: caseFile.openedAt,
    reason: caseFile.reason,
    version: caseFile.version,
  })
}

export async function caseOfLead(db: Knex, leadId: string): Promise<CaseFile | undefined> {
  return asCase(await db('cases').where({ lead_id: leadId }).first())
}

export function asCase(row: Record<string, any> | undefined): CaseFile | undefined {
  return (
    row && {
      id: row.id,
      number: row.number,
      leadId: row.lead_id,
      title: row.title,
      state: row.state,
      region: row.region,
      ownerId: row.owner_id,
      openedAt: row.opened_at,
      reason: row.reason,
      version: row.version,
    }
  )
}
