/** A share with its interval, all 0..1. */
export interface Estimate {
  share: number
  low: number
  high: number
}

/** The 97.5th percentile of the standard normal distribution: two-sided 95 %. */
const Z = 1.959963984540054

/** Share `yes` of `n` with its 95 % interval by Wilson (1927); n need not be whole, 0 knows nothing. It stays honest where `yes` is 0. */
export function wilson(yes: number, n: number): Estimate {
  if (n <= 0) return { share: 0, low: 0, high: 1 }
  const share = yes / n
  const spread = Z * Math.sqrt((share * (1 - share)) / n + (Z * Z) / (4 * n * n))
  const middle = share + (Z * Z) / (2 * n)
  const scale = 1 + (Z * Z) / n
  return { share, low: Math.max(0, (middle - spread) / scale), high: Math.min(1, (middle + spread) / scale) }
}

/** One draw: how many papers there were to draw from, how many answers came in, and how many of them say yes. */
export interface Stratum {
  population: number
  answered: number
  yes: number
}

/**
 * The share over draws of unlike size: each answer stands for `population / answered` papers, and Wilson's interval is taken at the
 * effective number of answers `(Σw)² / Σw²` (Kish 1965), which is their number where all draws have the same rate.
 */
export function stratified(strata: readonly Stratum[]): Estimate & { effective: number } {
  const asked = strata.filter(({ answered }) => answered > 0)
  const all = asked.reduce((sum, { population }) => sum + population, 0)
  const squares = asked.reduce((sum, { population, answered }) => sum + population ** 2 / answered, 0)
  if (all === 0) return { ...wilson(0, 0), effective: 0 }
  const share = asked.reduce((sum, { population, answered, yes }) => sum + (population / all) * (yes / answered), 0)
  const effective = all ** 2 / squares
  return { ...wilson(share * effective, effective), effective }
}
