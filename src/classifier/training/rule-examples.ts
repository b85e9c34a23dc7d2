import { createHash } from 'node:crypto'
import type { Category } from '../../core/document.ts'
import type { Corpus, LabelledPaper } from './corpus.ts'

/** The examples beside one rule. */
export interface ExamplesOfRule {
  /** `marketing/guaranteed-return`. */
  id: string
  category: Category
  hits: readonly { text: string }[]
  misses: readonly { text: string }[]
}

/** Folds the examples are dealt to, as if so many authors had written them. */
const HANDS = 8

/**
 * The corpus with the examples of rules: short, plain wordings of each tactic and their lawful twins. Each says yes or no of the rule's own
 * category and nothing of the others, counts less than a paper, and stands in no figure of quality.
 */
export function withRuleExamples(corpus: Corpus, rules: readonly ExamplesOfRule[]): Corpus {
  const hash = createHash('sha256').update(corpus.hash)
  const papers: LabelledPaper[] = []
  for (const { id, category, hits, misses } of [...rules].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    for (const [texts, labels] of [
      [hits, [category]],
      [misses, []],
    ] as const)
      for (const { text } of texts) {
        hash.update(`\n${id} ${labels.length} ${text}`)
        papers.push({
          id: `${id}#${papers.length}`,
          batch: `rules-${papers.length % HANDS}`,
          kind: 'unknown',
          labels: [...labels],
          style: 'rule_example',
          disguised: false,
          offTopic: false,
          ofRule: category,
          text,
        })
      }
  }
  return { papers: [...corpus.papers, ...papers], hash: hash.digest('hex') }
}
