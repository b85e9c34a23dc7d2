import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { openQueue } from '../../src/queue/connect.ts'
import { isDataDirHeld } from '../../src/queue/lock.ts'
import { PglitePool } from '../../src/queue/pglite-pool.ts'
import { onPool } from '../../src/queue/postgres.ts'

describe('the embedded queue', function () {
  this.timeout(30_000) // making a database takes seconds
  let dataDir: string
  before(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'sojourn-embedded-'))
  })
  after(() => rmSync(dataDir, { recursive: true, force: true }))

  it('is made where there is none, holds the data folder while open, and refuses to open twice', async () => {
    const queue = await openQueue({ dataDir })
    expect(await isDataDirHeld(dataDir)).to.include({ pid: process.pid, purpose: 'queue' })
    const refusal = await openQueue({ dataDir }).catch((error: unknown) => error)
    expect(refusal).to.have.property('code', 'engine.data_dir_in_use')
    await queue.enqueue('process-documents', { documentIds: ['d1'] })
    await queue.close()
    expect(await isDataDirHeld(dataDir)).to.equal(undefined)
    const again = await openQueue({ dataDir })
    expect((await again.counts()).documents.waiting).to.equal(1)
    await again.close()
  })

  it('starts anew when its folder was deleted', async () => {
    rmSync(join(dataDir, 'queue'), { recursive: true })
    const queue = await openQueue({ dataDir })
    expect((await queue.counts()).documents.waiting).to.equal(0)
    await queue.close()
  })

  it('moves a damaged folder aside, says so, and starts anew', async () => {
    writeFileSync(join(dataDir, 'queue', 'global', 'pg_control'), 'not a control file')
    const warnings: string[] = []
    const log = { info() {}, error() {}, warn: (_fields: object, message: string) => warnings.push(message) }
    const queue = await openQueue({ dataDir, log })
    expect(warnings).to.have.length(1)
    expect(warnings[0]).to.contain('started anew')
    expect(readdirSync(dataDir).filter((name) => name.startsWith('queue.broken-'))).to.have.length(1)
    await queue.enqueue('process-documents', { documentIds: ['d1'] })
    expect((await queue.counts()).documents.waiting).to.equal(1)
    await queue.close()
  })

  describe('its pool', () => {
    let pool: PglitePool
    before(async () => {
      pool = new PglitePool(join(dataDir, 'queue'), 'bullmq')
      await pool.open()
      await pool.query('CREATE TABLE IF NOT EXISTS marks (v text UNIQUE)')
    })
    beforeEach(() => pool.query('DELETE FROM marks'))
    after(() => pool.end())

    const marks = async () => (await pool.query<{ v: string }>('SELECT v FROM marks ORDER BY v')).rows.map(({ v }) => v)

    it('keeps others out of a transaction until it ends', async () => {
      const client = await pool.connect()
      await client.query('-- a comment first\nBEGIN')
      await client.query('INSERT INTO marks VALUES ($1)', ['inside'])
      const outside = pool.query('INSERT INTO marks VALUES ($1)', ['outside'])
      await client.query('ROLLBACK')
      client.release()
      await outside
      expect(await marks()).to.deep.equal(['outside'])
    })

    it('rolls back what a released client left open, and lets the next one in', async () => {
      const client = await pool.connect()
      await client.query('BEGIN')
      await client.query('INSERT INTO marks VALUES ($1)', ['left open'])
      client.release()
      expect(await marks()).to.deep.equal([])
    })

    it('goes on after a failed statement inside a transaction', async () => {
      const client = await pool.connect()
      await client.query('BEGIN')
      await client.query('SELECT nonsense').catch(() => {})
      await client.query('ROLLBACK')
      client.release()
      expect(await marks()).to.deep.equal([])
    })

    it('gives errors the code and the detail that PostgreSQL gives', async () => {
      await pool.query('INSERT INTO marks VALUES ($1)', ['once'])
      const error = await pool.query('INSERT INTO marks VALUES ($1)', ['once']).catch((reason: unknown) => reason)
      expect(error).to.be.an.instanceOf(Error)
      expect(error).to.include({ code: '23505', detail: 'Key (v)=(once) already exists.' })
    })

    it('delivers notifications to clients that listen', async () => {
      const client = await pool.connect()
      await client.query('-- a comment first\nLISTEN bell')
      const heard = new Promise((resolve) => client.on('notification', resolve))
      await pool.query("SELECT pg_notify('bell', 'documents')")
      expect(await heard).to.deep.equal({ channel: 'bell', payload: 'documents' })
      client.release()
    })

    it('tells whoever waits when its thread dies, and goes on with a new one', async () => {
      await pool.query('INSERT INTO marks VALUES ($1)', ['kept'])
      const client = await pool.connect()
      const told = new Promise<Error>((resolve) => client.on('error', resolve))
      const heard = new Promise<Error>((resolve) => pool.once('error', resolve))
      const asked = pool.query('SELECT pg_sleep(10)').catch((reason: unknown) => reason)
      await pool.stopThread()
      expect(await asked).to.include({ code: 'ECONNREFUSED' })
      expect(await told).to.include({ code: 'ECONNREFUSED' })
      expect(await heard).to.include({ code: 'ECONNREFUSED' })
      client.release()
      expect(await marks()).to.deep.equal(['kept'])
    })

    it('lets BullMQ work on after its thread died', async () => {
      const engine = await onPool('embedded', pool, async () => {})
      const queue = engine.queue('survivor', {})
      let done: (name: string) => void = () => {}
      const next = () =>
        new Promise((resolve) => {
          done = resolve
        })
      const errors: Error[] = []
      const worker = engine.worker('survivor', async (job) => done(job.name), { runRetryDelay: 50 })
      queue.on('error', (error) => errors.push(error))
      worker.on('error', (error) => errors.push(error))
      const first = next()
      await queue.add('before', {})
      expect(await first).to.equal('before')
      await pool.stopThread()
      const second = next()
      await queue.add('after', {})
      expect(await second).to.equal('after')
      expect(errors).not.to.have.length(0)
      await worker.close()
      await queue.close()
    })
  })
})
