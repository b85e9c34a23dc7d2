import type { Knex } from 'knex'
import type { Viewer } from '../../core/access/viewer.ts'
import { asDelegation, type StoredDelegation } from '../delegations.ts'
import { officersAround } from '../officers.ts'
import { visible } from '../visibility.ts'

export interface DelegationRow extends StoredDelegation {
  byName: string
  lentToName: string
}

/** Powers lent by heads the viewer may see, newest first; at most a hundred. */
export async function delegationsList(db: Knex, viewer: Viewer): Promise<DelegationRow[]> {
  const rows = await visible(
    db('delegations').join('officers as lender', 'lender.id', 'delegations.from_officer'),
    viewer,
    'approval.read',
    'lender.region',
  )
    .join('officers as taker', 'taker.id', 'delegations.to_officer')
    .orderBy('delegations.id', 'desc')
    .limit(100)
    .select('delegations.*', 'lender.name as by_name', 'taker.name as to_name')
  return rows.map((row: Record<string, any>) => ({
    ...asDelegation(row),
    byName: row.by_name,
    lentToName: row.to_name,
  }))
}

/** To whom a head may lend: reviewers and heads of her region or above, herself left out. */
export async function possibleDeputies(db: Knex, viewer: Viewer) {
  const around = await officersAround(db, viewer.region)
  return around.filter(({ id, role }) => id !== viewer.officerId && role !== 'officer')
}
