import type { Knex } from 'knex'
import { may, type Viewer } from '../../core/access/viewer.ts'
import { problem } from '../../core/problem.ts'
import { STAGES, type Stage } from '../documents.ts'
import { type Fault, latestFaults } from '../faults.ts'

export interface Status {
  stages: Record<Stage, number>
  /** When the oldest waiting paper began to wait; undefined when none waits. */
  oldestWaitingSince?: string
  faults: Fault[]
}

/** State of the whole installation: numbers only, so it is not narrowed by region. */
export async function statusView(db: Knex, viewer: Viewer): Promise<Status> {
  if (!may(viewer, 'status.read')) throw problem('auth.forbidden', { permission: 'status.read' })
  const oldest = await db('documents').where({ stage: 'received' }).min({ at: 'stage_at' }).first()
  return {
    stages: await stageCounts(db),
    ...(oldest?.at ? { oldestWaitingSince: oldest.at as string } : {}),
    faults: await latestFaults(db, 20),
  }
}

/** How many papers stand in each stage; also for `/metrics`, which has no viewer. */
export async function stageCounts(db: Knex): Promise<Record<Stage, number>> {
  const stages = Object.fromEntries(STAGES.map((stage) => [stage, 0])) as Record<Stage, number>
  const rows: { stage: Stage; n: number }[] = await db('documents')
    .groupBy('stage')
    .select('stage', db.raw('count(*) as n'))
  for (const row of rows) stages[row.stage] = Number(row.n)
  return stages
}
