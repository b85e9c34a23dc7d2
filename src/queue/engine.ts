import type { Processor, Queue, QueueOptions, Worker, WorkerOptions } from 'bullmq'

export type EngineName = 'embedded' | 'redis' | 'postgres'

/** What differs between the three engines: how a BullMQ queue and a worker are made, and what must be closed after them. */
export interface Engine {
  readonly name: EngineName
  queue(name: string, options: Omit<QueueOptions, 'connection'>): Queue
  worker(name: string, processor: Processor, options: Omit<WorkerOptions, 'connection'>): Worker
  close(): Promise<void>
}

/** Where the queue tells what happened; pino fits. No payloads, only ids and names. */
export interface QueueLog {
  info(fields: object, message: string): void
  warn(fields: object, message: string): void
  error(fields: object, message: string): void
}

export const SILENT: QueueLog = { info() {}, warn() {}, error() {} }

const REPEAT_AFTER_MS = 60_000

/** The same words for the same reason once a minute: a server that is gone makes every worker complain several times a second. */
export function withoutRepeats(log: QueueLog): QueueLog {
  const told = new Map<string, number>()
  const once = (tell: (fields: object, message: string) => void) => (fields: object, message: string) => {
    const key = `${message} ${JSON.stringify(fields)}`
    const now = performance.now()
    if (now - (told.get(key) ?? Number.NEGATIVE_INFINITY) < REPEAT_AFTER_MS) return
    if (told.size > 1_000) told.clear()
    told.set(key, now)
    tell(fields, message)
  }
  return { info: log.info.bind(log), warn: once(log.warn.bind(log)), error: once(log.error.bind(log)) }
}
