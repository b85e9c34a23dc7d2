import type { Parts } from '../actions/parts.ts'

/** How much work one queue holds. */
export interface QueueCounts {
  waiting: number
  active: number
  delayed: number
  failed: number
}

/** A job that was given up, newest first in a list. `message` holds ids and codes, never a person's data. */
export interface QueueFailure {
  name: string
  /** ISO-8601 UTC. */
  failedAt: string
  message: string
}

/** What the screens and the API are given: the parts of the actions, and what the status page shows of the queue. */
export interface WebParts extends Parts {
  /** By queue name. */
  queueCounts(): Promise<Record<string, QueueCounts>>
  queueFailures(limit: number): Promise<QueueFailure[]>
  /** Which engines run, in words for the status page: `sqlite`, `postgres`; `embedded`, `redis`, `postgres`. Never an address. */
  engine: { database: string; queue: string }
}
