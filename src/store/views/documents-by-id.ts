import type { Knex } from 'knex'
import type { Viewer } from '../../core/access/viewer.ts'
import { asDocument, type Document } from '../documents.ts'
import { visibleDocuments } from '../visibility.ts'

export interface NamedDocument extends Document {
  fileName: string | null
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
