import { waitingDocumentIds } from '../../store/documents.ts'
import { type Processed, type ProcessParts, processDocument } from './process-document.ts'

/**
 * Carry every waiting paper of this installation along the path, rows of sheets that come up on the way included, until none waits.
 * For a process that has no worker beside it; with one, both work and neither does the other's paper again.
 * @param onProcessed called after each paper; `waiting` is how many of those looked up are still to do.
 * @returns false when `signal` ended it first; a paper in hand is finished.
 */
export async function processWaiting(
  parts: ProcessParts,
  options: {
    concurrency: number
    signal?: AbortSignal | undefined
    onProcessed?: ((outcome: Processed) => void) | undefined
  },
): Promise<boolean> {
  for (;;) {
    const ids = await waitingDocumentIds(parts.db, AFTER_EVERY_RING, IDS_AT_ONCE)
    if (ids.length === 0) return true
    const next = ids.values()
    const lanes = Array.from({ length: options.concurrency }, async () => {
      for (const id of next) {
        if (options.signal?.aborted) return
        const outcome = await processDocument(parts, id)
        options.onProcessed?.(outcome)
      }
    })
    await Promise.all(lanes)
    if (options.signal?.aborted) return false
  }
}

const IDS_AT_ONCE = 500
/** Sorts behind every instant: papers are taken whether or not somebody rang for them. */
const AFTER_EVERY_RING = '9999'
