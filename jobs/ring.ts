import type { Parts } from '../src/actions/parts.ts'
import type { Queue } from '../src/queue/connect.ts'
import { markRung } from '../src/store/documents.ts'

/** Papers in one job: enough to spare the queue, few enough to share the work. */
export const DOCUMENTS_A_JOB = 25

/**
 * The bell: papers are put into the queue and noted as rung for. A queue that does not answer is no reason to fail
 * what is already committed; the sweep rings again.
 */
export function bell(queue: Pick<Queue, 'enqueueMany'>, parts: Pick<Parts, 'db' | 'now' | 'log'>): Parts['ring'] {
  return async (documentIds, urgency) => {
    try {
      const jobs = []
      for (let from = 0; from < documentIds.length; from += DOCUMENTS_A_JOB) {
        jobs.push({
          payload: { documentIds: documentIds.slice(from, from + DOCUMENTS_A_JOB) },
          isBulk: urgency === 'bulk',
        })
      }
      await queue.enqueueMany('process-documents', jobs)
      // Noted last: a bell that did not get through is rung again by the next sweep.
      await markRung(parts.db, documentIds, parts.now().toISOString())
    } catch (error) {
      parts.log.warn({ err: error, documents: documentIds.length }, 'could not ring; the sweep will')
    }
  }
}
