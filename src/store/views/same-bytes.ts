import type { Knex } from 'knex'
import type { Viewer } from '../../core/access/viewer.ts'
import { visibleDocuments } from '../visibility.ts'

/**
 * By document id, the first paper with the very same bytes that came before it and that the viewer may see; rows of a sheet are not
 * counted, they share the sheet's bytes.
 */
export async function sameBytesBefore(
  db: Knex,
  viewer: Viewer,
  documents: readonly { id: string; sha256: string }[],
): Promise<Map<string, string>> {
  const hashes = [...new Set(documents.map(({ sha256 }) => sha256))]
  const rows: { sha256: string; first_id: string }[] = await visibleDocuments(
    db('documents').join('intakes', 'intakes.id', 'documents.intake_id'),
    viewer,
  )
    .whereNull('intakes.parent_id')
    .whereIn('intakes.sha256', hashes)
    .groupBy('intakes.sha256')
    .select('intakes.sha256')
    .min('documents.id as first_id')
  const first = new Map(rows.map((row) => [row.sha256, row.first_id]))
  return new Map(
    documents.flatMap(({ id, sha256 }) => {
      const earlier = first.get(sha256)
      return earlier !== undefined && earlier < id ? [[id, earlier] as const] : []
    }),
  )
}
