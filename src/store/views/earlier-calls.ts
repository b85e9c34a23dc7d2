import type { Knex } from 'knex'
import { may, regionPrefix, type Viewer } from '../../core/access/viewer.ts'
import { type ContactHistory, NO_HISTORY } from '../../core/intake/profit-signs.ts'
import { problem } from '../../core/problem.ts'
import { identifierKey } from '../operators.ts'

/** An earlier matter as whoever takes a call may see it: that it is there and where it stands, never what it says. */
export interface EarlierMatter {
  id: string
  number: string
  kind: string
  state: string
  region: string
  /** Officer id, or `system`. */
  openedBy: string
  receivedAt: string
  /** The seller as named there. */
  seller: string
}

export interface EarlierCalls {
  history: ContactHistory
  /** By the same telephone number, newest first. */
  bySameCaller: EarlierMatter[]
}

/** Matters opened under one telephone number since a moment. */
export async function earlierCalls(
  db: Knex,
  phone: string | undefined,
  seller: { operatorId?: string | undefined; name?: string | undefined },
  since: string,
  /** Matters that are this call. */
  exceptBundle = '',
): Promise<EarlierCalls> {
  const digits = phone?.replace(/\D/g, '') ?? ''
  if (digits.length < 7) return { history: NO_HISTORY, bySameCaller: [] }
  const rows: Record<string, any>[] = await db('matter_people')
    .join('identities', 'identities.id', 'matter_people.identity_id')
    .join('matters', 'matters.id', 'matter_people.matter_id')
    .whereIn('identities.phone', [...new Set([digits, phone!])])
    .where('matters.received_at', '>=', since)
    .whereNot('matters.bundle_id', exceptBundle)
    .orderBy('matters.id', 'desc')
    .limit(500)
    .select('matters.*', 'identities.name as person', 'identities.id as identity')
  const complaints = onePerMatter(rows.filter(({ kind }) => kind === 'complaint'))
  const sellerOf = (row: Record<string, any>) => row.operator_id ?? identifierKey(row.operator_said)
  const ours = seller.operatorId ?? identifierKey(seller.name ?? '')
  const persons = (of: typeof rows) => new Set(of.map(({ person, identity }) => person ?? identity)).size
  return {
    history: {
      complaints: complaints.length,
      sellers: new Set(complaints.map(sellerOf)).size,
      personsUnderPhone: persons(rows),
      personsOfSameSeller: persons(rows.filter((row) => ours !== '' && sellerOf(row) === ours)),
    },
    bySameCaller: onePerMatter(rows).map(asEarlier),
  }
}

/** How many earlier stories are compared while somebody types: a bound on the work, whatever the archive holds. */
export const COMPARED = 200

/** The newest stories of the viewer's region, and of the same seller before others, to be compared with what is being told. */
export async function storiesToCompare(
  db: Knex,
  viewer: Viewer,
  operatorIds: readonly string[],
  since: string,
): Promise<(EarlierMatter & { story: string })[]> {
  if (!may(viewer, 'call.take')) throw problem('auth.forbidden', { permission: 'call.take' })
  const query = () =>
    db('matters')
      .where('region', 'like', `${regionPrefix(viewer.region)}%`)
      .where('received_at', '>=', since)
      .whereNot('summary', '')
      .orderBy('id', 'desc')
  const same =
    operatorIds.length > 0
      ? await query()
          .whereIn('operator_id', operatorIds)
          .limit(COMPARED / 2)
      : []
  const newest = await query().limit(COMPARED - same.length)
  const all = new Map([...same, ...newest].map((row) => [row.id, row]))
  return [...all.values()].map((row) => ({ ...asEarlier(row), story: row.summary }))
}

function onePerMatter(rows: Record<string, any>[]): Record<string, any>[] {
  return [...new Map(rows.map((row) => [row.id, row])).values()]
}

function asEarlier(row: Record<string, any>): EarlierMatter {
  return {
    id: row.id,
    number: row.number,
    kind: row.kind,
    state: row.state,
    region: row.region,
    openedBy: row.opened_by,
    receivedAt: row.received_at,
    seller: row.operator_said,
  }
}
