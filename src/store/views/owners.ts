import type { Knex } from 'knex'
import { officersAround } from '../officers.ts'

/** Officers of a region and above it who may be named as owners. */
export async function ownersAround(db: Knex, region: string): Promise<{ id: string; name: string }[]> {
  return (await officersAround(db, region)).map(({ id, name }) => ({ id, name }))
}
