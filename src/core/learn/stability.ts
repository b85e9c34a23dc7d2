/** From this calibrated probability a model by itself would say a label; the tables of the model card are counted with it too. */
export const SAYS_FROM = 0.5

/** The bin of a probability, 0 … 9. */
export function tenthOf(probability: number): number {
  return Math.min(9, Math.max(0, Math.floor(probability * 10)))
}

/**
 * Population stability index of a week against a reference, over ten bins: `Σ (p − q) × ln(p / q)`. Half a paper is added to each bin, so that
 * an empty one does not make it infinite. By custom below 0.1 is steady, above 0.25 shifted.
 */
export function stabilityIndex(counts: readonly number[], reference: readonly number[]): number {
  const p = shares(counts)
  const q = shares(reference)
  return p.reduce((sum, share, i) => sum + (share - q[i]!) * Math.log(share / q[i]!), 0)
}

/** How a week's index reads. */
export function steadiness(index: number): 'steady' | 'moved' | 'shifted' {
  if (index < 0.1) return 'steady'
  return index <= 0.25 ? 'moved' : 'shifted'
}

function shares(counts: readonly number[]): number[] {
  const all = counts.reduce((sum, count) => sum + count + 0.5, 0)
  return counts.map((count) => (count + 0.5) / all)
}
