import type { Knex } from 'knex'
import type { Viewer } from '../../core/access/viewer.ts'
import type { MatterKind } from '../../core/procedure/move.ts'
import { visible } from '../visibility.ts'

/** A running clock as the board shows it. */
export interface ClockOnBoard {
  matterId: string
  number: string
  title: string
  kind: MatterKind
  state: string
  region: string
  clock: string
  variant: string | null
  eventAt: string
  due: string | null
  dueDay: string | null
  dueAlt: string | null
  standsSince: string | null
  handlers: { id: string; name: string }[]
}

export interface BoardFilter {
  /** Only clocks of matters this officer handles or, where nobody does, opened. */
  officerId?: string
  /** A clock id of the law: `T06`. */
  clock?: string
  limit: number
}

/** Every clock that runs and that the viewer may see, the first to end first; those whose end cannot be told come last. */
export async function clockBoard(db: Knex, viewer: Viewer, filter: BoardFilter): Promise<ClockOnBoard[]> {
  const query = visible(
    db('matter_clocks').join('matters', 'matters.id', 'matter_clocks.matter_id'),
    viewer,
    'clock.read',
    'matters.region',
  )
    .whereNull('matter_clocks.ended_at')
    .orderByRaw('CASE WHEN matter_clocks.due_day IS NULL THEN 1 ELSE 0 END')
    .orderBy([
      { column: 'matter_clocks.due_day' },
      { column: 'matter_clocks.due' },
      { column: 'matters.id' },
      { column: 'matter_clocks.key' },
    ])
    .limit(filter.limit)
    .select('matter_clocks.*', 'matters.number', 'matters.title', 'matters.kind', 'matters.state', 'matters.region')
  if (filter.clock) query.where('matter_clocks.clock', filter.clock)
  if (filter.officerId) {
    const { officerId } = filter
    query.where((hers) =>
      hers
        .whereIn('matters.id', (handled) =>
          handled.select('matter_id').from('matter_officers').where({ officer_id: officerId, part: 'handler' }),
        )
        .orWhere((unhandled) =>
          unhandled
            .where('matters.opened_by', officerId)
            .whereNotIn('matters.id', (handled) =>
              handled.select('matter_id').from('matter_officers').where({ part: 'handler' }),
            ),
        ),
    )
  }
  const rows: Record<string, any>[] = await query
  const handlers = await handlersOf(db, [...new Set(rows.map((row) => row.matter_id))])
  return rows.map((row) => ({
    matterId: row.matter_id,
    number: row.number,
    title: row.title,
    kind: row.kind,
    state: row.state,
    region: row.region,
    clock: row.clock,
    variant: row.variant,
    eventAt: row.event_at,
    due: row.due,
    dueDay: row.due_day,
    dueAlt: row.due_alt,
    standsSince: row.stands_since,
    handlers: handlers.get(row.matter_id) ?? [],
  }))
}

async function handlersOf(db: Knex, ids: readonly string[]): Promise<Map<string, ClockOnBoard['handlers']>> {
  const found = new Map<string, ClockOnBoard['handlers']>()
  const rows = await db('matter_officers')
    .join('officers', 'officers.id', 'matter_officers.officer_id')
    .whereIn('matter_id', ids)
    .where({ part: 'handler' })
    .orderBy('officers.name')
    .select('matter_id', 'officers.id', 'officers.name')
  for (const { matter_id: id, ...officer } of rows) found.set(id, [...(found.get(id) ?? []), officer])
  return found
}
