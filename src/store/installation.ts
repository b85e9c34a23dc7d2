import type { Knex } from 'knex'
import { newId } from './id.ts'

/** The name of this installation, made when its database is new: what it calls its own on servers that others use too. */
export async function installationId(db: Knex): Promise<string> {
  await db('installation').insert({ only: 1, id: newId() }).onConflict('only').ignore()
  return (await db('installation').first()).id
}
