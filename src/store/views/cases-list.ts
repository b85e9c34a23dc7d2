import type { Knex } from 'knex'
import type { Viewer } from '../../core/access/viewer.ts'
import { problem } from '../../core/problem.ts'
import { asCase, type CaseFile } from '../cases.ts'
import { eventsOf, type StoredEvent } from '../events.ts'
import { asLead, type Lead } from '../leads.ts'
import { officerNames } from '../officers.ts'
import { visible } from '../visibility.ts'

/** Cases a viewer may see, newest first. */
export async function casesList(
  db: Knex,
  viewer: Viewer,
  page: { after?: string; limit: number },
): Promise<{ rows: (CaseFile & { ownerName: string | null })[]; next?: string }> {
  const query = visible(db('cases'), viewer, 'case.read', 'cases.region')
    .leftJoin('officers', 'officers.id', 'cases.owner_id')
    .select('cases.*', 'officers.name as owner_name')
    .orderBy('cases.id', 'desc')
    .limit(page.limit + 1)
  if (page.after) query.where('cases.id', '<', page.after)
  const found = await query
  const rows = found
    .slice(0, page.limit)
    .map((row: Record<string, any>) => ({ ...asCase(row)!, ownerName: row.owner_name }))
  const last = rows.at(-1)
  return { rows, ...(found.length > page.limit && last ? { next: last.id } : {}) }
}

export interface CasePage {
  caseFile: CaseFile
  ownerName: string | null
  lead: Lead
  history: (StoredEvent & { actorName: string | null })[]
}

/** @throws problem not_found when there is no such case or the viewer may not see it. */
export async function casePage(db: Knex, viewer: Viewer, id: string): Promise<CasePage> {
  const row = await visible(db('cases'), viewer, 'case.read', 'cases.region')
    .leftJoin('officers', 'officers.id', 'cases.owner_id')
    .where('cases.id', id)
    .select('cases.*', 'officers.name as owner_name')
    .first()
  const caseFile = asCase(row)
  if (!caseFile) throw problem('not_found', { caseId: id })
  const history = await eventsOf(db, 'case', id)
  const names = await officerNames(db, [...new Set(history.map((event) => event.actor))])
  return {
    caseFile,
    ownerName: row.owner_name,
    lead: asLead(await db('leads').where({ id: caseFile.leadId }).first())!,
    history: history.map((event) => ({ ...event, actorName: names.get(event.actor) ?? null })),
  }
}
