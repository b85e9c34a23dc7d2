import type { Severity } from './rule.ts'

/** More places of one rule than this tell the officer nothing that the others do not; in the score they count next to nothing. */
export const MOST_OF_A_RULE = 50

interface Weighed {
  start: number
  end: number
  severity: Severity
  /** What the frame leaves of the rule's confidence. */
  factor: number
}

/** The claims of one rule on one document that are told: the gravest and surest, of equals the first; in order of worth. */
export function keepStrongest<T extends Weighed>(
  claims: readonly T[],
  points: Readonly<Record<Severity, number>>,
): { kept: T[]; omitted: number } {
  if (claims.length <= MOST_OF_A_RULE) return { kept: [...claims], omitted: 0 }
  const worth = ({ severity, factor }: Weighed) => points[severity] * factor
  const ordered = [...claims].sort((a, b) => worth(b) - worth(a) || a.start - b.start || a.end - b.end)
  return { kept: ordered.slice(0, MOST_OF_A_RULE), omitted: claims.length - MOST_OF_A_RULE }
}
