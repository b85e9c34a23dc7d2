import type { Knex } from 'knex'
import type { Viewer } from '../../core/access/viewer.ts'
import { asDocument, type Document } from '../documents.ts'
import { visibleDocuments } from '../visibility.ts'

export interface NamedDocument extends Document {
  fileName: string | null
}

/** The papers that the rows of a sheet became and the viewer may see, in the order of the rows. */
export async function documentsOfSheet(
  db: Knex,
  viewer: Viewer,
  intakeId: string,
  limit: number,
): Promise<(NamedDocument & { rowLocator: string; band: string | null })[]> {
  const rows = await visibleDocuments(db('documents').join('intakes', 'intakes.id', 'documents.intake_id'), viewer)
    .leftJoin('assessments', 'assessments.id', 'documents.assessment_id')
    .where('intakes.parent_id', intakeId)
    .orderBy('documents.id')
    .limit(limit)
    .select('documents.*', 'intakes.file_name', 'intakes.row_locator', 'assessments.band')
  return rows.map((row: Record<string, any>) => ({
    ...asDocument(row)!,
    fileName: row.file_name,
    rowLocator: row.row_locator,
    band: row.band,
  }))
}

/** The papers with these ids that the viewer may see, in the order asked; others are left out. */
export async function documentsById(db: Knex, viewer: Viewer, ids: readonly string[]): Promise<NamedDocument[]> {
  const rows = await visibleDocuments(db('documents').join('intakes', 'intakes.id', 'documents.intake_id'), viewer)
    .whereIn('documents.id', ids)
    .select('documents.*', 'intakes.file_name')
  const found = new Map(
    rows.map((row: Record<string, any>) => [row.id, { ...asDocument(row)!, fileName: row.file_name }]),
  )
  return ids.flatMap((id) => found.get(id) ?? [])
}
