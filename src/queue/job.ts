/**
 * Every job there is, with its payload. Payloads carry ids, the processor reads the rest from the database, and every job may run twice.
 * A new job: one line here, one in `QUEUE_OF`, one processor in `jobs/` (the compiler asks for the last two).
 */
export interface Jobs {
  'process-documents': { documentIds: string[] }
  sweep: Record<string, never>
  'purge-stale': Record<string, never>
  'draw-samples': Record<string, never>
  'tick-clocks': Record<string, never>
}

export type JobName = keyof Jobs

/** One queue per resource that can be busy, not one per job: reading papers must not hold up the clocks. */
export const QUEUE_NAMES = ['documents', 'clocks', 'outbound'] as const
export type QueueName = (typeof QUEUE_NAMES)[number]

export const QUEUE_OF = {
  'process-documents': 'documents',
  sweep: 'clocks',
  'purge-stale': 'clocks',
  'draw-samples': 'clocks',
  'tick-clocks': 'clocks',
} as const satisfies Record<JobName, QueueName>

export interface JobContext {
  readonly jobId: string
  /** 1 on the first try. */
  readonly attempt: number
  readonly now: Date
}

/**
 * Does one job. A `Problem` that says `retry: false` fails it at once; anything else thrown is tried again, three times in all.
 */
export type Processor<N extends JobName> = (payload: Jobs[N], context: JobContext) => Promise<void>

export type Processors = { readonly [N in JobName]: Processor<N> }
