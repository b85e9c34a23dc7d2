/**
 * Internal rate of return of evenly spaced flows, as an effective rate in percent per year, by bisection.
 * Nothing when the flows never change sign or no rate between −99% and +1000% a period balances them.
 */
export function irr(flows: readonly number[], periodsPerYear: number): number | undefined {
  if (!flows.some((flow) => flow < 0) || !flows.some((flow) => flow > 0)) return undefined
  let low = -0.99
  let high = 10
  let atLow = presentValue(flows, low)
  if (atLow * presentValue(flows, high) > 0) return undefined
  for (let i = 0; i < 100; i++) {
    const middle = (low + high) / 2
    const here = presentValue(flows, middle)
    if (here * atLow > 0) {
      low = middle
      atLow = here
    } else high = middle
  }
  const effective = ((1 + (low + high) / 2) ** periodsPerYear - 1) * 100
  return Number.isFinite(effective) && effective < 1e6 ? Math.round(effective * 1e4) / 1e4 : undefined
}

function presentValue(flows: readonly number[], rate: number): number {
  let value = 0
  // Horner from the last flow: no power is raised, however long the series.
  for (let i = flows.length - 1; i >= 0; i--) value = value / (1 + rate) + flows[i]!
  return value
}
