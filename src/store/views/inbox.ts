import type { Knex } from 'knex'
import { searchDocuments } from '../../../db/dialect.ts'
import type { Viewer } from '../../core/access/viewer.ts'
import type { LeadState } from '../../core/case/ruling.ts'
import { BANDS, type Band, type Category, type Kind } from '../../core/document.ts'
import { searchableQuery } from '../../core/intake/searchable-text.ts'
import { asLead, type Lead, type LeadLabel } from '../leads.ts'
import { visible } from '../visibility.ts'

/** Whose leads: a desk is a tab of the inbox. */
export const DESKS = ['unassigned', 'mine', 'returned', 'all', 'closed'] as const
export type Desk = (typeof DESKS)[number]

export interface InboxFilter {
  desk: Desk
  category?: Category
  band?: Band
  kind?: Kind
  /** Days of proposal, `YYYY-MM-DD` in Asia/Shanghai, as UTC instants: from inclusive, before exclusive. */
  from?: string
  before?: string
  /** What was typed into the search field; pieces between spaces are phrases, all must be there. */
  typed?: string
  /** Where the page before ended. */
  after?: string
  limit: number
}

export interface InboxRow extends Lead {
  labels: LeadLabel[]
  ownerName: string | null
  /** Codes of the findings on its newest document, worst first. */
  codes: string[]
}

export interface InboxPage {
  rows: InboxRow[]
  /** Pass as `after` for the next page. */
  next?: string
}

/** Leads a viewer may see, worst first, then oldest first; a fixed number of queries however many rows. */
export async function inboxPage(db: Knex, viewer: Viewer, filter: InboxFilter): Promise<InboxPage> {
  const query = filtered(db, viewer, filter)
    .leftJoin('officers', 'officers.id', 'leads.owner_id')
    .select('leads.*', 'officers.name as owner_name')
    .orderBy([{ column: 'leads.band_rank' }, { column: 'leads.proposed_at' }, { column: 'leads.id' }])
    .limit(filter.limit + 1)
  if (filter.after) afterCursor(query, filter.after)
  const found: Record<string, any>[] = await query
  const rows = found.slice(0, filter.limit)
  const ids = rows.map((row) => row.id)
  const labels = await labelsOf(db, ids)
  const codes = await codesOf(db, ids)
  const last = rows.at(-1)
  return {
    rows: rows.map((row) => ({
      ...asLead(row)!,
      ownerName: row.owner_name,
      labels: labels.get(row.id) ?? [],
      codes: codes.get(row.id) ?? [],
    })),
    ...(found.length > filter.limit && last ? { next: cursorOf(last) } : {}),
  }
}

/** How many stand on each desk, for the tabs. */
export async function deskCounts(db: Knex, viewer: Viewer): Promise<Record<Desk, number>> {
  const counts = {} as Record<Desk, number>
  for (const desk of DESKS) {
    const row = await filtered(db, viewer, { desk, limit: 0 }).count({ n: '*' }).first()
    counts[desk] = Number((row as { n: number }).n)
  }
  return counts
}

/** How many open leads there are in each band, for the strip above the list. */
export async function bandCounts(db: Knex, viewer: Viewer, desk: Desk): Promise<Record<Band, number>> {
  const counts = Object.fromEntries(BANDS.map((band) => [band, 0])) as Record<Band, number>
  const rows: { band: Band; n: number }[] = await filtered(db, viewer, { desk, limit: 0 })
    .groupBy('leads.band')
    .select('leads.band', db.raw('count(*) as n'))
  for (const row of rows) counts[row.band] = Number(row.n)
  return counts
}

function filtered(db: Knex, viewer: Viewer, filter: InboxFilter): Knex.QueryBuilder {
  const query = visible(db('leads'), viewer, 'lead.read', 'leads.region')
  onDesk(query, viewer, filter.desk)
  if (filter.band) query.where('leads.band', filter.band)
  if (filter.kind) query.where('leads.kind', filter.kind)
  if (filter.from) query.where('leads.proposed_at', '>=', filter.from)
  if (filter.before) query.where('leads.proposed_at', '<', filter.before)
  if (filter.category) {
    query.whereIn('leads.id', db('lead_labels').where({ category: filter.category }).select('lead_id'))
  }
  if (filter.typed?.trim()) {
    query.whereIn(
      'leads.id',
      db('lead_documents')
        .whereIn('document_id', searchDocuments(db, searchableQuery(filter.typed)))
        .select('lead_id'),
    )
  }
  return query
}

function onDesk(query: Knex.QueryBuilder, viewer: Viewer, desk: Desk): void {
  const open: LeadState[] = ['proposed', 'returned']
  if (desk === 'mine') query.where('leads.owner_id', viewer.officerId).whereIn('leads.state', open)
  if (desk === 'unassigned') query.whereNull('leads.owner_id').where('leads.state', 'proposed')
  if (desk === 'returned') query.where('leads.state', 'returned')
  if (desk === 'all') query.whereIn('leads.state', open)
  if (desk === 'closed') query.whereIn('leads.state', ['opened', 'dismissed'])
}

function cursorOf(row: Record<string, any>): string {
  return Buffer.from(JSON.stringify([row.band_rank, row.proposed_at, row.id])).toString('base64url')
}

/** Where a page ended: rank of the band, instant of proposal, id. Undefined for a cursor that was not made here. */
export function readCursor(cursor: string): [rank: number, at: string, id: string] | undefined {
  let parts: unknown
  try {
    parts = JSON.parse(Buffer.from(cursor, 'base64url').toString())
  } catch {
    return undefined
  }
  if (!Array.isArray(parts) || parts.length !== 3) return undefined
  const [rank, at, id]: unknown[] = parts
  const isRank = typeof rank === 'number' && Number.isInteger(rank) && rank >= 0 && rank < BANDS.length
  // PostgreSQL takes no NUL in a text.
  const isPlain = (value: unknown): value is string => typeof value === 'string' && !value.includes('\0')
  return isRank && isPlain(at) && isPlain(id) ? [rank, at, id] : undefined
}

// On a screen a cursor that was not made here is the first page rather than an error: it only ever narrows the list.
function afterCursor(query: Knex.QueryBuilder, cursor: string): void {
  const place = readCursor(cursor)
  if (!place) return
  const [rank, at, id] = place
  query.where((either) =>
    either
      .where('leads.band_rank', '>', rank)
      .orWhere((same) => same.where('leads.band_rank', rank).andWhere('leads.proposed_at', '>', at))
      .orWhere((same) =>
        same.where('leads.band_rank', rank).andWhere('leads.proposed_at', at).andWhere('leads.id', '>', id),
      ),
  )
}

async function labelsOf(db: Knex, leadIds: string[]): Promise<Map<string, LeadLabel[]>> {
  const found = new Map<string, LeadLabel[]>()
  for (const row of await db('lead_labels').whereIn('lead_id', leadIds).orderBy(['lead_id', 'category'])) {
    found.set(row.lead_id, [...(found.get(row.lead_id) ?? []), { category: row.category, band: row.band }])
  }
  return found
}

async function codesOf(db: Knex, leadIds: string[]): Promise<Map<string, string[]>> {
  const rows = await db('lead_documents')
    .join('documents', 'documents.id', 'lead_documents.document_id')
    .join('findings', 'findings.assessment_id', 'documents.assessment_id')
    .whereIn('lead_documents.lead_id', leadIds)
    .groupBy('lead_documents.lead_id', 'findings.code')
    .select('lead_documents.lead_id', 'findings.code', db.raw('max(findings.severity) as worst'))
    .orderBy([{ column: 'worst', order: 'desc' }, { column: 'findings.code' }])
  const found = new Map<string, string[]>()
  for (const row of rows) found.set(row.lead_id, [...(found.get(row.lead_id) ?? []), row.code])
  return found
}
