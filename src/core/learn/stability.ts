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

/** One week of a model's probabilities of one label: ten counts by bin, and their mean. */
export interface Week {
  week: string
  counts: readonly number[]
  papers: number
  mean: number
}

/** A week against the first papers the model judged. */
export interface WeekOfDrift extends Week {
  /** Share of papers the model would give the label. */
  says: number
  /** Null for the weeks of the reference itself, and where there are too few papers to tell. */
  index: number | null
}

/** The reference is the first weeks that hold so many papers; a later week is judged from so many. Fewer move the index by chance alone. */
const REFERENCE_PAPERS = 400
const FEWEST_PAPERS = 200

/** Weeks in order of time, each against the reference. */
export function driftOf(weeks: readonly Week[]): WeekOfDrift[] {
  const reference = Array<number>(10).fill(0)
  let seen = 0
  return weeks.map((week) => {
    const isReference = seen < REFERENCE_PAPERS
    if (isReference) {
      for (const [i, count] of week.counts.entries()) reference[i]! += count
      seen += week.papers
    }
    const tells = !isReference && week.papers >= FEWEST_PAPERS
    const says = week.counts.slice(SAYS_FROM * 10).reduce((sum, count) => sum + count, 0) / (week.papers || 1)
    return { ...week, says, index: tells ? stabilityIndex(week.counts, reference) : null }
  })
}
