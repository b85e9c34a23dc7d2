import type { Knex } from 'knex'
import { type MatterFile, matterOfLead } from './matters.ts'

/** A case opened by an officer from a lead: a matter with the same id and number. */
export interface CaseFile {
  id: string
  number: string
  leadId: string
  title: string
  /** Where the matter stands: `checking`, `investigation`, … */
  state: string
  region: string
  /** Who opened it. */
  ownerId: string
  openedAt: string
  version: number
}

export async function caseOfLead(db: Knex, leadId: string): Promise<CaseFile | undefined> {
  const file = await matterOfLead(db, leadId)
  return file && asCase(file)
}

/** The matter as a case; undefined for one that was not opened from a lead. */
export function asCase(file: MatterFile): CaseFile | undefined {
  if (file.leadId === null) return undefined
  const { id, number, leadId, title, state, region, openedBy, openedAt, version } = file
  return { id, number, leadId, title, state, region, ownerId: openedBy, openedAt, version }
}
