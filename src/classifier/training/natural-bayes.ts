import { createRequire } from 'node:module'
import type { Plane } from './svm.ts'

/** Loaded by its deep path: natural's index loads database clients and takes a second to start. */
const BayesClassifier = withMathKept<new () => unknown>(() =>
  createRequire(import.meta.url)('natural/lib/natural/classifiers/bayes_classifier.js'),
)

/** What of natural's classifier is used here; its own types hang on the index. */
export interface NaturalBayes {
  addDocument(tokens: string[], label: string): void
  train(): void
  getClassifications(tokens: string[]): { label: string; value: number }[]
  /** Tokens in the order of their numbers. */
  features: Record<string, number>
  classifier: {
    classFeatures: Record<string, Record<number, number>>
    classTotals: Record<string, number>
    totalExamples: number
    smoothing: number
  }
}

/** An untrained naive Bayes classifier of natural's, given tokens, never text. */
export function naturalBayes(): NaturalBayes {
  return new BayesClassifier() as unknown as NaturalBayes
}

/**
 * Natural's trained model as a plane of the presence of its tokens: margin = `ln P(yes | tokens) − ln P(no | tokens)`, the logarithm of the
 * ratio of the two values that `getClassifications` gives, without their underflow on long papers.
 */
export function planeOfNatural(trained: NaturalBayes, yes: string, no: string): { terms: string[]; plane: Plane } {
  const { classFeatures, classTotals, smoothing } = trained.classifier
  const terms = Object.keys(trained.features)
  const logOf = (label: string, term: number) =>
    Math.log((classFeatures[label]?.[term] || smoothing) / classTotals[label]!)
  const weights = Float32Array.from(terms, (_, term) => logOf(yes, term) - logOf(no, term))
  return { terms, plane: { weights, bias: Math.log(classTotals[yes]!) - Math.log(classTotals[no]!) } }
}

/** Natural's matrix library puts a function of its own in place of `Math.sign`, by which the sign of 0 is 1; every module would get it. */
function withMathKept<T>(load: () => T): T {
  const { sign } = Math
  try {
    return load()
  } finally {
    Math.sign = sign
  }
}
