import type { Knex } from 'knex'
import type { Viewer } from '../../core/access/viewer.ts'
import { lastDay } from '../../core/routing/standing.ts'
import { visible } from '../visibility.ts'

/** An answer that is awaited from another department: an opinion, or the reply to a line that was sent. */
export interface Awaited {
  kind: 'opinion' | 'line'
  department: string
  place: string
  matterId: string
  number: string
  title: string
  /** What was asked; for a line its id in the table. */
  what: string
  askedAt: string
  due: string | null
}

/** Every answer awaited in the viewer's region, the earliest last day first, those that cannot be told last. */
export async function awaitedAnswers(db: Knex, viewer: Viewer, limit: number): Promise<Awaited[]> {
  const opinions: Record<string, any>[] = await visible(db('opinions'), viewer, 'campaign.read', 'matters.region')
    .join('matters', 'matters.id', 'opinions.matter_id')
    .whereNull('opinions.answered_at')
    .whereNull('opinions.withdrawn_at')
    .orderBy('opinions.due')
    .limit(limit)
    .select('opinions.*', 'matters.number', 'matters.title', 'matters.region as matter_region')
  const lines: Record<string, any>[] = await visible(db('lines'), viewer, 'campaign.read', 'matters.region')
    .join('matters', 'matters.id', 'lines.matter_id')
    .where('lines.state', 'sent')
    .orderBy('lines.due')
    .limit(limit)
    .select('lines.*', 'matters.number', 'matters.title', 'matters.region as matter_region')
  const awaited = [
    ...opinions.map((row) =>
      awaitedOf('opinion', row, { what: row.question, askedAt: row.asked_at, toldLater: row.told_later }),
    ),
    ...lines.map((row) => awaitedOf('line', row, { what: row.line, askedAt: row.sent_at, toldLater: null })),
  ]
  return awaited.sort((a, b) => compare(a.due ?? NEVER, b.due ?? NEVER) || compare(a.askedAt, b.askedAt))
}

const NEVER = '9999'

function awaitedOf(
  kind: Awaited['kind'],
  row: Record<string, any>,
  { what, askedAt, toldLater }: { what: string; askedAt: string; toldLater: string | null },
): Awaited {
  const { department, matter_id: matterId, number, title } = row
  const place = row.place || row.matter_region
  return { kind, department, place, matterId, number, title, what, askedAt, due: lastDay({ due: row.due, toldLater }) }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
