import type { Knex } from 'knex'
import type { Stage } from '../documents.ts'

/** A paper that came of a run and could not be read or processed. */
export interface SetAside {
  name: string
  /** A reason of the reader, or `failed`. */
  reason: string
}

/**
 * Papers that stand behind the items of a run, by stage: those it received, those an earlier run had received before (so that an import
 * begun again after a crash tells of the whole), and the rows of their sheets.
 */
export async function stagesOfRun(db: Knex, runId: string): Promise<Partial<Record<Stage, number>>> {
  const rows: { stage: Stage; n: number }[] = await papersOfRun(db, runId)
    .groupBy('documents.stage')
    .select('documents.stage', db.raw('count(*) as n'))
  return Object.fromEntries(rows.map((row) => [row.stage, Number(row.n)]))
}

export async function setAsideOfRun(db: Knex, runId: string): Promise<SetAside[]> {
  const rows = await papersOfRun(db, runId)
    .whereIn('documents.stage', ['unreadable', 'failed'])
    .orderBy('documents.id')
    .select('documents.stage', 'documents.unreadable_reason', 'intakes.file_name', 'intakes.row_locator')
    .select('intakes.external')
  return rows.map((row: Record<string, any>) => ({
    name: [row.file_name ?? row.external, row.row_locator].filter(Boolean).join('#'),
    reason: row.stage === 'failed' ? 'failed' : row.unreadable_reason,
  }))
}

function papersOfRun(db: Knex, runId: string): Knex.QueryBuilder {
  const taken = db('import_items').where({ run_id: runId }).whereNotNull('intake_id').select('intake_id')
  return db('documents')
    .join('intakes', 'intakes.id', 'documents.intake_id')
    .where((either) => either.whereIn('intakes.id', taken.clone()).orWhereIn('intakes.parent_id', taken.clone()))
}
