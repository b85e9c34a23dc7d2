import type { Knex } from 'knex'
import type { Viewer } from '../../core/access/viewer.ts'
import { asMatter, type MatterFile } from '../matters.ts'
import { officerNames } from '../officers.ts'
import { visible } from '../visibility.ts'

/** A matter with what waits on it for a decision. */
export interface WaitingMatter {
  file: MatterFile
  /** Of whoever proposed, is named in what is proposed or ever lent the viewer approval, by officer id. */
  names: Map<string, string>
}

/** Matters on which something waits for approval, the longest waiting first. At most `limit`. */
export async function mattersWaiting(db: Knex, viewer: Viewer, limit: number): Promise<WaitingMatter[]> {
  const rows = await visible(db('matters'), viewer, 'approval.read', 'matters.region')
    .join(
      db('matter_proposals').groupBy('matter_id').select('matter_id').min({ first_at: 'at' }).as('waiting'),
      'waiting.matter_id',
      'matters.id',
    )
    .orderBy([{ column: 'waiting.first_at' }, { column: 'matters.id' }])
    .limit(limit)
    .select('matters.*')
  const files = rows.map((row: Record<string, any>) => asMatter(row)!)
  const told = files.flatMap(({ matter }) =>
    matter.pending.flatMap(({ by, input }) => [by, ...Object.values(input).flat().filter(isId)]),
  )
  const lenders: string[] = await db('delegations').where({ to_officer: viewer.officerId }).pluck('from_officer')
  const names = await officerNames(db, [...new Set([...told, ...lenders])])
  return files.map((file: MatterFile) => ({ file, names }))
}

function isId(value: unknown): value is string {
  return typeof value === 'string' && /^[0-9a-f-]{36}$/.test(value)
}
