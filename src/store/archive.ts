import type { Knex } from 'knex'
import { SAYS_MACHINE_WAS_WRONG } from '../core/case/ruling.ts'

/** Papers received from this instant on and before that one, ISO-8601 UTC; an end left out is open. */
export interface Period {
  from?: string
  before?: string
}

/** Ids of assessed papers of the period in order of id, from after `after`. */
export async function assessedIds(db: Knex, period: Period, after: string, limit: number): Promise<string[]> {
  const rows = await inPeriod(db('documents'), period)
    .whereNotNull('documents.assessment_id')
    .andWhere('documents.id', '>', after)
    .orderBy('documents.id')
    .limit(limit)
    .select('documents.id')
  return rows.map((row: { id: string }) => row.id)
}

export async function countAssessed(db: Knex, period: Period): Promise<number> {
  const row = await inPeriod(db('documents'), period).whereNotNull('documents.assessment_id').count({ n: '*' }).first()
  return Number(row?.n ?? 0)
}

/** How many findings of each rule stand in the papers of the period, by code. */
export async function standingFindings(db: Knex, period: Period): Promise<Map<string, number>> {
  const rows = await inPeriod(
    db('documents').join('findings', 'findings.assessment_id', 'documents.assessment_id'),
    period,
  )
    .groupBy('findings.code')
    .select('findings.code', db.raw('count(*) as n'))
  return new Map(rows.map((row: { code: string; n: unknown }) => [row.code, Number(row.n)]))
}

/** The place and verdict of each finding officers ruled on in these papers, the standing ruling of each. */
export interface RuledFinding {
  documentId: string
  code: string
  start: number
  end: number
  verdict: 'upheld' | 'dismissed'
}

/**
 * Rulings that stand on papers of the period and tell of the rule: upheld, or dismissed because the machine was wrong. A finding set aside
 * for want of evidence or for time tells nothing of its rule. The same place ruled on in two assessments counts once, as ruled last.
 */
export async function standingRulings(db: Knex, period: Period): Promise<RuledFinding[]> {
  const rows = await inPeriod(
    db('rulings')
      .join('findings', 'findings.id', 'rulings.finding_id')
      .join('documents', 'documents.id', 'findings.document_id'),
    period,
  )
    .orderBy(['rulings.at', 'rulings.id'])
    .select('documents.id as documentId', 'findings.code', 'findings.start', 'findings.end')
    .select('rulings.verdict', 'rulings.reason')
  const standing = new Map<string, RuledFinding & { reason: string | null }>()
  for (const row of rows) standing.set(`${row.documentId} ${row.code} ${row.start} ${row.end}`, row)
  return [...standing.values()]
    .filter(({ verdict, reason }) => verdict === 'upheld' || SAYS_MACHINE_WAS_WRONG.has(reason ?? ''))
    .map(({ reason: _reason, ...ruled }) => ruled)
}

function inPeriod<T extends Knex.QueryBuilder>(query: T, { from, before }: Period): T {
  if (from !== undefined) query.where('documents.received_at', '>=', from)
  if (before !== undefined) query.where('documents.received_at', '<', before)
  return query
}
