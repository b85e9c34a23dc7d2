import type { Plane } from './svm.ts'
import type { Vector } from './vectors.ts'

/**
 * Naive Bayes over the presence of terms, as natural's `BayesClassifier` counts it (apparatus: smoothing 1, class totals begin at 1,
 * absent terms say nothing), one label against the rest, written as a plane: `ln P(yes | terms) − ln P(no | terms)`.
 * A test holds it equal to natural's own after training on the same tokens.
 */
export function trainBayes(vectors: readonly Vector[], positive: readonly boolean[], size: number): Plane {
  const counts = { yes: new Float64Array(size), no: new Float64Array(size) }
  const totals = { yes: 1, no: 1 }
  for (const [i, { terms }] of vectors.entries()) {
    const side = positive[i] ? 'yes' : 'no'
    totals[side]++
    for (const term of terms) counts[side][term]!++
  }
  const weights = new Float32Array(size)
  for (let term = 0; term < size; term++) {
    // natural gives a term seen n times n + smoothing, and one never seen the smoothing alone.
    weights[term] = Math.log((counts.yes[term]! + 1) / totals.yes) - Math.log((counts.no[term]! + 1) / totals.no)
  }
  return { weights, bias: Math.log(totals.yes) - Math.log(totals.no) }
}
