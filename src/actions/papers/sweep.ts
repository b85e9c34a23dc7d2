import { subMilliseconds } from 'date-fns'
import { releaseStaleClaims, waitingDocumentIds } from '../../store/documents.ts'
import type { Parts } from '../parts.ts'

/** A claim older than this belongs to a worker that is gone: reading one paper may take 30 s at most. */
export const STALE_CLAIM_MS = 60_000
/**
 * In a queue that has work, a bell is rung again only after this long: a sheet of many thousand rows waits its turn, and ringing for each row
 * anew would bury the queue. An idle queue is rung for at once.
 */
export const RING_AGAIN_MS = 600_000
const MOST_AT_ONCE = 2_000

/**
 * Ring for whatever stands still: new rows written beside the server, claims of dead workers, bells lost with a queue.
 * @param queueIsIdle true when the queue holds no document work at all: then every waiting paper is rung for at once.
 */
export async function sweep(
  parts: Pick<Parts, 'db' | 'ring' | 'now'>,
  queueIsIdle: boolean,
): Promise<{ released: number; rung: number }> {
  const now = parts.now()
  const released = await releaseStaleClaims(
    parts.db,
    subMilliseconds(now, STALE_CLAIM_MS).toISOString(),
    now.toISOString(),
  )
  const rungBefore = queueIsIdle ? now.toISOString() : subMilliseconds(now, RING_AGAIN_MS).toISOString()
  const waiting = await waitingDocumentIds(parts.db, rungBefore, MOST_AT_ONCE)
  if (waiting.length > 0) {
    await parts.ring(waiting, 'bulk')
  }
  return { released, rung: waiting.length }
}

/** At the start of a process that has the database to itself, every claim is a dead worker's. */
export async function releaseAllClaims(parts: Pick<Parts, 'db' | 'now'>): Promise<number> {
  const now = parts.now()
  return releaseStaleClaims(parts.db, new Date(now.getTime() + 1).toISOString(), now.toISOString())
}
