import { expect } from 'chai'
import { Redis } from 'ioredis'
import { problem } from '../../src/core/problem.ts'
import type { Processors } from '../../src/queue/job.ts'
import { forEachQueue } from '../support/engines.ts'
import { startChild } from './child.ts'

describe('the queue', () => {
  forEachQueue((engine) => {
    it('hands a job its payload, its id, the attempt and the time', async () => {
      const now = new Date('2026-03-01T00:00:00Z')
      const queue = await engine.open({ now: () => now })
      const done = promised<{ payload: unknown; context: { jobId: string } }>()
      await queue.work(
        documents(async (payload, context) => done.resolve({ payload, context })),
        { concurrency: 1 },
      )
      await queue.enqueue('process-documents', { documentIds: ['d1', '文书二'] })
      const { payload, context } = await done.promise
      expect(payload).to.deep.equal({ documentIds: ['d1', '文书二'] })
      expect(context).to.include({ attempt: 1, now })
      expect(context.jobId).to.be.a('string').that.is.not.equal('')
    })

    it('tries a job again until it succeeds, and keeps nothing of it', async () => {
      const queue = await engine.open()
      const attempts: number[] = []
      const done = promised()
      const work = await queue.work(
        documents(async (_payload, { attempt }) => {
          attempts.push(attempt)
          if (attempt < 3) throw new Error('not yet')
          done.resolve()
        }),
        { concurrency: 1 },
      )
      await queue.enqueue('process-documents', { documentIds: ['d1'] })
      await done.promise
      await work.drain()
      expect(attempts).to.deep.equal([1, 2, 3])
      expect((await queue.counts()).documents).to.deep.equal({ waiting: 0, active: 0, delayed: 0, failed: 0 })
    })

    it('does not try again after a problem that says so, and shows the failure', async () => {
      const queue = await engine.open()
      let attempts = 0
      const last = promised()
      const work = await queue.work(
        documents(async ({ documentIds }) => {
          if (documentIds[0] === 'last') return last.resolve()
          attempts++
          throw problem('document.not_set_aside', { documentId: documentIds[0] })
        }),
        { concurrency: 1 },
      )
      await queue.enqueue('process-documents', { documentIds: ['d1'] })
      await queue.enqueue('process-documents', { documentIds: ['last'] })
      await last.promise
      await work.drain()
      expect(attempts).to.equal(1)
      const [failure, ...others] = await queue.failures(10)
      expect(others).to.deep.equal([])
      expect(failure).to.include({ name: 'process-documents', message: 'document.not_set_aside {"documentId":"d1"}' })
      expect(failure!.failedAt).to.be.an.instanceOf(Date)
      expect((await queue.counts()).documents.failed).to.equal(1)
    })

    it('adds a job id once while it waits, and again after it failed', async () => {
      const queue = await engine.open()
      const payload = { documentIds: ['d1'] }
      await queue.enqueue('process-documents', payload, { jobId: 'd1-v1' })
      await queue.enqueue('process-documents', payload, { jobId: 'd1-v1' })
      await queue.enqueueMany('process-documents', [
        { payload, jobId: 'd1-v1' },
        { payload, jobId: 'd2-v1' },
      ])
      expect((await queue.counts()).documents.waiting).to.equal(2)

      const twice = promised()
      let runs = 0
      const failing = documents(async () => {
        if (++runs === 2) twice.resolve()
        throw problem('document.not_set_aside')
      })
      const work = await queue.work(failing, { concurrency: 1 })
      await twice.promise
      await work.close()
      expect((await queue.counts()).documents).to.include({ waiting: 0, failed: 2 })
      await queue.enqueue('process-documents', payload, { jobId: 'd1-v1' })
      expect((await queue.counts()).documents.waiting).to.equal(1)
    })

    it('does what somebody waits for before what nobody does', async () => {
      const queue = await engine.open()
      await queue.enqueueMany(
        'process-documents',
        ['b1', 'b2', 'b3'].map((id) => ({ payload: { documentIds: [id] }, isBulk: true })),
      )
      await queue.enqueue('process-documents', { documentIds: ['waited-for'] })
      const order: string[] = []
      const done = promised()
      const work = await queue.work(
        documents(async ({ documentIds }) => {
          order.push(...documentIds)
          if (order.length === 4) done.resolve()
        }),
        { concurrency: 1 },
      )
      await done.promise
      await work.close()
      expect(order).to.deep.equal(['waited-for', 'b1', 'b2', 'b3'])
    })

    it('refuses a job id with a colon', async () => {
      const queue = await engine.open()
      const refused = await queue.enqueue('process-documents', { documentIds: [] }, { jobId: 'a:b' }).catch(messageOf)
      expect(refused).to.contain('colon')
    })

    it('holds a delayed job back', async () => {
      const queue = await engine.open()
      await queue.enqueue('process-documents', { documentIds: ['later'] }, { delayMs: 60_000 })
      expect((await queue.counts()).documents).to.include({ waiting: 0, delayed: 1 })
    })

    it('does every job once with several workers', async () => {
      const queue = await engine.open()
      const seen: string[] = []
      const all = promised()
      const table = documents(async ({ documentIds }) => {
        seen.push(...documentIds)
        if (seen.length >= 60) all.resolve()
      })
      const works = await Promise.all([queue.work(table, { concurrency: 4 }), queue.work(table, { concurrency: 4 })])
      const ids = Array.from({ length: 60 }, (_, i) => `d${i}`)
      await queue.enqueueMany(
        'process-documents',
        ids.map((id) => ({ payload: { documentIds: [id] } })),
      )
      await all.promise
      await Promise.all(works.map((work) => work.drain()))
      expect(seen.sort()).to.deep.equal(ids.sort())
    })

    it('runs a scheduled job again and again, once a period however often it was asked for', async () => {
      const queue = await engine.open()
      const runs: number[] = []
      const third = promised()
      const sweep = async () => {
        if (runs.push(performance.now()) === 3) third.resolve()
      }
      await queue.work({ ...documents(), sweep }, { concurrency: 1 })
      await queue.schedule('sweep', 200)
      await queue.schedule('sweep', 200)
      await third.promise
      expect(runs[2]! - runs[0]!).to.be.greaterThan(180) // two periods but for the first one's phase
    })

    it('finishes the job at hand before it closes, and leaves the others waiting', async () => {
      const prefix = `drain-${process.hrtime.bigint()}`
      const queue = await engine.open({ prefix })
      const started = promised()
      const release = promised()
      let finished = 0
      const slow = documents(async () => {
        started.resolve()
        await release.promise
        finished++
      })
      await queue.work(slow, { concurrency: 1 })
      await queue.enqueue('process-documents', { documentIds: ['d1'] })
      await queue.enqueue('process-documents', { documentIds: ['d2'] })
      await started.promise
      const closed = queue.close()
      release.resolve()
      await closed
      expect(finished).to.equal(1)
      const again = await engine.open({ prefix })
      expect((await again.counts()).documents).to.include({ waiting: 1, active: 0 })
    })

    it('gives back the job of a worker that was killed', async () => {
      const settings = {
        ...engine.settings,
        prefix: `killed-${process.hrtime.bigint()}`,
        timing: { lockMs: 500, stalledCheckMs: 200 },
      }
      const killed = startChild('stuck-worker.ts', JSON.stringify(settings))
      expect(await killed.line()).to.equal('at work on d1')
      await killed.kill('SIGKILL')
      const queue = await engine.open(settings)
      const done = promised<string[]>()
      await queue.work(
        documents(async ({ documentIds }) => done.resolve(documentIds)),
        { concurrency: 1 },
      )
      expect(await done.promise).to.deep.equal(['d1'])
    })

    if (engine.name !== 'redis') return

    it('goes on after FLUSHALL: new jobs run and the schedule is made again', async () => {
      const queue = await engine.open({ timing: { scheduleCheckMs: 50 } })
      const before = promised()
      const after = promised()
      const done = promised()
      let flushed = false
      const sweep = async () => (flushed ? after : before).resolve()
      await queue.work({ ...documents(async () => done.resolve()), sweep }, { concurrency: 2 })
      await queue.schedule('sweep', 100)
      await before.promise
      const redis = new Redis(engine.settings.queueUrl!)
      await redis.flushall()
      redis.disconnect()
      flushed = true
      await queue.enqueue('process-documents', { documentIds: ['after'] })
      await Promise.all([done.promise, after.promise])
    })
  })
})

function documents(process: Processors['process-documents'] = async () => {}): Processors {
  return {
    'process-documents': process,
    sweep: async () => {},
    'purge-stale': async () => {},
    'draw-samples': async () => {},
    'tick-clocks': async () => {},
  }
}

function promised<T = void>() {
  let resolve: (value: T) => void = () => {}
  const promise = new Promise<T>((fulfil) => {
    resolve = fulfil
  })
  return { promise, resolve }
}

function messageOf(error: unknown): string {
  return (error as Error).message
}
