import type { Knex } from 'knex'
import type { Viewer } from '../../core/access/viewer.ts'
import { endOfShanghaiDay, shanghaiDay, startOfShanghaiDay } from '../../core/clock/shanghai.ts'
import type { Category } from '../../core/document.ts'
import { standingOf } from '../../core/routing/standing.ts'
import { type CountedMatter, OUTCOMES, oneBelow } from '../../core/statistics/figures.ts'
import { HANDLING_CLOCKS } from '../../core/statistics/handling-clocks.ts'
import type { StatisticsPeriod } from '../../core/statistics/period.ts'
import { visible } from '../visibility.ts'

/** Moves that a figure asks for. */
const MOVES = ['accept', 'refuse_acceptance', 'settle', 'terminate_mediation', ...OUTCOMES]

/** The matters received in a period that a viewer may count, newest first; regions one level below hers. */
export async function countedMatters(
  db: Knex,
  viewer: Viewer,
  { from, to }: StatisticsPeriod,
  now: string,
): Promise<CountedMatter[]> {
  const received = () =>
    visible(db('matters'), viewer, 'statistics.read', 'matters.region')
      .where('matters.received_at', '>=', startOfShanghaiDay(from))
      .where('matters.received_at', '<', endOfShanghaiDay(to))
  const rows: Record<string, any>[] = await received()
    .orderBy('id', 'desc')
    .select('id', 'kind', 'category', 'region', 'state', 'recovered_fen')
  const of = (table: string) => db(table).whereIn('matter_id', received().select('matters.id'))
  const moves = grouped(
    await of('matter_events').where({ type: 'made' }).whereIn('move', MOVES).select('matter_id', 'move'),
    ({ move }) => move as string,
  )
  const clocks = grouped(
    await of('matter_clocks')
      .whereIn('clock', [...HANDLING_CLOCKS])
      .select('matter_id', 'clock', 'due', 'ended_at'),
    (row) => ({ clock: row.clock as string, due: row.due as string | null, endedAt: row.ended_at as string | null }),
  )
  const lines = grouped(await of('lines').select('matter_id', 'department', 'state'), (row) => ({
    department: row.department as string,
    isAwaited: row.state === 'sent',
  }))
  const today = shanghaiDay(now)
  const opinions = grouped(await of('opinions').whereNull('withdrawn_at').select('*'), (row) => ({
    department: row.department as string,
    standing: standingOf(
      { due: row.due, toldLater: row.told_later, answeredAt: row.answered_at, withdrawnAt: null },
      today,
    ),
  }))
  const judged = await judgedCategories(db, received().whereNull('category').select('matters.id'))
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    category: row.category ?? judged.get(row.id) ?? null,
    region: oneBelow(row.region, viewer.region),
    state: row.state,
    moves: moves.get(row.id) ?? [],
    recoveredFen: row.recovered_fen === null ? null : Number(row.recovered_fen),
    clocks: clocks.get(row.id) ?? [],
    lines: lines.get(row.id) ?? [],
    opinions: opinions.get(row.id) ?? [],
  }))
}

/** What the papers of matters are most suspected of, for those of which nobody said it. */
async function judgedCategories(db: Knex, matters: Knex.QueryBuilder): Promise<Map<string, Category>> {
  const rows: Record<string, any>[] = await db('matter_documents')
    .join('documents', 'documents.id', 'matter_documents.document_id')
    .join('assessments', 'assessments.id', 'documents.assessment_id')
    .whereIn('matter_documents.matter_id', matters)
    .whereNot('assessments.labels', '[]')
    .select('matter_documents.matter_id', 'assessments.labels', 'assessments.scores')
  const worst = new Map<string, { category: Category; score: number }>()
  for (const row of rows) {
    const scores: Record<Category, number> = JSON.parse(row.scores)
    for (const category of JSON.parse(row.labels) as Category[]) {
      const score = scores[category]
      if (score > (worst.get(row.matter_id)?.score ?? -1)) worst.set(row.matter_id, { category, score })
    }
  }
  return new Map([...worst].map(([id, { category }]) => [id, category]))
}

function grouped<T>(rows: Record<string, any>[], read: (row: Record<string, any>) => T): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const row of rows) {
    const group = groups.get(row.matter_id)
    if (group) group.push(read(row))
    else groups.set(row.matter_id, [read(row)])
  }
  return groups
}

/** What the list behind a figure shows of each matter. */
export interface MatterOfFigure {
  id: string
  number: string
  title: string
  kind: string
  state: string
  region: string
  receivedAt: string
  recoveredFen: number | null
}

/** Matters by their ids, in the order given; the caller took the ids from what the viewer may count. */
export async function mattersOfFigure(db: Knex, ids: readonly string[]): Promise<MatterOfFigure[]> {
  const rows: Record<string, any>[] = await db('matters')
    .whereIn('id', ids)
    .select('id', 'number', 'title', 'kind', 'state', 'region', 'received_at', 'recovered_fen')
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.flatMap((id) => {
    const row = byId.get(id)
    if (!row) return []
    const { number, title, kind, state, region } = row
    const recoveredFen = row.recovered_fen === null ? null : Number(row.recovered_fen)
    return [{ id, number, title, kind, state, region, receivedAt: row.received_at, recoveredFen }]
  })
}
