import { randomUUID } from 'node:crypto'
import type { Knex } from 'knex'
import { connectDatabase } from '../../db/connect.ts'
import type { Dialect } from '../../db/dialect.ts'
import { migrationSource } from '../../db/migrations/index.ts'
import { postgresServer } from './servers.ts'

/** A migrated database of its own, gone after `destroy()`. SQLite lives in memory; PostgreSQL copies a template that is migrated once a run. */
export async function freshDb(dialect: Dialect = 'sqlite'): Promise<Knex> {
  if (dialect === 'postgres') return connectDatabase({ databaseUrl: await freshPostgresUrl() })
  const db = connectDatabase({ memory: true })
  try {
    await db.migrate.latest({ migrationSource })
  } catch (error) {
    await db.destroy() // an open database would keep the test run alive for ever
    throw error
  }
  return db
}

/** The url of a fresh, migrated PostgreSQL database on the private server. */
export async function freshPostgresUrl(): Promise<string> {
  template ??= makeTemplate()
  return createDatabase(`fresh_${randomUUID().replaceAll('-', '')}`, await template)
}

/** The url of an empty PostgreSQL database on the private server. */
export function emptyPostgresUrl(): Promise<string> {
  return createDatabase(`empty_${randomUUID().replaceAll('-', '')}`, 'template1')
}

let template: Promise<string> | undefined

async function makeTemplate(): Promise<string> {
  const name = `template_${randomUUID().replaceAll('-', '')}`
  const db = connectDatabase({ databaseUrl: await createDatabase(name, 'template1') })
  await migrate(db)
  await db.destroy() // a template must have no connections
  return name
}

/** A connection left open by a migration that fails would keep the whole test run from ending. */
async function migrate(db: Knex): Promise<void> {
  try {
    await db.migrate.latest({ migrationSource })
  } catch (error) {
    await db.destroy()
    throw error
  }
}

async function createDatabase(name: string, from: string): Promise<string> {
  const server = await postgresServer()
  const admin = connectDatabase({ databaseUrl: `${server}/postgres` })
  try {
    await admin.raw('CREATE DATABASE ?? TEMPLATE ??', [name, from])
  } finally {
    await admin.destroy()
  }
  return `${server}/${name}`
}
