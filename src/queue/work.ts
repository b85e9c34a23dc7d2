import { setTimeout as delay } from 'node:timers/promises'
import { type Job, UnrecoverableError } from 'bullmq'
import { Problem } from '../core/problem.ts'
import type { Engine, QueueLog } from './engine.ts'
import { type JobContext, type JobName, type Processors, QUEUE_OF, type QueueName } from './job.ts'

export interface WorkOptions {
  /** Jobs of the queue `documents` at once; the other queues take one at a time. */
  readonly concurrency: number
}

/** Workers at work. */
export interface Work {
  /** Take no more jobs; resolves when those at hand are done. */
  drain(): Promise<void>
  /** `drain`, then let go of the connections. */
  close(): Promise<void>
}

export interface WorkTiming {
  /** How long a job is its worker's before it counts as abandoned; renewed at half time while the worker lives. */
  readonly lockMs: number
  readonly stalledCheckMs: number
}

interface WorkSetting extends WorkOptions {
  readonly engine: Engine
  readonly processors: Processors
  readonly timing: WorkTiming
  readonly now: () => Date
  readonly log: QueueLog
  /** The jobs being done in this moment. */
  readonly atHand: Set<Promise<void>>
  physicalName(queue: QueueName): string
}

/** Start one worker for each queue that has jobs. */
export async function startWork(given: Omit<WorkSetting, 'atHand'>): Promise<Work> {
  const setting: WorkSetting = { ...given, atHand: new Set() }
  const queues = [...new Set(Object.values(QUEUE_OF))]
  const workers = queues.map((queue) => startWorker(queue, setting))
  await Promise.all(workers.map((worker) => worker.waitUntilReady()))
  return {
    drain: () => endWith(Promise.all(workers.map((worker) => worker.pause())), setting.atHand),
    close: () => endWith(Promise.all(workers.map((worker) => worker.close())), setting.atHand),
  }
}

const GRACE_MS = 5_000

/**
 * Wait for the workers to end, but once no job is at hand only for a grace: a worker whose server is gone waits for it for ever.
 * What it could not report comes again, and every job may run twice.
 */
async function endWith(ending: Promise<unknown>, atHand: ReadonlySet<Promise<void>>): Promise<void> {
  const ended = new AbortController()
  const patience = async () => {
    while (atHand.size > 0) await Promise.allSettled(atHand)
    await delay(GRACE_MS, undefined, { signal: ended.signal }).catch(() => {})
  }
  await Promise.race([ending, patience()])
  ended.abort()
}

function startWorker(queue: QueueName, setting: WorkSetting) {
  const { engine, log, timing, physicalName } = setting
  const worker = engine.worker(physicalName(queue), (job) => track(perform(job, setting), setting.atHand), {
    concurrency: queue === 'documents' ? setting.concurrency : 1,
    lockDuration: timing.lockMs,
    stalledInterval: timing.stalledCheckMs,
    // A stall means a worker was killed or held up; by default the second one would fail the job for good.
    maxStalledCount: 50,
    runRetryDelay: 2_000,
  })
  worker.on('error', (error) => log.warn({ queue, reason: error.message }, 'a worker met an error of its queue'))
  worker.on('failed', (job, error) => {
    if (!job) return
    const fields = { queue, job: job.name, jobId: job.id, attempt: job.attemptsMade, reason: error.message }
    if (job.finishedOn === undefined) log.info(fields, 'a job failed and will be tried again')
    else log.warn(fields, 'a job failed')
  })
  return worker
}

async function track(done: Promise<void>, atHand: Set<Promise<void>>): Promise<void> {
  atHand.add(done)
  try {
    await done
  } finally {
    atHand.delete(done)
  }
}

async function perform(job: Job, { processors, now }: WorkSetting): Promise<void> {
  const processor = processors[job.name as JobName] as
    | ((payload: unknown, context: JobContext) => Promise<void>)
    | undefined
  if (!processor) throw new UnrecoverableError(`no processor for ${job.name}`)
  try {
    await processor(job.data, { jobId: job.id ?? '', attempt: job.attemptsMade + 1, now: now() })
  } catch (error) {
    if (error instanceof Problem && !error.retry) throw new UnrecoverableError(error.message)
    throw error
  }
}
