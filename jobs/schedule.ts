import type { Queue } from '../src/queue/connect.ts'

/** How often whatever stands still is looked for: the longest wait of papers written beside a running server. */
export const SWEEP_EVERY_MS = 5_000

const AN_HOUR_MS = 60 * 60 * 1_000
const A_DAY_MS = 24 * 60 * 60 * 1_000

/** What runs by the clock. Asking twice, or from several processes, makes one schedule. */
export async function scheduleJobs(queue: Pick<Queue, 'schedule'>): Promise<void> {
  await queue.schedule('sweep', SWEEP_EVERY_MS)
  await queue.schedule('purge-stale', A_DAY_MS)
  await queue.schedule('draw-samples', A_DAY_MS)
  await queue.schedule('tick-clocks', AN_HOUR_MS)
}
