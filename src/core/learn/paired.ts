/**
 * So many papers both models must have judged before one takes the place of the other: from here on the 95 % interval of the difference between
 * the shares they flag (`pairedDifference`) says something. Where they part on no paper of 100 it reaches 2.7 points to each side, where they
 * part on one in ten, 7 points at most; after 20 papers 12.6, and after a single one 92 points, which is to know nothing.
 */
export const FEWEST_JUDGED_BY_BOTH = 100

/** How much more of the same papers a challenger flags than the champion: a difference of shares, -1..1, with its 95 % interval. */
export interface Difference {
  difference: number
  low: number
  high: number
}

const Z = 1.959963984540054

/**
 * The difference over papers judged by both, by the interval of Bonett and Price (2012), which stays honest where they part on none: one paper
 * is added to each way of parting. `gained` only the challenger flags, `lost` only the champion, of `papers`. Null from too few papers to tell.
 */
export function pairedDifference(gained: number, lost: number, papers: number): Difference | null {
  if (papers < FEWEST_JUDGED_BY_BOTH) return null
  const more = (gained + 1) / (papers + 2)
  const less = (lost + 1) / (papers + 2)
  const spread = Z * Math.sqrt((more + less - (more - less) ** 2) / (papers + 2))
  return {
    difference: (gained - lost) / papers,
    low: Math.max(-1, more - less - spread),
    high: Math.min(1, more - less + spread),
  }
}
