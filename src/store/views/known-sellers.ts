import type { Knex } from 'knex'
import { covers, type Viewer } from '../../core/access/viewer.ts'
import { carers } from '../carers.ts'
import { asOperator, identifierKey, type Operator, operatorsLike } from '../operators.ts'
import { ENDED_STATES } from './matters-list.ts'

/** What whoever takes a call may know of a seller: that it is known, how often and with whom. Nothing of any case. */
export interface KnownSeller {
  operator: Operator
  /** Complaints, and reports and leads, by any bureau. */
  complaints: number
  reports: number
  /** Officers who take care of something open about it in the viewer's region. */
  handledBy: string[]
  /** Other regions where something is open. */
  openIn: string[]
}

/** Sellers on file that bear what was typed: part of a name, a telephone, a code. */
export async function knownSellers(db: Knex, viewer: Viewer, typed: string, limit: number): Promise<KnownSeller[]> {
  return standing(db, viewer, await operatorsLike(db, typed, limit))
}

/** The sellers on file that bear one of these as their own, whole: a name, a telephone, a code. */
export async function sellersBearing(
  db: Knex,
  viewer: Viewer,
  values: readonly string[],
  limit: number,
): Promise<KnownSeller[]> {
  const keys = values.map(identifierKey).filter((key) => key.length >= 4)
  if (keys.length === 0) return []
  const rows = await db('operators')
    .whereIn('id', (query) => query.select('operator_id').from('operator_identifiers').whereIn('value_key', keys))
    .orderBy('id')
    .limit(limit)
  return standing(
    db,
    viewer,
    rows.map((row: Record<string, any>) => asOperator(row)!),
  )
}

async function standing(db: Knex, viewer: Viewer, operators: readonly Operator[]): Promise<KnownSeller[]> {
  const ids = operators.map(({ id }) => id)
  if (ids.length === 0) return []
  const matters: Record<string, any>[] = await db('matters')
    .whereIn('operator_id', ids)
    .groupBy('operator_id', 'kind', 'region', 'state')
    .select('operator_id', 'kind', 'region', 'state')
    .count({ n: '*' })
  const handlers: Record<string, any>[] = await db('matters')
    .join(carers(db).as('care'), 'care.matter_id', 'matters.id')
    .whereIn('matters.operator_id', ids)
    .whereNotIn('matters.state', ENDED_STATES)
    .distinct('matters.operator_id', 'matters.region', 'care.name')
    .orderBy('care.name')
  return operators.map((operator) => {
    const about = matters.filter((row) => row.operator_id === operator.id)
    const sum = (rows: typeof about) => rows.reduce((total, row) => total + Number(row.n), 0)
    const open = about.filter(({ state }) => !ENDED_STATES.includes(state))
    return {
      operator,
      complaints: sum(about.filter(({ kind }) => kind === 'complaint')),
      reports: sum(about.filter(({ kind }) => kind !== 'complaint')),
      handledBy: handlers
        .filter((row) => row.operator_id === operator.id && covers(viewer.region, row.region))
        .map(({ name }) => name)
        .filter((name, i, all) => all.indexOf(name) === i),
      openIn: [...new Set(open.map(({ region }) => region))].filter((region) => !covers(viewer.region, region)),
    }
  })
}
