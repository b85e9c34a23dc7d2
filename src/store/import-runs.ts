import type { Knex } from 'knex'
import type { Viewer } from '../core/access/viewer.ts'
import type { Source } from '../core/intake/envelope.ts'
import { visibleDocuments } from './visibility.ts'

export const ITEM_OUTCOMES = ['received', 'duplicate', 'rejected'] as const
export type ItemOutcome = (typeof ITEM_OUTCOMES)[number]

/** One import as a whole. */
export interface ImportRun {
  id: string
  source: Source
  label: string
  state: 'running' | 'finished' | 'interrupted'
  officerId: string | null
  region: string
  startedAt: string
  finishedAt: string | null
}

/** What became of one file (or one line of a batch). */
export interface ImportItem {
  id: string
  runId: string
  name: string
  outcome: ItemOutcome
  reason: string | null
  intakeId: string | null
  at: string
}

export async function insertRun(db: Knex, run: ImportRun): Promise<void> {
  await db('import_runs').insert({
    id: run.id,
    source: run.source,
    label: run.label,
    state: run.state,
    officer_id: run.officerId,
    region: run.region,
    started_at: run.startedAt,
    finished_at: run.finishedAt,
  })
}

export async function insertItem(db: Knex, item: ImportItem): Promise<void> {
  await db('import_items').insert({
    id: item.id,
    run_id: item.runId,
    name: item.name,
    outcome: item.outcome,
    reason: item.reason,
    intake_id: item.intakeId,
    at: item.at,
  })
}

/** @returns false when the run had ended before. */
export async function finishRun(db: Knex, id: string, state: 'finished' | 'interrupted', at: string): Promise<boolean> {
  return (await db('import_runs').where({ id, state: 'running' }).update({ state, finished_at: at })) === 1
}

/** Runs not ended yet, oldest first: of this moment, or of a process that died. */
export async function runningRuns(db: Knex): Promise<ImportRun[]> {
  return (await db('import_runs').where({ state: 'running' }).orderBy('id')).map(asRun)
}

export async function itemsOf(db: Knex, runId: string, outcome?: ItemOutcome): Promise<ImportItem[]> {
  const query = db('import_items').where({ run_id: runId }).orderBy('id')
  if (outcome) query.where({ outcome })
  return (await query).map((row) => ({
    id: row.id,
    runId: row.run_id,
    name: row.name,
    outcome: row.outcome,
    reason: row.reason,
    intakeId: row.intake_id,
    at: row.at,
  }))
}

/** Counts of a run: its items by outcome, and the papers that came of it by stage (rows of sheets counted one by one). */
export interface RunCounts {
  items: Record<ItemOutcome, number>
  stages: Record<string, number>
}

/**
 * What a viewer sees of many runs, in two queries however many; every id asked for is in the answer. A run may bring papers of several
 * regions: only those she may see are counted. What was turned away at the door became no paper and belongs to the run.
 */
export async function countsOfRuns(
  db: Knex,
  viewer: Viewer,
  runIds: readonly string[],
): Promise<Map<string, RunCounts>> {
  const counts = new Map<string, RunCounts>(
    runIds.map((id) => [id, { items: { received: 0, duplicate: 0, rejected: 0 }, stages: {} }]),
  )
  const seen = visibleDocuments(db('documents').join('intakes', 'intakes.id', 'documents.intake_id'), viewer).whereRaw(
    'intakes.id = import_items.intake_id',
  )
  const byOutcome: { run_id: string; outcome: ItemOutcome; n: number }[] = await db('import_items')
    .whereIn('run_id', runIds)
    .where((either) => either.whereNull('import_items.intake_id').orWhereExists(seen.select(db.raw('1'))))
    .groupBy('run_id', 'outcome')
    .select('run_id', 'outcome', db.raw('count(*) as n'))
  for (const row of byOutcome) counts.get(row.run_id)!.items[row.outcome] = Number(row.n)
  const papers = db('documents').join('intakes', 'intakes.id', 'documents.intake_id').whereIn('intakes.run_id', runIds)
  const byStage: { run_id: string; stage: string; n: number }[] = await visibleDocuments(papers, viewer)
    .groupBy('intakes.run_id', 'documents.stage')
    .select('intakes.run_id', 'documents.stage', db.raw('count(*) as n'))
  for (const row of byStage) counts.get(row.run_id)!.stages[row.stage] = Number(row.n)
  return counts
}

export function asRun(row: Record<string, any>): ImportRun {
  return {
    id: row.id,
    source: row.source,
    label: row.label,
    state: row.state,
    officerId: row.officer_id,
    region: row.region,
    startedAt: row.started_at,
    finishedAt: row.finished_at,
  }
}
