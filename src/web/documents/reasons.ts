import type { FindingOnPage } from '../../store/views/findings-on-page.ts'

/** A finding with its number on the paper's own page. */
export interface Place {
  finding: FindingOnPage
  number: number
}

/** Every place where one rule was met; the first speaks for it. */
export interface Reason {
  first: Place
  others: Place[]
}

/** Findings of one paper by rule: worst first, those dismissed everywhere last; within a rule the place that still stands speaks first. */
export function reasonsOf(findings: readonly FindingOnPage[]): Reason[] {
  const ranked = findings
    .map((finding, at): Place => ({ finding, number: at + 1 }))
    .sort(
      (a, b) =>
        Number(isDismissed(a)) - Number(isDismissed(b)) ||
        b.finding.severity - a.finding.severity ||
        b.finding.confidence - a.finding.confidence,
    )
  return [...new Set(ranked.map(({ finding }) => finding.code))].map((code) => {
    const [first, ...others] = ranked.filter(({ finding }) => finding.code === code)
    return { first: first!, others }
  })
}

export function isDismissed({ finding }: Place): boolean {
  return finding.rulings.at(-1)?.verdict === 'dismissed'
}

/** How many findings there are, and how many were ruled which way. */
export function tally(findings: readonly FindingOnPage[]): { all: number; dismissed: number; upheld: number } {
  const standing = findings.map(({ rulings }) => rulings.at(-1)?.verdict)
  return {
    all: findings.length,
    dismissed: standing.filter((verdict) => verdict === 'dismissed').length,
    upheld: standing.filter((verdict) => verdict === 'upheld').length,
  }
}
