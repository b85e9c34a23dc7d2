import { type Corpus, readCorpus } from '../../src/classifier/training/corpus.ts'
import { withRuleExamples } from '../../src/classifier/training/rule-examples.ts'
import { rootPath } from '../../src/root.ts'
import { loadWithExamples } from '../../src/rulebook/load.ts'

/** The corpus as written, and with it the examples beside every active rule. */
export function wholeCorpus(): { written: Corpus; whole: Corpus } {
  const written = readCorpus(rootPath('src/classifier/corpus'))
  const { rulebook, examples } = loadWithExamples()
  const rules = rulebook.rules.flatMap(({ id, category, status }) => {
    const some = examples.get(id)
    return category && status === 'active' && some ? [{ id, category, hits: some.hits, misses: some.misses }] : []
  })
  return { written, whole: withRuleExamples(written, rules) }
}
