import { normalise } from '../../core/normalise/normalise.ts'
import type { TargetWords } from '../../core/normalise/targets.ts'
import type { LabelledPaper } from './corpus.ts'
import type { Example } from './example.ts'

/** Papers as training sees them: made plain as every paper is before it is classified. */
export function examplesOf(papers: readonly LabelledPaper[], targets: TargetWords): Example[] {
  return papers.map(({ id, batch, labels, offTopic, text }) => ({
    id,
    batch,
    labels,
    weight: 1,
    text: normalise(text, targets).text,
    ...(offTopic && { offTopic }),
  }))
}
