import { expect } from 'chai'
import type { Knex } from 'knex'
import { connectDatabase } from '../../db/connect.ts'
import { dialectOf } from '../../db/dialect.ts'
import { migrationSource } from '../../db/migrations/index.ts'
import { emptyPostgresUrl } from '../support/fresh-db.ts'
import { postgresAvailable } from '../support/servers.ts'

describe('migrations', () => {
  const databases: [string, boolean, () => Promise<Knex>][] = [
    ['SQLite', true, async () => connectDatabase({ memory: true })],
    ['PostgreSQL', postgresAvailable, async () => connectDatabase({ databaseUrl: await emptyPostgresUrl() })],
  ]
  for (const [name, available, open] of databases) {
    if (!available) {
      it(`on ${name}: skipped, no server binaries on this machine`)
      continue
    }
    it(`go up, down to nothing and up again on ${name}`, async function () {
      this.timeout(30_000)
      const db = await open()
      try {
        await db.migrate.latest({ migrationSource })
        const first = await tablesOf(db)
        expect(first).to.include.members(['documents', 'leads', 'events', 'identities'])
        await db.migrate.rollback({ migrationSource }, true)
        expect(await tablesOf(db)).to.deep.equal([])
        await db.migrate.latest({ migrationSource })
        expect(await tablesOf(db)).to.deep.equal(first)
      } finally {
        await db.destroy()
      }
    })
  }
})

/** Our own tables, in order of name; knex's bookkeeping left out. */
async function tablesOf(db: Knex): Promise<string[]> {
  const rows =
    dialectOf(db) === 'sqlite'
      ? await db('sqlite_master').where({ type: 'table' }).andWhere('name', 'not like', 'sqlite_%').select('name')
      : await db('pg_tables').where({ schemaname: 'public' }).select('tablename as name')
  return rows
    .map((row: { name: string }) => row.name)
    .filter((name: string) => !name.startsWith('knex_'))
    .sort()
}
