import type { Vector } from './vectors.ts'

/** A plane: the margin of a vector is `bias + Σ weights[term] × value`. */
export interface Plane {
  weights: Float32Array
  bias: number
}

/**
 * Linear support vector machine with squared hinge loss and L2 regularisation by dual coordinate descent
 * (Hsieh, Chang, Lin, Keerthi, Sundararajan 2008, "A dual coordinate descent method for large-scale linear SVM", algorithm 1).
 * The bias is the weight of a constant feature 1. `costs[i]` weighs example i. Deterministic: the order is drawn from `seed`.
 */
export function trainSvm(
  vectors: readonly Vector[],
  positive: readonly boolean[],
  costs: readonly number[],
  size: number,
  { epochs = 60, seed = 1 } = {},
): Plane {
  const weights = new Float64Array(size)
  let bias = 0
  const alpha = new Float64Array(vectors.length)
  const order = Uint32Array.from(vectors.keys())
  const random = mulberry32(seed)
  const squares = vectors.map(({ values }) => values.reduce((sum, value) => sum + value * value, 1))
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random)
    let worst = 0
    for (const i of order) {
      const { terms, values } = vectors[i]!
      const y = positive[i] ? 1 : -1
      const diagonal = 1 / (2 * costs[i]!)
      let margin = bias
      for (let k = 0; k < terms.length; k++) margin += weights[terms[k]!]! * values[k]!
      const gradient = y * margin - 1 + diagonal * alpha[i]!
      const projected = alpha[i] === 0 ? Math.min(gradient, 0) : gradient
      worst = Math.max(worst, Math.abs(projected))
      if (projected === 0) continue
      const before = alpha[i]!
      alpha[i] = Math.max(before - gradient / (squares[i]! + diagonal), 0)
      const step = (alpha[i]! - before) * y
      for (let k = 0; k < terms.length; k++) weights[terms[k]!]! += step * values[k]!
      bias += step
    }
    if (worst < 1e-3) break
  }
  return { weights: Float32Array.from(weights), bias }
}

/** The margin of a vector. */
export function marginOf({ weights, bias }: Plane, { terms, values }: Vector): number {
  let margin = bias
  for (let k = 0; k < terms.length; k++) margin += weights[terms[k]!]! * values[k]!
  return margin
}

/** A small seeded generator of numbers in [0, 1): mulberry32. */
export function mulberry32(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

function shuffle(order: Uint32Array, random: () => number) {
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1))
    const held = order[i]!
    order[i] = order[j]!
    order[j] = held
  }
}
