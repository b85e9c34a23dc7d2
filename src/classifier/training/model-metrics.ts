import { CATEGORIES, type Category, perCategory } from '../../core/document.ts'
import type { CutMetrics, LabelMetrics, ModelMetrics, TaughtMetrics } from '../../core/learn/model-metrics.ts'
import { SAYS_FROM } from '../../core/learn/stability.ts'
import type { LabelledPaper } from './corpus.ts'
import type { HeldOut } from './cross-validate.ts'
import { isKnown } from './example.ts'
import { brier, type Confusion, confusion, expectedCalibrationError, f1, reliability } from './measure.ts'
import { lengthBand, qualityOf, round } from './report.ts'

/** Measures what was held out: the corpus by itself, so that models with and without rulings compare, and the papers officers taught apart. */
export function modelMetrics(papers: readonly LabelledPaper[], held: readonly HeldOut[]): ModelMetrics {
  const paperOf = new Map(papers.map((paper) => [paper.id, paper]))
  const ofCorpus = held.filter(({ example }) => example.known === undefined && !example.offTopic)
  const ofRulings = held.filter(({ example }) => example.known !== undefined && !example.ofRule)
  const { macroF1, lawful, lawfulFlagged, byLabel } = qualityOf(ofCorpus.map(saidOf))
  return {
    macroF1,
    papers: ofCorpus.length,
    lawful,
    lawfulFlagged,
    byLabel: perCategory((label) => labelMetrics(byLabel[label], ofCorpus, label)),
    cuts: cutsOf(ofCorpus, paperOf),
    ...(ofRulings.length > 0 && { taught: perCategory((label) => taughtMetrics(ofRulings, label)) }),
  }
}

function saidOf({ probabilities, example }: HeldOut) {
  return { labels: CATEGORIES.filter((label) => probabilities[label] >= SAYS_FROM), so: example.labels }
}

function labelMetrics(counts: Confusion, held: readonly HeldOut[], label: Category): LabelMetrics {
  const { truePositive, falsePositive, falseNegative } = counts
  const probabilities = held.map((row) => row.probabilities[label])
  const so = held.map(({ example }) => example.labels.includes(label))
  return {
    precision: round(truePositive / (truePositive + falsePositive || 1)),
    recall: round(truePositive / (truePositive + falseNegative || 1)),
    f1: round(f1(counts)),
    ece: round(expectedCalibrationError(reliability(probabilities, so))),
    brier: round(brier(probabilities, so)),
  }
}

function cutsOf(held: readonly HeldOut[], paperOf: ReadonlyMap<string, LabelledPaper>): CutMetrics[] {
  const cuts = new Map<string, HeldOut[]>()
  for (const row of held) {
    const paper = paperOf.get(row.example.id)
    if (!paper) continue
    const { kind, text, disguised } = paper
    for (const cut of [`kind: ${kind}`, `length: ${lengthBand(text.length)}`, `disguise: ${disguised ? 'yes' : 'no'}`])
      cuts.set(cut, [...(cuts.get(cut) ?? []), row])
  }
  return [...cuts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([cut, rows]) => {
      const { papers, macroF1, lawful, lawfulFlagged } = qualityOf(rows.map(saidOf))
      return { cut, papers, macroF1, lawful, lawfulFlagged }
    })
}

function taughtMetrics(held: readonly HeldOut[], label: Category): TaughtMetrics {
  const judged = held.filter(({ example }) => isKnown(example, label))
  const counts = confusion(
    judged.map(({ probabilities }) => probabilities[label] >= SAYS_FROM),
    judged.map(({ example }) => example.labels.includes(label)),
  )
  return {
    yes: counts.truePositive + counts.falseNegative,
    found: counts.truePositive,
    no: counts.falsePositive + counts.trueNegative,
    flagged: counts.falsePositive,
  }
}
