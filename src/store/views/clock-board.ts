import type { Knex } from 'knex'
import type { Viewer } from '../../core/access/viewer.ts'
import { addDays, shanghaiInstant } from '../../core/clock/day.ts'
import { shanghaiDay } from '../../core/clock/shanghai.ts'
import { WEEK_DAYS } from '../../core/clock/urgency.ts'
import type { MatterKind } from '../../core/procedure/move.ts'
import { carers, carersOf, mattersCaredFor } from '../carers.ts'
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

/** How a clock stands on a day; `still` while it is suspended, `untold` where its last day cannot be told. */
export const BOARD_GROUPS = ['overdue', 'today', 'week', 'later', 'untold', 'still'] as const
export type BoardGroup = (typeof BOARD_GROUPS)[number]

export interface BoardFilter {
  /** Only clocks of matters this officer takes care of or, where nobody does, opened. */
  officerId?: string
  /** A clock id of the law: `T06`. */
  clock?: string
  /** Only clocks that stand so at an instant. */
  standing?: { group: BoardGroup; now: Date }
  limit: number
}

/** Every clock that runs and that the viewer may see, the first to end first; those whose end cannot be told come last. */
export async function clockBoard(db: Knex, viewer: Viewer, filter: BoardFilter): Promise<ClockOnBoard[]> {
  const query = running(db, viewer, filter)
    .orderByRaw('CASE WHEN matter_clocks.due_day IS NULL THEN 1 ELSE 0 END')
    .orderBy([
      { column: 'matter_clocks.due_day' },
      { column: 'matter_clocks.due' },
      { column: 'matters.id' },
      { column: 'matter_clocks.key' },
    ])
    .limit(filter.limit)
    .select('matter_clocks.*', 'matters.number', 'matters.title', 'matters.kind', 'matters.state', 'matters.region')
  const rows: Record<string, any>[] = await query
  const handlers = await carersOf(db, [...new Set(rows.map((row) => row.matter_id))])
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

/** How many clocks stand in each group: the board tells of all, however many it lists. */
export async function clockCounts(
  db: Knex,
  viewer: Viewer,
  filter: Pick<BoardFilter, 'officerId'>,
  now: Date,
): Promise<Record<BoardGroup, number>> {
  const counts = Object.fromEntries(BOARD_GROUPS.map((group) => [group, 0])) as Record<BoardGroup, number>
  const { sql, bindings } = groupSql(now)
  const rows: Record<string, any>[] = await db
    .from(
      running(db, viewer, filter)
        .select(db.raw(`${sql} as standing`, bindings))
        .as('clocks'),
    )
    .groupBy('standing')
    .select('standing')
    .count({ n: '*' })
  for (const row of rows) counts[row.standing as BoardGroup] = Number(row.n)
  return counts
}

/** Who takes care of matters whose clocks run, with how many, the most first. */
export async function clockHandlers(db: Knex, viewer: Viewer): Promise<{ id: string; name: string; clocks: number }[]> {
  const rows: Record<string, any>[] = await running(db, viewer, {})
    .join(carers(db).as('care'), 'care.matter_id', 'matters.id')
    .groupBy('care.officer_id', 'care.name')
    .select('care.officer_id as id', 'care.name')
    .count({ n: '*' })
  const people = rows.map(({ id, name, n }) => ({ id, name, clocks: Number(n) }))
  return people.sort((a, b) => b.clocks - a.clocks || (a.id < b.id ? -1 : 1))
}

function running(db: Knex, viewer: Viewer, filter: Omit<BoardFilter, 'limit'>) {
  const query = visible(
    db('matter_clocks').join('matters', 'matters.id', 'matter_clocks.matter_id'),
    viewer,
    'clock.read',
    'matters.region',
  ).whereNull('matter_clocks.ended_at')
  if (filter.standing) {
    const { sql, bindings } = groupSql(filter.standing.now)
    query.whereRaw(`${sql} = ?`, [...bindings, filter.standing.group])
  }
  if (filter.clock) query.where('matter_clocks.clock', filter.clock)
  if (filter.officerId) {
    const { officerId } = filter
    query.where((hers) =>
      hers
        .whereIn('matters.id', mattersCaredFor(db, officerId))
        .orWhere((untended) =>
          untended.where('matters.opened_by', officerId).whereNotIn('matters.id', mattersCaredFor(db)),
        ),
    )
  }
  return query
}

/** The group of a clock at an instant: `urgencyOf`, in SQL. */
function groupSql(now: Date): { sql: string; bindings: string[] } {
  const today = shanghaiDay(now)
  return {
    sql: `CASE
      WHEN matter_clocks.stands_since IS NOT NULL THEN 'still'
      WHEN matter_clocks.due IS NULL THEN 'untold'
      WHEN matter_clocks.due_day < ? THEN 'overdue'
      WHEN length(matter_clocks.due) > 10 AND substr(matter_clocks.due, 1, 19) < ? THEN 'overdue'
      WHEN matter_clocks.due_day = ? THEN 'today'
      WHEN matter_clocks.due_day <= ? THEN 'week'
      ELSE 'later' END`,
    bindings: [today, shanghaiInstant(now.getTime()).slice(0, 19), today, addDays(today, WEEK_DAYS)],
  }
}
