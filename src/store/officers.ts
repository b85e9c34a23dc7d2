import type { Knex } from 'knex'
import { covers, type Role, type Viewer } from '../core/access/viewer.ts'

export interface Officer {
  id: string
  login: string
  name: string
  role: Role
  region: string
  passwordHash: string
  createdAt: string
  disabledAt: string | null
  /** 正职; see `setPrincipal`. */
  isPrincipal?: boolean
  version: number
}

export async function insertOfficer(trx: Knex.Transaction, officer: Officer): Promise<void> {
  await trx('officers').insert({
    id: officer.id,
    login: officer.login,
    name: officer.name,
    role: officer.role,
    region: officer.region,
    password_hash: officer.passwordHash,
    created_at: officer.createdAt,
    disabled_at: officer.disabledAt,
    version: officer.version,
  })
}

export async function officerByLogin(db: Knex, login: string): Promise<Officer | undefined> {
  return asOfficer(await db('officers').where({ login }).first())
}

export async function officerById(db: Knex, id: string): Promise<Officer | undefined> {
  return asOfficer(await db('officers').where({ id }).first())
}

/** 正职: the head who approves criminal referrals. A head may be one, nobody else. */
export async function isPrincipal(db: Knex, id: string): Promise<boolean> {
  const row = await db('officers').where({ id, role: 'head' }).whereNull('disabled_at').first('is_principal')
  return Boolean(row?.is_principal)
}

export async function setPrincipal(trx: Knex.Transaction, id: string, isIt: boolean): Promise<void> {
  await trx('officers')
    .where({ id })
    .update({ is_principal: isIt, version: trx.raw('version + 1') })
}

/** Officers of a region and of those above it, who may be named for a matter there; accounts that are off are left out. */
export async function officersAround(
  db: Knex,
  region: string,
): Promise<Pick<Officer, 'id' | 'name' | 'role' | 'region'>[]> {
  const rows = await db('officers')
    .whereNull('disabled_at')
    .whereIn('role', ['officer', 'reviewer', 'head'])
    .orderBy(['region', 'name', 'id'])
    .select('id', 'name', 'role', 'region')
  return rows.filter((row) => covers(row.region, region))
}

export async function countOfficers(db: Knex): Promise<number> {
  const [row] = await db('officers').count({ n: '*' })
  return Number(row!.n)
}

/** Names for ids, to show who acted; ids that are not officers are left out. */
export async function officerNames(db: Knex, ids: string[]): Promise<Map<string, string>> {
  const rows = await db('officers').whereIn('id', ids).select('id', 'name')
  return new Map(rows.map((row) => [row.id, row.name]))
}

/** Set a new password hash or switch an account off; every session and token of it is the caller's matter. */
export async function updateOfficer(
  trx: Knex.Transaction,
  id: string,
  change: { passwordHash?: string; disabledAt?: string | null; role?: Role; region?: string },
): Promise<void> {
  await trx('officers')
    .where({ id })
    .update({
      ...(change.passwordHash !== undefined ? { password_hash: change.passwordHash } : {}),
      ...(change.disabledAt !== undefined ? { disabled_at: change.disabledAt } : {}),
      ...(change.role !== undefined ? { role: change.role } : {}),
      ...(change.region !== undefined ? { region: change.region } : {}),
      version: trx.raw('version + 1'),
    })
}

export async function listOfficers(db: Knex): Promise<Officer[]> {
  const rows = await db('officers').orderBy('login')
  return rows.map((row) => asOfficer(row)!)
}

/** The officer as a viewer of everything else. */
export function asViewer(officer: Officer): Viewer {
  return { officerId: officer.id, name: officer.name, role: officer.role, region: officer.region }
}

function asOfficer(row: Record<string, any> | undefined): Officer | undefined {
  return (
    row && {
      id: row.id,
      login: row.login,
      name: row.name,
      role: row.role,
      region: row.region,
      passwordHash: row.password_hash,
      createdAt: row.created_at,
      disabledAt: row.disabled_at,
      isPrincipal: Boolean(row.is_principal),
      version: row.version,
    }
  )
}
