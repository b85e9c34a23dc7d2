import { type Plane, trainSvm } from './svm.ts'
import type { Vector } from './vectors.ts'

/** Added to the weight of the examples in which a term stands, on each side. */
const SMOOTHING = 0.5
/** How dear mistakes are, beside those of the plain machine: its terms are longer by their ratios. */
const COST = 0.3

/**
 * A support vector machine whose terms are first scaled by how unevenly they stand on the two sides (Wang, Manning 2012, "Baselines and
 * Bigrams", NBSVM): `r = ln((p / ‖p‖₁) / (q / ‖q‖₁))`, where p and q hold, by term, {@link SMOOTHING} and the costs of the yes and of the
 * no examples in which it stands. Given as a plane over the unscaled terms.
 */
export function trainNbSvm(
  vectors: readonly Vector[],
  positive: readonly boolean[],
  costs: readonly number[],
  size: number,
): Plane {
  const ratios = logRatios(vectors, positive, costs, size)
  const scaled = vectors.map(({ terms, values }) => ({
    terms,
    values: values.map((value, k) => value * ratios[terms[k]!]!),
  }))
  const cheaper = costs.map((cost) => cost * COST)
  const { weights, bias } = trainSvm(scaled, positive, cheaper, size)
  return { weights: weights.map((weight, term) => weight * ratios[term]!), bias }
}

function logRatios(
  vectors: readonly Vector[],
  positive: readonly boolean[],
  costs: readonly number[],
  size: number,
): Float64Array {
  const yes = new Float64Array(size).fill(SMOOTHING)
  const no = new Float64Array(size).fill(SMOOTHING)
  for (const [i, { terms }] of vectors.entries()) {
    const side = positive[i] ? yes : no
    for (const term of terms) side[term]! += costs[i]!
  }
  const between = Math.log(sumOf(no)) - Math.log(sumOf(yes))
  return yes.map((weight, term) => Math.log(weight) - Math.log(no[term]!) + between)
}

function sumOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0)
}
