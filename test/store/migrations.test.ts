import { expect } from 'chai'
import type { Knex } from 'knex'
import { connectDatabase } from '../../db/connect.ts'
import { dialectOf } from '../../db/dialect.ts'
import { migrationSource } from '../../db/migrations/index.ts'
import { recountClocks } from '../../src/actions/matters/recount-clocks.ts'
import { replay } from '../../src/core/procedure/evolve.ts'
import { loadMoves } from '../../src/rulebook/load-moves.ts'
import { matterById, matterEvents } from '../../src/store/matters.ts'
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

    it(`take over a case opened before there were matters on ${name}, and give it back`, async function () {
      this.timeout(30_000)
      const db = await open()
      try {
        await db.migrate.latest({ migrationSource: until('0004_models') })
        const at = '2026-05-06T02:00:00.000Z'
        const officer = {
          id: 'o1',
          login: 'alice',
          name: '某',
          role: 'officer',
          region: '440300',
          password_hash: 'none',
        }
        await db('officers').insert({ ...officer, created_at: at })
        const lead = {
          id: 'l1',
          number: 'XS-2026-00001',
          group_key: 'g',
          state: 'opened',
          title: '旅居会员卡',
          kind: 'marketing',
        }
        const weight = { band: 'red', band_rank: 0, score: 0.9, region: '440300', document_count: 0 }
        await db('leads').insert({ ...lead, ...weight, proposed_at: '2026-05-05T02:00:00.000Z', updated_at: at })
        const opened = { state: 'open', region: '440300', owner_id: 'o1', opened_at: at, reason: '承诺保本付息' }
        await db('cases').insert({ id: 'c1', number: 'AJ-2026-00001', lead_id: 'l1', title: '旅居会员卡', ...opened })
        await db.migrate.latest({ migrationSource })
        const file = (await matterById(db, 'c1'))!
        expect(file).to.include({ number: 'AJ-2026-00001', kind: 'lead', state: 'checking', leadId: 'l1', version: 2 })
        expect(replay(await matterEvents(db, 'c1'))).to.deep.equal(file.matter)
        expect(await recountClocks({ db, procedure: loadMoves() })).to.equal(1)
        // 6 May 2026 is day 0; fifteen working days end on 26 May.
        expect((await db('matter_clocks').first()).due).to.equal('2026-05-26')
        await db.migrate.down({ migrationSource: until('0011_second_hearing') })
        for (const each of [
          '0010_joint_reminders',
          '0009_worksheets',
          '0008_calls',
          '0007_joint_work',
          '0006_letters',
          '0005_matters',
        ])
          await db.migrate.down({ migrationSource: until(each) })
        expect(await db('cases').first('id', 'number', 'reason')).to.deep.equal({
          id: 'c1',
          number: 'AJ-2026-00001',
          reason: '承诺保本付息',
        })
      } finally {
        await db.destroy()
      }
    })
  }
})

/** The schema as it was when a migration was the newest; knex takes back the newest it knows. */
function until(last: string): typeof migrationSource {
  const all = migrationSource.getMigrations([])
  return {
    ...migrationSource,
    getMigrations: async () => {
      const listed = await all
      return listed.slice(0, listed.findIndex(({ name }) => name === last) + 1)
    },
  }
}

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
