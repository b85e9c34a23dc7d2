/** Counts of one yes-or-no question. */
export interface Confusion {
  truePositive: number
  falsePositive: number
  falseNegative: number
  trueNegative: number
}

/** Compares what was said with what is so. */
export function confusion(said: readonly boolean[], so: readonly boolean[]): Confusion {
  const counts: Confusion = { truePositive: 0, falsePositive: 0, falseNegative: 0, trueNegative: 0 }
  for (const [i, is] of so.entries()) {
    if (said[i]) counts[is ? 'truePositive' : 'falsePositive']++
    else counts[is ? 'falseNegative' : 'trueNegative']++
  }
  return counts
}

/** `2TP / (2TP + FP + FN)`; 0 where there is nothing to find and nothing was said. */
export function f1({ truePositive, falsePositive, falseNegative }: Confusion): number {
  const all = 2 * truePositive + falsePositive + falseNegative
  return all === 0 ? 0 : (2 * truePositive) / all
}

export interface ReliabilityBin {
  from: number
  to: number
  count: number
  /** Mean probability said, and share that was so. */
  said: number
  so: number
}

/** Ten bins of equal width over [0, 1]. */
export function reliability(probabilities: readonly number[], so: readonly boolean[]): ReliabilityBin[] {
  const bins = Array.from({ length: 10 }, (_, i) => ({ from: i / 10, to: (i + 1) / 10, count: 0, said: 0, so: 0 }))
  for (const [i, probability] of probabilities.entries()) {
    const bin = bins[Math.min(9, Math.floor(probability * 10))]!
    bin.count++
    bin.said += probability
    bin.so += so[i] ? 1 : 0
  }
  for (const bin of bins) {
    bin.said /= bin.count || 1
    bin.so /= bin.count || 1
  }
  return bins
}

/** Expected calibration error: the mean gap between what was said and what was so, by bin, weighed by count (Naeini et al. 2015). */
export function expectedCalibrationError(bins: readonly ReliabilityBin[]): number {
  const all = bins.reduce((sum, { count }) => sum + count, 0)
  return bins.reduce((sum, { count, said, so }) => sum + (count / (all || 1)) * Math.abs(said - so), 0)
}

/** Mean squared distance of the probability from what is so (Brier 1950). */
export function brier(probabilities: readonly number[], so: readonly boolean[]): number {
  const sum = probabilities.reduce((total, p, i) => total + (p - (so[i] ? 1 : 0)) ** 2, 0)
  return sum / (probabilities.length || 1)
}
