import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Knex } from 'knex'
import type { Dialect } from '../../db/dialect.ts'
import { openQueue, type Queue, type QueueSettings } from '../../src/queue/connect.ts'
import type { EngineName } from '../../src/queue/engine.ts'
import { emptyPostgresUrl, freshDb } from './fresh-db.ts'
import { postgresAvailable, redisAvailable, redisServer } from './servers.ts'

export interface DatabaseUnderTest {
  readonly name: Dialect
  /** Fresh and migrated for this block; there inside hooks and tests only. */
  readonly db: Knex
}

export interface QueueUnderTest {
  readonly name: EngineName
  /** Where the queues of this block live; there inside hooks and tests only. */
  readonly settings: QueueSettings
  /** A queue without any jobs, or the one of `prefix` again; closed after the test if the test did not. */
  open(more?: Partial<QueueSettings>): Promise<Queue>
}

/** The same specs on SQLite and on PostgreSQL, each on one fresh database. */
export function forEachDatabase(specs: (engine: DatabaseUnderTest) => void): void {
  block('SQLite', true, () => databaseBlock('sqlite', specs))
  block('PostgreSQL', postgresAvailable, () => databaseBlock('postgres', specs))
}

/** The same specs on the embedded queue, on Redis and on PostgreSQL. */
export function forEachQueue(specs: (engine: QueueUnderTest) => void): void {
  block('the embedded queue', true, () => queueBlock('embedded', async () => undefined, specs))
  block('Redis', redisAvailable, () => queueBlock('redis', redisServer, specs))
  block('PostgreSQL', postgresAvailable, () => queueBlock('postgres', emptyPostgresUrl, specs))
}

const skipped = new Set<string>()

function block(engine: string, available: boolean, body: () => void): void {
  if (available) {
    describe(`on ${engine}`, function () {
      this.timeout(30_000) // opening an engine takes a second, more on a busy machine
      body()
    })
    return
  }
  it(`on ${engine}: skipped, no server binaries on this machine`)
  if (skipped.has(engine)) return
  skipped.add(engine)
  console.warn(
    `\nSKIPPED: everything on ${engine}, because its server is not installed on this machine (Debian: postgresql, redis-server)\n`,
  )
}

function databaseBlock(name: Dialect, specs: (engine: DatabaseUnderTest) => void): void {
  let db: Knex | undefined
  before(async function () {
    this.timeout(60_000)
    db = await freshDb(name)
  })
  after(() => db?.destroy())
  specs({
    name,
    get db() {
      if (!db) throw new Error('the database is there inside hooks and tests only')
      return db
    },
  })
}

function queueBlock(
  name: EngineName,
  urlOf: () => Promise<string | undefined>,
  specs: (engine: QueueUnderTest) => void,
): void {
  let settings: QueueSettings | undefined
  const opened: Queue[] = []
  const engine: QueueUnderTest = {
    name,
    get settings() {
      if (!settings) throw new Error('the queue is there inside hooks and tests only')
      return settings
    },
    async open(more = {}) {
      const queue = await openQueue({ ...engine.settings, prefix: randomUUID(), ...more })
      opened.push(queue)
      return queue
    },
  }
  before(async function () {
    this.timeout(60_000)
    const dataDir = mkdtempSync(join(tmpdir(), 'sojourn-queue-'))
    settings = { queueUrl: await urlOf(), dataDir, timing: { backoffMs: 20 } }
    await (await openQueue(settings)).close() // the first start of the embedded queue takes seconds, which no single test should pay
  })
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((queue) => queue.close()))
  })
  after(() => rmSync(engine.settings.dataDir, { recursive: true, force: true }))
  specs(engine)
}
