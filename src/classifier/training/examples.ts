import { normalise } from '../../core/normalise/normalise.ts'
import type { TargetWords } from '../../core/normalise/targets.ts'
import type { LabelledPaper } from './corpus.ts'
import type { Example } from './example.ts'

/** What an example of a rule counts beside a paper: there are many of each tactic. */
const RULE_EXAMPLE = 0.3

/** Papers as training sees them: made plain as every paper is before it is classified. */
export function examplesOf(papers: readonly LabelledPaper[], targets: TargetWords): Example[] {
  return papers.map(({ id, batch, labels, offTopic, ofRule, text }) => ({
    id,
    batch,
    labels,
    weight: ofRule ? RULE_EXAMPLE : 1,
    text: normalise(text, targets).text,
    ...(offTopic && { offTopic }),
    ...(ofRule && { ofRule: true, known: [ofRule] }),
  }))
}
