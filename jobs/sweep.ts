import { driveRechecks } from '../src/actions/papers/recheck-documents.ts'
import { sweep } from '../src/actions/papers/sweep.ts'
import type { Parts } from '../src/actions/parts.ts'
import type { Queue } from '../src/queue/connect.ts'

/**
 * Let papers wait that are to be checked again, and ring for what stands still. An idle queue with papers waiting has lost its bells,
 * so every one is rung at once.
 */
export async function sweepStanding(
  parts: Pick<Parts, 'db' | 'ring' | 'now' | 'log'>,
  queue: Pick<Queue, 'counts'>,
): Promise<void> {
  const { documents } = await queue.counts()
  const isIdle = documents.waiting + documents.active + documents.delayed === 0
  const rechecked = await driveRechecks(parts)
  if (rechecked > 0) parts.log.info({ rechecked }, 'papers wait to be checked again')
  const { released, rung } = await sweep(parts, isIdle)
  if (released > 0) parts.log.warn({ released }, 'claims of a worker that is gone were given back')
  if (rung > 0) parts.log.info({ rung }, 'rang for waiting papers')
}
