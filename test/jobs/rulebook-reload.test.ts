import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import type { Knex } from 'knex'
import { connectDatabase } from '../../db/connect.ts'
import { officerNamed } from '../../scripts/rules/database.ts'
import { archivePapers } from '../../src/actions/imports/archive-papers.ts'
import { addOfficer } from '../../src/actions/officers/add-officer.ts'
import { recheckDocuments } from '../../src/actions/papers/recheck-documents.ts'
import { approveRulebook } from '../../src/actions/rulebook/activate-rulebook.ts'
import { proposeRulebook, saveBacktest } from '../../src/actions/rulebook/propose-rulebook.ts'
import { compileStored } from '../../src/actions/rulebook/use-active-rulebook.ts'
import { startBacktest } from '../../src/core/backtest.ts'
import { compile } from '../../src/core/check/compile.ts'
import { shanghaiDay } from '../../src/core/clock/shanghai.ts'
import { rootPath } from '../../src/root.ts'
import { loadRulebook } from '../../src/rulebook/load.ts'
import { activeActivation } from '../../src/store/rulebook-activations.ts'
import { freshPostgresUrl } from '../support/fresh-db.ts'
import { UNLAWFUL_COPY } from '../support/parts.ts'
import { postgresAvailable, redisAvailable, redisServer } from '../support/servers.ts'
import { type Spawned, spawnFile, takeOutputs, until } from '../support/spawned.ts'

/** The whole way of an author and an approver at the command line, beside processes that run all the while. */
describe('a rulebook approved beside running processes', function () {
  this.timeout(180_000)
  let folder: string
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'sojourn-reload-'))
    cpSync(rootPath('rules'), join(folder, 'rules'), { recursive: true })
    const file = join(folder, 'rules/marketing/guaranteed-return.yaml')
    const rule = readFileSync(file, 'utf8')
    expect(rule).to.include('status: active')
    writeFileSync(file, `${rule.replace('status: active', 'status: trial')}since: '2026-11-01'\n`)
  })
  after(() => rmSync(folder, { recursive: true, force: true }))
  afterEach(function () {
    const outputs = takeOutputs()
    if (this.currentTest?.state === 'failed') console.log(outputs)
  })

  let papers = 0
  async function takeIn(env: Record<string, string>, count: number): Promise<void> {
    const from = join(folder, `papers-${++papers}`)
    mkdirSync(from)
    for (let i = 0; i < count; i++) writeFileSync(join(from, `${i}.txt`), `${UNLAWFUL_COPY}第${papers}批第${i}份。`)
    const done = spawnFile('scripts/import.ts', [from, '--kind', 'complaint', '--wait'], env)
    expect(await done.ended).to.equal(0)
  }

  async function rules(env: Record<string, string>, ...args: string[]) {
    const done = spawnFile('scripts/rules.ts', args, env)
    const status = await done.ended
    const lines = done
      .stdout()
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line))
    return { status, lines, said: done.stderr() }
  }

  async function addPeople(db: Knex) {
    const parts = { db, now: () => new Date() }
    const common = { region: '000000', password: 'long-enough-password' }
    await addOfficer(parts, 'system', { ...common, login: 'author', name: '甲', role: 'analyst' })
    await addOfficer(parts, 'system', { ...common, login: 'chief', name: '乙', role: 'head' })
  }

  /** Author and approver at the command line, and what is refused on the way. @returns the new version */
  async function approveByCommands(env: Record<string, string>): Promise<string> {
    const proposed = await rules(env, 'propose', join(folder, 'rules'), '--author', 'author', '--reason', '试行观察')
    expect(proposed.status, proposed.said).to.equal(0)
    const hash = proposed.lines[0].proposed as string
    const start = hash.slice(0, 12)
    const early = await rules(env, 'approve', start, '--by', 'chief', '--reason', '同意')
    expect(early.status).to.equal(2)
    expect(early.said).to.include('backtest')
    const tested = await rules(env, 'backtest', '--new', start, '--data', '--save', '--by', 'author')
    expect(tested.status, tested.said).to.equal(0)
    const result = tested.lines.find((line) => 'papersChanged' in line)
    expect(result.papers).to.be.at.least(3)
    expect(result.rules.find((rule: { code: string }) => rule.code === 'IF-02').changed).to.be.at.least(3)
    expect((await rules(env, 'approve', start, '--by', 'author', '--reason', '同意')).status).to.equal(2)
    expect((await rules(env, 'approve', start, '--by', 'chief', '--reason', '同意')).status).to.equal(0)
    return hash
  }

  /** The same by the actions alone. */
  async function approveByActions(db: Knex): Promise<string> {
    const parts = { db, now: () => new Date(), homeRegion: '000000' }
    const [author, chief] = [await officerNamed(db, 'author'), await officerNamed(db, 'chief')]
    const rulebook = loadRulebook(join(folder, 'rules'))
    const active = (await activeActivation(db))!
    await proposeRulebook(parts, author, { rulebook, reason: '试行观察' })
    const backtest = startBacktest(await compileStored(db, active.hash), compile(rulebook))
    for await (const paper of archivePapers(db, {})) backtest.add([paper])
    const result = { ...backtest.result(), over: 'archive' }
    await saveBacktest(parts, author, { oldHash: active.hash, newHash: rulebook.hash, result })
    await approveRulebook(parts, chief, { hash: rulebook.hash, seq: active.seq, reason: '同意' })
    return rulebook.hash
  }

  async function goThrough(env: Record<string, string>, db: Knex, approve: () => Promise<string>): Promise<string> {
    await addPeople(db)
    await takeIn(env, 3)
    const before = Number((await db('assessments').count({ n: '*' }).first())!.n)
    const hash = await approve()
    await takeIn(env, 30)
    expect(await db('assessments').where({ rulebook_hash: hash })).to.have.length(30)
    expect(await db('assessments').whereNot({ rulebook_hash: hash })).to.have.length(before)
    const day = shanghaiDay(new Date())
    const order = { from: '2020-01-01', to: day, reason: '按新版复查' }
    const parts = { db, now: () => new Date() }
    expect(await recheckDocuments(parts, await officerNamed(db, 'chief'), order)).to.include({ papers: before })
    await until('every paper under the new version', 60_000, async () => {
      const left = await db('documents')
        .join('assessments', 'assessments.id', 'documents.assessment_id')
        .whereNot('assessments.rulebook_hash', hash)
        .first()
      return !left && (await db('rechecks').whereNotNull('finished_at').first())
    })
    expect(await db('assessments').whereNot({ rulebook_hash: hash })).to.have.length(before)
    expect(await db('rechecks').first()).to.include({ ended: 'done' })
    return hash
  }

  /** What an author asks of the archive afterwards. */
  async function lookBack(env: Record<string, string>, db: Knex, hash: string): Promise<void> {
    const listed = await rules(env, 'versions')
    expect(listed.lines.find((line) => line.isActive)).to.include({ hash })
    const { document_id: documentId } = await db('findings').where({ code: 'IF-02' }).first()
    const explained = await rules(env, 'explain', documentId)
    expect(explained.lines.at(-1)).to.include({ rulebook: hash })
    expect(explained.lines.find((line) => line.code === 'IF-02')).to.include({ unscored: 'trial' })
    const tended = await rules(env, 'hygiene', join(folder, 'rules'), '--data')
    expect(tended.lines.some((line) => line.what === 'silent' && line.code === 'IF-02')).to.equal(false)
    expect(tended.lines.some((line) => line.what === 'silent')).to.equal(true)
  }

  it('is taken up by the server without a new start, and papers are checked again on request, on SQLite', async () => {
    const dataDir = join(folder, 'one')
    const env = { DATA_DIR: dataDir, PORT: '0' }
    const server = spawnFile('src/main.ts', [], env)
    await server.says(/http:\/\/\S+/)
    const db = connectDatabase({ dataDir })
    try {
      await until('the sample inbox', 60_000, async () => {
        const waiting = await db('documents').whereIn('stage', ['received', 'processing']).first()
        return !waiting && (await db('documents').first())
      })
      await lookBack(env, db, await goThrough(env, db, () => approveByCommands(env)))
    } finally {
      await db.destroy()
    }
    expect(await server.stop()).to.equal(0)
  })

  it('is taken up by two workers without a new start, on PostgreSQL and Redis', async function () {
    if (!redisAvailable || !postgresAvailable) return this.skip()
    const databaseUrl = await freshPostgresUrl()
    const env = { DATA_DIR: join(folder, 'two'), DATABASE_URL: databaseUrl, QUEUE_URL: `${await redisServer()}/7` }
    const workers: Spawned[] = [0, 1].map(() => spawnFile('jobs/worker.ts', [], { ...env, LOG_LEVEL: 'info' }))
    const db = connectDatabase({ databaseUrl })
    try {
      await until('both workers', 60_000, async () =>
        workers.every((worker) => worker.stderr().includes('worker started')),
      )
      await goThrough(env, db, () => approveByActions(db))
      const tookUp = workers.filter((worker) => worker.stderr().includes('took up another rulebook'))
      expect(tookUp.length, 'workers that took the version up').to.be.greaterThan(0)
    } finally {
      await db.destroy()
    }
    for (const worker of workers) expect(await worker.stop()).to.equal(0)
  })
})
