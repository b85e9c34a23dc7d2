import { clearPassages, mayHaveClear } from '../../src/classifier/clear-passages.ts'
import type { LabelledPaper } from '../../src/classifier/training/corpus.ts'
import type { HeldOut } from '../../src/classifier/training/cross-validate.ts'
import { lengthBand } from '../../src/classifier/training/report.ts'
import type { CompiledRulebook } from '../../src/core/check/compile.ts'
import { CATEGORIES, type Category } from '../../src/core/document.ts'
import { SAYS_FROM } from '../../src/core/learn/stability.ts'
import { assess, type Model } from '../../src/core/pipeline.ts'

/** What each of three judges says of one paper of the corpus. */
export interface Answers {
  paper: LabelledPaper
  rules: Category[]
  classifier: Category[]
  together: Category[]
  /** What tables are cut by. */
  slice: { kind: string; length: string; disguised: string; source: string }
}

/** Batches that nobody read while rules were written: the honest place to look at rules. */
const SEALED = /^(c\d|[pqrvwxyz]1|[r-z][2345])$/

/** Asks the rules, the held-out classifier, and both by the formula of `scoring.yaml`. */
export function answersOf(
  papers: readonly LabelledPaper[],
  held: readonly HeldOut[],
  compiled: CompiledRulebook,
  day: string,
): Answers[] {
  return papers.map((paper, i) => {
    const { probabilities } = held[i]!
    const given = { text: paper.text, kind: paper.kind }
    const heldOut = asModel(held[i]!)
    return {
      paper,
      rules: assess(given, day, compiled).labels,
      classifier: CATEGORIES.filter((label) => probabilities[label] >= SAYS_FROM),
      together: assess(given, day, compiled, heldOut).labels,
      slice: {
        kind: paper.kind,
        length: lengthBand(paper.text.length),
        disguised: paper.disguised ? 'disguised' : 'plain',
        source: SEALED.test(paper.batch) ? 'unread by rule authors' : 'read by rule authors',
      },
    }
  })
}

/** What was said of a paper held out, as the desk's model would say it: with the passages that speak for themselves. */
function asModel({ probabilities, byPassage }: HeldOut): Model {
  return {
    hash: 'held-out',
    classify: (clean) =>
      CATEGORIES.map((label) => {
        const probability = probabilities[label]
        const passages = byPassage.map(({ probabilities: own, ...place }) => ({ ...place, probability: own[label] }))
        const clear = mayHaveClear(passages, probability) ? clearPassages(clean, probability, passages) : undefined
        return { label, probability, spans: [], ...clear }
      }),
    probabilities: () => probabilities,
  }
}
