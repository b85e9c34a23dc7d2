import type { Knex } from 'knex'
import { searchDocuments } from '../../../db/dialect.ts'
import type { Viewer } from '../../core/access/viewer.ts'
import { searchableQuery } from '../../core/intake/searchable-text.ts'
import { asDocument, type Document, type Stage } from '../documents.ts'
import { visibleDocuments } from '../visibility.ts'
import { senderName } from './sender-name.ts'

export interface DocumentsFilter {
  stage?: Stage
  /** What was typed into the search field. */
  typed?: string
  /** Id the page before ended with; ids sort by time. */
  after?: string
  limit: number
}

export interface DocumentRow extends Document {
  source: string
  sender: string
  senderName: string
  fileName: string | null
  rowLocator: string | null
  band: string | null
}

/** Papers a viewer may see, newest first. */
export async function documentsList(
  db: Knex,
  viewer: Viewer,
  filter: DocumentsFilter,
): Promise<{ rows: DocumentRow[]; next?: string }> {
  const query = visibleDocuments(db('documents').join('intakes', 'intakes.id', 'documents.intake_id'), viewer)
    .leftJoin('assessments', 'assessments.id', 'documents.assessment_id')
    .leftJoin('officers', 'officers.id', 'intakes.officer_id')
    .select(
      'documents.*',
      'intakes.source',
      'intakes.sender',
      'intakes.file_name',
      'intakes.row_locator',
      'intakes.officer_id',
      'officers.name as officer_name',
      'assessments.band',
    )
    .orderBy('documents.id', 'desc')
    .limit(filter.limit + 1)
  if (filter.stage) query.where('documents.stage', filter.stage)
  if (filter.after) query.where('documents.id', '<', filter.after)
  if (filter.typed?.trim()) query.whereIn('documents.id', searchDocuments(db, searchableQuery(filter.typed)))
  const found = await query
  const rows = found.slice(0, filter.limit).map((row: Record<string, any>) => ({
    ...asDocument(row)!,
    source: row.source,
    sender: row.sender,
    senderName: senderName(row),
    fileName: row.file_name,
    rowLocator: row.row_locator,
    band: row.band,
  }))
  const last = rows.at(-1)
  return { rows, ...(found.length > filter.limit && last ? { next: last.id } : {}) }
}
