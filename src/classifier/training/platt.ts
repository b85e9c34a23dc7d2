import type { Calibration } from '../calibration.ts'

/**
 * Fits {@link Calibration} to margins of papers the model was not trained on, by Newton's method with a line search and smoothed targets
 * (Lin, Lin, Weng 2007, "A note on Platt's probabilistic outputs for support vector machines", appendix).
 */
export function fitPlatt(margins: readonly number[], positive: readonly boolean[]): Calibration {
  const positives = positive.filter(Boolean).length
  const negatives = positive.length - positives
  const high = (positives + 1) / (positives + 2)
  const low = 1 / (negatives + 2)
  const targets = positive.map((is) => (is ? high : low))
  const lossOf = (slope: number, shift: number) =>
    margins.reduce((sum, margin, i) => {
      const z = slope * margin + shift
      return (
        sum + (z >= 0 ? targets[i]! * z + Math.log1p(Math.exp(-z)) : (targets[i]! - 1) * z + Math.log1p(Math.exp(z)))
      )
    }, 0)
  let slope = 0
  let shift = Math.log((negatives + 1) / (positives + 1))
  let loss = lossOf(slope, shift)
  for (let round = 0; round < 100; round++) {
    let [h11, h22, h21, g1, g2] = [1e-12, 1e-12, 0, 0, 0]
    for (const [i, margin] of margins.entries()) {
      const p = 1 / (1 + Math.exp(slope * margin + shift))
      const spread = p * (1 - p)
      const miss = targets[i]! - p
      h11 += margin * margin * spread
      h22 += spread
      h21 += margin * spread
      g1 += margin * miss
      g2 += miss
    }
    if (Math.abs(g1) < 1e-5 && Math.abs(g2) < 1e-5) break
    const determinant = h11 * h22 - h21 * h21
    const stepSlope = -(h22 * g1 - h21 * g2) / determinant
    const stepShift = -(h11 * g2 - h21 * g1) / determinant
    const descent = g1 * stepSlope + g2 * stepShift
    let length = 1
    while (length >= 1e-10) {
      const next = lossOf(slope + length * stepSlope, shift + length * stepShift)
      if (next < loss + 1e-4 * length * descent) {
        slope += length * stepSlope
        shift += length * stepShift
        loss = next
        break
      }
      length /= 2
    }
    if (length < 1e-10) break
  }
  return { slope, shift }
}
