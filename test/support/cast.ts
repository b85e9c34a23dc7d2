import type { Knex } from 'knex'
import type { Role, Viewer } from '../../src/core/access/viewer.ts'
import { newId } from '../../src/store/id.ts'
import { insertOfficer } from '../../src/store/officers.ts'

/** Alice handles; Bob sits beside her; Carol heads the province; Dave is a stranger from another one; Henry takes the calls. */
export interface Cast {
  alice: Viewer
  bob: Viewer
  carol: Viewer
  dave: Viewer
  henry: Viewer
}

export async function theCast(db: Knex): Promise<Cast> {
  const add = (name: string, role: Role, region: string) => anOfficer(db, name, role, region)
  return {
    alice: await add('alice', 'officer', '440300'),
    bob: await add('bob', 'officer', '440300'),
    carol: await add('carol', 'head', '440000'),
    dave: await add('dave', 'officer', '210100'),
    henry: await add('henry', 'hotline', '440300'),
  }
}

/** Somebody more than the cast. */
export async function anOfficer(db: Knex, name: string, role: Role, region: string): Promise<Viewer> {
  const id = newId()
  await db.transaction((trx) =>
    insertOfficer(trx, {
      id,
      login: `${name}-${id.slice(-6)}`,
      name,
      role,
      region,
      passwordHash: 'none',
      createdAt: '2026-05-01T00:00:00.000Z',
      disabledAt: null,
      version: 1,
    }),
  )
  return { officerId: id, name, role, region }
}
