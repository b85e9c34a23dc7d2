import type { Knex } from 'knex'
import type { Viewer } from '../../core/access/viewer.ts'
import type { Category } from '../../core/document.ts'
import { SAYS_FROM } from '../../core/learn/stability.ts'
import { visibleDocuments } from '../visibility.ts'

/** A paper that one model would give a label and the other would not. */
export interface ModelDifference {
  documentId: string
  title: string
  region: string
  receivedAt: string
  label: Category
  champion: number
  challenger: number
}

/** How the two answered over the papers the viewer may see that both have judged. */
export interface ModelComparison {
  /** Papers both judged. */
  papers: number
  byLabel: { label: Category; champion: number; challenger: number; gained: number; lost: number }[]
  /** The widest apart first. */
  differences: ModelDifference[]
}

/** Champion and challenger side by side; only papers the viewer may see are counted and named. */
export async function compareModels(
  db: Knex,
  viewer: Viewer,
  models: { champion: string; challenger: string },
  limit: number,
): Promise<ModelComparison> {
  const counts = await answeredByBoth(db, viewer, models)
    .groupBy('a.label')
    .orderBy('a.label')
    .select('a.label', db.raw('count(*) as papers'), sumOf(db, 'a.tenth >= 5', 'champion'))
    .select(sumOf(db, 'b.tenth >= 5', 'challenger'))
    .select(sumOf(db, 'a.tenth < 5 and b.tenth >= 5', 'gained'), sumOf(db, 'a.tenth >= 5 and b.tenth < 5', 'lost'))
  const rows = await answeredByBoth(db, viewer, models)
    .where((apart) =>
      apart
        .where((q) => q.where('a.probability', '<', SAYS_FROM).andWhere('b.probability', '>=', SAYS_FROM))
        .orWhere((q) => q.where('a.probability', '>=', SAYS_FROM).andWhere('b.probability', '<', SAYS_FROM)),
    )
    .orderByRaw('abs(a.probability - b.probability) desc, documents.id desc')
    .limit(limit)
    .select('documents.id', 'documents.title', 'documents.region', 'documents.received_at')
    .select('a.label', 'a.probability as champion', 'b.probability as challenger')
  return {
    papers: Number(counts[0]?.papers ?? 0),
    byLabel: counts.map((row: Record<string, any>) => ({
      label: row.label,
      champion: Number(row.champion),
      challenger: Number(row.challenger),
      gained: Number(row.gained),
      lost: Number(row.lost),
    })),
    differences: rows.map((row: Record<string, any>) => ({
      documentId: row.id,
      title: row.title,
      region: row.region,
      receivedAt: row.received_at,
      label: row.label,
      champion: row.champion,
      challenger: row.challenger,
    })),
  }
}

function answeredByBoth(db: Knex, viewer: Viewer, { champion, challenger }: { champion: string; challenger: string }) {
  const query = db('model_answers as a')
    .join('model_answers as b', (on) =>
      on.on('b.document_id', 'a.document_id').andOn('b.label', 'a.label').andOnVal('b.model_hash', challenger),
    )
    .join('documents', 'documents.id', 'a.document_id')
    .join('intakes', 'intakes.id', 'documents.intake_id')
    .where('a.model_hash', champion)
  return visibleDocuments(query, viewer)
}

function sumOf(db: Knex, condition: string, name: string) {
  return db.raw(`sum(case when ${condition} then 1 else 0 end) as ${name}`)
}
