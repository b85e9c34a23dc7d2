import { type ProcessParts, processDocument } from '../src/actions/papers/process-document.ts'
import type { Jobs } from '../src/queue/job.ts'

/** Carry a batch of papers along the path one after another. What fails is on the document and in the faults; the rest goes on. */
export async function processDocuments(parts: ProcessParts, payload: Jobs['process-documents']): Promise<void> {
  for (const documentId of payload.documentIds) {
    try {
      await processDocument(parts, documentId)
    } catch (error) {
      // The database itself is in trouble: the claim stands until the sweep gives it back, and the others get their turn.
      parts.log.error({ documentId, err: error }, 'a paper had to be left')
    }
  }
}
