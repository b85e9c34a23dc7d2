import type { Knex } from 'knex'
import type { Viewer } from '../../core/access/viewer.ts'
import { problem } from '../../core/problem.ts'
import { asRun, countsOfRuns, type ImportItem, type ImportRun, itemsOf, type RunCounts } from '../import-runs.ts'
import { visible, visibleDocuments } from '../visibility.ts'

/** Import runs a viewer may see, newest first; counted as far as she sees their papers. */
export async function importsList(
  db: Knex,
  viewer: Viewer,
  limit: number,
): Promise<(ImportRun & { counts: RunCounts })[]> {
  const rows: Record<string, any>[] = await visible(db('import_runs'), viewer, 'import.read', 'import_runs.region')
    .orderBy('id', 'desc')
    .limit(limit)
  const counts = await countsOfRuns(
    db,
    viewer,
    rows.map((row) => row.id),
  )
  return rows.map((row) => ({ ...asRun(row), counts: counts.get(row.id)! }))
}

/** One run with what was rejected, as far as the viewer sees its papers. @throws problem import.not_found */
export async function importPage(
  db: Knex,
  viewer: Viewer,
  id: string,
): Promise<{ run: ImportRun; counts: RunCounts; rejects: ImportItem[] }> {
  const row = await visible(db('import_runs'), viewer, 'import.read', 'import_runs.region').where({ id }).first()
  if (!row) throw problem('import.not_found', { runId: id })
  const counts = (await countsOfRuns(db, viewer, [id])).get(id)!
  return { run: asRun(row), counts, rejects: await rejectsOf(db, viewer, id) }
}

/** Files turned away at the door, which belong to the run's region, and papers of the run in sight that could not be read. */
async function rejectsOf(db: Knex, viewer: Viewer, runId: string): Promise<ImportItem[]> {
  const atTheDoor = await itemsOf(db, runId, 'rejected')
  const papers = db('documents').join('intakes', 'intakes.id', 'documents.intake_id').where('intakes.run_id', runId)
  const unreadable = await visibleDocuments(papers, viewer)
    .whereIn('documents.stage', ['unreadable', 'failed'])
    .orderBy('documents.id')
    .select(
      'documents.id',
      'documents.unreadable_reason',
      'documents.stage',
      'documents.stage_at',
      'intakes.file_name',
      'intakes.external',
    )
    .select('intakes.id as intake_id')
  return [
    ...atTheDoor,
    ...unreadable.map((row) => ({
      id: row.id,
      runId,
      name: row.file_name ?? row.external ?? row.id,
      outcome: 'rejected' as const,
      reason: row.stage === 'failed' ? 'failed' : row.unreadable_reason,
      intakeId: row.intake_id,
      at: row.stage_at,
    })),
  ]
}
