import type { Knex } from 'knex'
import type { Viewer } from '../../core/access/viewer.ts'
import type { MatterKind } from '../../core/procedure/move.ts'
import { carersOf, mattersCaredFor } from '../carers.ts'
import { asMatter, type MatterFile } from '../matters.ts'
import { visible } from '../visibility.ts'

export const MATTER_DESKS = ['open', 'mine', 'waiting', 'done', 'all'] as const
export type MatterDesk = (typeof MATTER_DESKS)[number]

/** Where the main line ends: nothing more is to be done but, for some, to archive. */
export const ENDED_STATES = ['archived', 'withdrawn', 'returned', 'dismissed', 'joined', 'closed'] as const

export interface MattersFilter {
  desk: MatterDesk
  kind?: MatterKind
  state?: string
  operatorId?: string
  /** Part of the number, the title or the seller's name. */
  typed?: string
  /** Ids for a statistics figure or another list behind a number; narrows further. */
  ids?: readonly string[]
  after?: string
  limit: number
}

/** A matter with what presses most. */
export interface MatterRow extends Omit<MatterFile, 'matter' | 'summary'> {
  operatorName: string | null
  handlerNames: string[]
  /** The running clock that ends first. */
  next: {
    clock: string
    variant: string | null
    eventAt: string
    due: string | null
    dueDay: string | null
    standsSince: string | null
  } | null
  proposals: number
}

/** Matters a viewer may see, newest first. */
export async function mattersList(
  db: Knex,
  viewer: Viewer,
  filter: MattersFilter,
): Promise<{ rows: MatterRow[]; next?: string }> {
  const query = narrowed(db, viewer, filter)
    .leftJoin('operators', 'operators.id', 'matters.operator_id')
    .select('matters.*', 'operators.name as operator_name')
    .orderBy('matters.id', 'desc')
    .limit(filter.limit + 1)
  if (filter.after) query.where('matters.id', '<', filter.after)
  const found: Record<string, any>[] = await query
  const page = found.slice(0, filter.limit)
  const ids = page.map(({ id }) => id)
  const [handlers, clocks, proposals] = [await carersOf(db, ids), await nextClocks(db, ids), await proposalsOf(db, ids)]
  const rows = page.map((row) => ({
    ...asMatter(row)!,
    operatorName: row.operator_name,
    handlerNames: (handlers.get(row.id) ?? []).map(({ name }) => name),
    next: clocks.get(row.id) ?? null,
    proposals: proposals.get(row.id) ?? 0,
  }))
  const last = rows.at(-1)
  return { rows, ...(found.length > filter.limit && last ? { next: last.id } : {}) }
}

/** How many stand on each desk. */
export async function matterDeskCounts(db: Knex, viewer: Viewer): Promise<Record<MatterDesk, number>> {
  const counts = {} as Record<MatterDesk, number>
  for (const desk of MATTER_DESKS) {
    const [row] = await narrowed(db, viewer, { desk }).count({ n: '*' })
    counts[desk] = Number(row!.n)
  }
  return counts
}

function narrowed(db: Knex, viewer: Viewer, filter: Omit<MattersFilter, 'limit'>) {
  const query = visible(db('matters'), viewer, 'matter.list', 'matters.region')
  if (filter.desk === 'open' || filter.desk === 'mine') query.whereNotIn('matters.state', ENDED_STATES)
  if (filter.desk === 'done') query.whereIn('matters.state', ENDED_STATES)
  if (filter.desk === 'mine') {
    query.where((mine) =>
      mine.whereIn('matters.id', mattersCaredFor(db, viewer.officerId)).orWhere('matters.opened_by', viewer.officerId),
    )
  }
  if (filter.desk === 'waiting')
    query.whereIn('matters.id', (waiting) => waiting.select('matter_id').from('matter_proposals'))
  if (filter.kind) query.where('matters.kind', filter.kind)
  if (filter.state) query.where('matters.state', filter.state)
  if (filter.operatorId) query.where('matters.operator_id', filter.operatorId)
  if (filter.ids) query.whereIn('matters.id', filter.ids)
  const typed = filter.typed?.trim()
  if (typed) {
    const like = `%${typed.replace(/[\\%_]/g, '\\$&')}%`
    query.where((either) => {
      for (const column of ['matters.number', 'matters.title', 'matters.operator_said'])
        either.orWhereRaw(`${column} LIKE ? ESCAPE '\\'`, [like])
    })
  }
  return query
}

async function nextClocks(db: Knex, ids: readonly string[]): Promise<Map<string, NonNullable<MatterRow['next']>>> {
  const rows = await db('matter_clocks')
    .whereIn('matter_id', ids)
    .whereNull('ended_at')
    .orderByRaw('CASE WHEN due_day IS NULL THEN 1 ELSE 0 END')
    .orderBy(['due_day', 'due', 'key'])
    .select('matter_id', 'clock', 'variant', 'event_at', 'due', 'due_day', 'stands_since')
  const first = new Map<string, NonNullable<MatterRow['next']>>()
  for (const row of rows) {
    if (first.has(row.matter_id)) continue
    first.set(row.matter_id, {
      clock: row.clock,
      variant: row.variant,
      eventAt: row.event_at,
      due: row.due,
      dueDay: row.due_day,
      standsSince: row.stands_since,
    })
  }
  return first
}

async function proposalsOf(db: Knex, ids: readonly string[]): Promise<Map<string, number>> {
  const rows = await db('matter_proposals')
    .whereIn('matter_id', ids)
    .groupBy('matter_id')
    .select('matter_id')
    .count({ n: '*' })
  return new Map(rows.map((row: Record<string, any>) => [row.matter_id, Number(row.n)]))
}
