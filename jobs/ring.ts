import type { Parts } from '../src/actions/parts.ts'
import type { Queue } from '../src/queue/connect.ts'
import { markRung } from '../src/store/documents.ts'

/** Papers in one job: enough to spare the queue, few enough to share the work. */
export const DOCUMENTS_A_JOB = 25

/**
 * The bell: papers are noted as rung for and put into the queue. A queue that does not answer is no reason to fail
 * what is already committed; the sweep rings again.
 */
export function bell(queue: Pick<Queue, 'enqueueMany'>, parts: Pick<Parts, 'db' | 'now' | 'log'>): Parts['ring'] {
  return async (documentIds) => {
    try {
      await markRung(parts.db, documentIds, parts.now().toISOString())
      const jobs = []
      for (let from = 0; from < documentIds.length; from += DOCUMENTS_A_JOB) {
        jobs.push({ payload: { documentIds: documentIds.slice(from, from + DOCUMENTS_A_JOB) } })
      }
      await queue.enqueueMany('process-documents', jobs)
    } catch (error) {
      parts.log.warn({ err: error, documents: documentIds.length }, 'could not ring; the sweep will')
    }
  }
}
