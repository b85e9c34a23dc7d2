import type { Queue as BullQueue, JobsOptions } from 'bullmq'
import { openEmbedded } from './embedded.ts'
import { type Engine, type EngineName, type QueueLog, SILENT, withoutRepeats } from './engine.ts'
import { type JobName, type Jobs, type Processors, QUEUE_NAMES, QUEUE_OF, type QueueName } from './job.ts'
import { openPostgres } from './postgres.ts'
import { openRedis } from './redis.ts'
import { startWork, type Work, type WorkOptions } from './work.ts'

export interface QueueSettings {
  /** `redis://…` or `postgres://…`; without it, the embedded queue under `dataDir`. */
  readonly queueUrl?: string | undefined
  readonly dataDir: string
  /** Keeps installations apart that share one server. */
  readonly prefix?: string | undefined
  readonly log?: QueueLog | undefined
  readonly now?: (() => Date) | undefined
  readonly timing?: Partial<QueueTiming> | undefined
}

/** All in milliseconds. */
export interface QueueTiming {
  /** Before the second try; doubles for the third. */
  readonly backoffMs: number
  readonly lockMs: number
  readonly stalledCheckMs: number
  /** How often schedules are looked after, in case the queue was emptied behind our back. */
  readonly scheduleCheckMs: number
}

export interface EnqueueOptions {
  /** While a job with this id waits or is being done, another one is not added. No `:` in it. */
  readonly jobId?: string | undefined
  readonly delayMs?: number | undefined
  /** Stands behind every job that is not: nobody is waiting for it. */
  readonly isBulk?: boolean | undefined
}

export interface QueueCounts {
  waiting: number
  active: number
  delayed: number
  failed: number
}

export interface JobFailure {
  readonly name: string
  readonly failedAt: Date
  readonly message: string
}

/** The bell. The database is the truth: whatever is lost here, the sweep rings again. */
export interface Queue {
  readonly engine: EngineName
  enqueue<N extends JobName>(name: N, payload: Jobs[N], options?: EnqueueOptions): Promise<void>
  enqueueMany<N extends JobName>(name: N, jobs: readonly ({ payload: Jobs[N] } & EnqueueOptions)[]): Promise<void>
  /** Run the job now and then every `everyMs`, by whichever worker is there; once, however many processes ask. */
  schedule(name: JobsWithoutPayload, everyMs: number): Promise<void>
  counts(): Promise<Record<QueueName, QueueCounts>>
  /** The jobs that failed for good, newest first; the queue keeps some. */
  failures(limit: number): Promise<JobFailure[]>
  work(processors: Processors, options: WorkOptions): Promise<Work>
  /** Closes the workers too. */
  close(): Promise<void>
}

type JobsWithoutPayload = { [N in JobName]: Jobs[N] extends Record<string, never> ? N : never }[JobName]

const TIMING: QueueTiming = { backoffMs: 2_000, lockMs: 15_000, stalledCheckMs: 10_000, scheduleCheckMs: 30_000 }

/**
 * Open the queue: embedded, on Redis or on PostgreSQL. Throws `engine.data_dir_in_use` when another process has the embedded one open.
 */
export async function openQueue(settings: QueueSettings): Promise<Queue> {
  const log = withoutRepeats(settings.log ?? SILENT)
  const engine = await openEngine(settings, log)
  return queueOn(engine, { ...settings, log, timing: { ...TIMING, ...settings.timing } })
}

function openEngine({ queueUrl, dataDir }: QueueSettings, log: QueueLog): Promise<Engine> {
  if (queueUrl === undefined) return openEmbedded(dataDir, log)
  if (/^rediss?:/.test(queueUrl)) return openRedis(queueUrl, log)
  if (/^postgres(ql)?:/.test(queueUrl)) return openPostgres(queueUrl, log)
  throw new Error('QUEUE_URL must begin with redis:// or postgres://')
}

function queueOn(engine: Engine, settings: QueueSettings & { log: QueueLog; timing: QueueTiming }): Queue {
  const { log, timing } = settings
  const physicalName = (queue: QueueName) => `${settings.prefix ?? 'sojourn'}-${queue}`
  const queues = new Map<QueueName, BullQueue>()
  for (const name of QUEUE_NAMES) {
    // Nobody reads BullMQ's event stream here; the default keeps ten thousand.
    const queue = engine.queue(physicalName(name), { streams: { events: { maxLen: 100 } } })
    queue.on('error', (error) => log.warn({ queue: name, reason: error.message }, 'the queue met an error'))
    queues.set(name, queue)
  }
  const queueOf = (job: JobName) => queues.get(QUEUE_OF[job])!
  const timers: NodeJS.Timeout[] = []
  const works: Work[] = []
  let closing: Promise<void> | undefined

  return {
    engine: engine.name,
    async enqueue(name, payload, options = {}) {
      await queueOf(name).add(name, payload, jobOptions(timing, options))
    },
    async enqueueMany(name, jobs) {
      await queueOf(name).addBulk(
        jobs.map(({ payload, ...options }) => ({ name, data: payload, opts: jobOptions(timing, options) })),
      )
    },
    async schedule(name, everyMs) {
      await ensureScheduled(queueOf(name), name, everyMs, timing)
      const check = () =>
        ensureScheduled(queueOf(name), name, everyMs, timing).catch((error) =>
          log.warn({ job: name, reason: error.message }, 'a schedule could not be looked after'),
        )
      timers.push(setInterval(check, timing.scheduleCheckMs).unref())
    },
    async counts() {
      const counted = await Promise.all(
        [...queues].map(async ([name, queue]) => [name, await countsOf(queue)] as const),
      )
      return Object.fromEntries(counted) as Record<QueueName, QueueCounts>
    },
    async failures(limit) {
      const failed = await Promise.all([...queues.values()].map((queue) => queue.getFailed(0, limit - 1)))
      return failed
        .flat()
        .map((job) => ({
          name: job.name,
          failedAt: new Date(job.finishedOn ?? job.timestamp),
          message: job.failedReason ?? '',
        }))
        .sort((a, b) => b.failedAt.getTime() - a.failedAt.getTime())
        .slice(0, limit)
    },
    async work(processors, options) {
      const now = settings.now ?? (() => new Date())
      const work = await startWork({ ...options, engine, processors, timing, now, log, physicalName })
      works.push(work)
      return work
    },
    close() {
      closing ??= closeAll()
      return closing
    },
  }

  async function closeAll(): Promise<void> {
    for (const timer of timers) clearInterval(timer)
    await Promise.all(works.map((work) => work.close()))
    await Promise.all([...queues.values()].map((queue) => queue.close()))
    await engine.close()
  }
}

/**
 * `jobId` becomes BullMQ's deduplication id, not its job id: a failed job that is kept to be shown would block its own id,
 * and the sweep would ring in vain.
 */
function jobOptions(timing: QueueTiming, { jobId, delayMs, isBulk }: EnqueueOptions): JobsOptions {
  if (jobId?.includes(':')) throw new Error(`a job id must not contain a colon: ${jobId}`)
  return {
    attempts: 3,
    backoff: { type: 'exponential', delay: timing.backoffMs },
    removeOnComplete: true,
    removeOnFail: { count: 200, age: 7 * 24 * 3600 },
    stackTraceLimit: 1,
    ...(jobId !== undefined && { deduplication: { id: jobId } }),
    ...(delayMs !== undefined && { delay: delayMs }),
    // BullMQ takes jobs without a priority first.
    ...(isBulk && { priority: 10 }),
  }
}

/** A schedule that is there is left alone: writing it again would move its next run. */
async function ensureScheduled(queue: BullQueue, name: JobName, everyMs: number, timing: QueueTiming): Promise<void> {
  const present = await queue.getJobScheduler(name)
  const overdue = present?.next !== undefined && present.next < Date.now() - 2 * everyMs - timing.lockMs
  if (present && present.every === everyMs && !overdue) return
  await queue.upsertJobScheduler(name, { every: everyMs }, { name, data: {}, opts: jobOptions(timing, {}) })
}

async function countsOf(queue: BullQueue): Promise<QueueCounts> {
  const { waiting = 0, prioritized = 0, active = 0, delayed = 0, failed = 0 } = await queue.getJobCounts()
  return { waiting: waiting + prioritized, active, delayed, failed }
}
