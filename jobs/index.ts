import type { ProcessParts } from '../src/actions/papers/process-document.ts'
import type { Parts } from '../src/actions/parts.ts'
import type { Queue } from '../src/queue/connect.ts'
import type { Processors } from '../src/queue/job.ts'
import { drawUnflagged } from './draw-samples.ts'
import { processDocuments } from './process-documents.ts'
import { purgeWhatIsStale } from './purge-stale.ts'
import { sweepStanding } from './sweep.ts'
import { tickClocks } from './tick-clocks.ts'

/** Every job and what does it; a job without a processor does not compile. */
export function processors(
  parts: ProcessParts & Pick<Parts, 'ring' | 'procedure'>,
  queue: Pick<Queue, 'counts'>,
): Processors {
  return {
    'process-documents': (payload) => processDocuments(parts, payload),
    sweep: () => sweepStanding(parts, queue),
    'purge-stale': () => purgeWhatIsStale(parts),
    'draw-samples': () => drawUnflagged(parts),
    'tick-clocks': () => tickClocks(parts),
  }
}
