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
