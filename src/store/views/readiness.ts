import type { Knex } from 'knex'
import { migrationSource } from '../../../db/migrations/index.ts'

/** Names of migrations this program knows and the database has not done. Throws when the database cannot be reached. */
export async function schemaGaps(db: Knex): Promise<string[]> {
  const [, missing] = (await db.migrate.list({ migrationSource })) as [unknown[], { name: string }[]]
  return missing.map(({ name }) => name)
}
