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
  physicalName(queue: QueueName): string
}

/** Start one worker for each queue that has jobs. */
export async function startWork(setting: WorkSetting): Promise<Work> {
  const queues = [...new Set(Object.values(QUEUE_OF))]
  const workers = queues.map((queue) => startWorker(queue, setting))
  await Promise.all(workers.map((worker) => worker.waitUntilReady()))
  return {
    async drain() {
      await Promise.all(workers.map((worker) => worker.pause()))
    },
    async close() {
      await Promise.all(workers.map((worker) => worker.close()))
    },
  }
}

function startWorker(queue: QueueName, setting: WorkSetting) {
  const { engine, log, timing, physicalName } = setting
  const worker = engine.worker(physicalName(queue), (job) => perform(job, setting), {
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
