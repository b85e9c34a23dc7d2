import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { Redis } from 'ioredis'
import type { Knex } from 'knex'
import { connectDatabase } from '../../db/connect.ts'
import { type MixedFolder, makeMixedFolder } from '../../scripts/mixed-folder.ts'
import { freshPostgresUrl } from '../support/fresh-db.ts'
import { postgresAvailable, redisAvailable, redisServer } from '../support/servers.ts'
import { type Spawned, spawnFile, takeOutputs, until } from '../support/spawned.ts'

const FILES = 60

describe('a crash in the middle of an import', function () {
  this.timeout(180_000)
  let folder: string
  let mixed: MixedFolder
  let undisturbed: Outcome

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'sojourn-mixed-'))
    mixed = await makeMixedFolder(join(folder, 'papers'), { count: FILES, seed: 7 })
    const dataDir = join(folder, 'undisturbed')
    expect(await importer({ DATA_DIR: dataDir }).ended).to.equal(0)
    undisturbed = await outcomeOf({ dataDir })
    expect(undisturbed.stages.processed).to.equal(mixed.papers)
    expect(undisturbed.stages.unreadable).to.equal(mixed.unreadable)
    expect(undisturbed.leads).to.be.greaterThan(10)
  })
  after(() => rmSync(folder, { recursive: true, force: true }))

  afterEach(function () {
    const outputs = takeOutputs()
    if (this.currentTest?.state === 'failed') console.log(outputs)
  })

  const importer = (env: Record<string, string>, ...more: string[]) =>
    spawnFile('scripts/import.ts', [join(folder, 'papers'), ...more], env)

  it('by kill -9 without a server: begun again, every paper is processed once and no lead doubled', async () => {
    const dataDir = join(folder, 'alone')
    const first = importer({ DATA_DIR: dataDir })
    await someProcessed({ dataDir }, 15)
    await first.killHard()
    const left = await outcomeOf({ dataDir })
    expect(left.stages.processed ?? 0).to.be.lessThan(mixed.papers)
    expect(await importer({ DATA_DIR: dataDir }).ended).to.equal(0)
    expect(await outcomeOf({ dataDir })).to.deep.equal(undisturbed)
  })

  it('of the server: an import goes on beside it, and the next start does the rest once, with the queue folder deleted', async () => {
    const dataDir = join(folder, 'served')
    const env = { DATA_DIR: dataDir, PORT: '0' }
    const samples = await served(env, async () => outcomeOf({ dataDir }, noneWaiting))
    const server = await started(env)
    const beside = importer({ DATA_DIR: dataDir })
    await someProcessed({ dataDir }, samples.stages.processed! + 15)
    await server.killHard()
    expect(await beside.ended).to.equal(0)
    rmSync(join(dataDir, 'queue'), { recursive: true, force: true })
    const again = await started(env)
    const outcome = await outcomeOf({ dataDir }, noneWaiting)
    await again.stop()
    expect(outcome.stages.processed).to.equal(mixed.papers + samples.stages.processed!)
    expect(outcome.stages.unreadable).to.equal(mixed.unreadable + samples.stages.unreadable!)
    expect(outcome.doubled).to.deep.equal([])
  })

  it('of the queue: FLUSHALL on Redis while the worker runs loses nothing, on PostgreSQL too', async function () {
    if (!redisAvailable || !postgresAvailable) return this.skip()
    const databaseUrl = await freshPostgresUrl()
    const queueUrl = await redisServer()
    const env = {
      DATA_DIR: join(folder, 'redis'),
      PORT: '0',
      DATABASE_URL: databaseUrl,
      QUEUE_URL: `${queueUrl}/5`,
    }
    const server = await started(env)
    const samples = await outcomeOf({ databaseUrl }, noneWaiting)
    const beside = importer(env)
    await someProcessed({ databaseUrl }, samples.stages.processed! + 5)
    const redis = new Redis(`${queueUrl}/5`)
    await redis.flushall()
    expect(await beside.ended).to.equal(0)
    await redis.flushall()
    redis.disconnect()
    const outcome = await outcomeOf({ databaseUrl }, noneWaiting)
    await server.stop()
    expect(outcome.stages.processed).to.equal(mixed.papers + samples.stages.processed!)
    expect(outcome.doubled).to.deep.equal([])
  })
})

interface Where {
  dataDir?: string
  databaseUrl?: string
}

interface Outcome {
  stages: Record<string, number>
  leads: number
  /** Documents with more than one assessment, or under more than one lead. */
  doubled: string[]
}

async function started(env: Record<string, string>): Promise<Spawned> {
  const server = spawnFile('src/main.ts', [], env)
  await server.says(/http:\/\/127/)
  return server
}

async function served<T>(env: Record<string, string>, work: () => Promise<T>): Promise<T> {
  const server = await started(env)
  try {
    return await work()
  } finally {
    expect(await server.stop()).to.equal(0)
  }
}

async function noneWaiting(db: Knex): Promise<boolean> {
  const [waiting] = await db('documents').whereIn('stage', ['received', 'processing']).count({ n: '*' })
  return Number(waiting!.n) === 0
}

async function someProcessed(where: Where, atLeast: number): Promise<void> {
  await withDatabase(where, (db) =>
    until(`${atLeast} processed papers`, 120_000, async () => {
      const [row] = await db('documents')
        .where({ stage: 'processed' })
        .count({ n: '*' })
        .catch(() => [{ n: 0 }])
      return Number(row!.n) >= atLeast
    }),
  )
}

async function outcomeOf(where: Where, ready?: (db: Knex) => Promise<boolean>): Promise<Outcome> {
  return withDatabase(where, async (db) => {
    if (ready) await until('the papers to be done', 120_000, () => ready(db))
    const stages: Record<string, number> = {}
    for (const row of await db('documents').groupBy('stage').select('stage', db.raw('count(*) as n'))) {
      stages[row.stage] = Number(row.n)
    }
    const [leads] = await db('leads').count({ n: '*' })
    const twice = await db('assessments').groupBy('document_id').havingRaw('count(*) > 1').select('document_id')
    return { stages, leads: Number(leads!.n), doubled: twice.map((row) => row.document_id) }
  })
}

async function withDatabase<T>(where: Where, work: (db: Knex) => Promise<T>): Promise<T> {
  const db = connectDatabase(where)
  try {
    return await work(db)
  } finally {
    await db.destroy()
  }
}
