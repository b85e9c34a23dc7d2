import type { Finding } from '../check/finding.ts'
import type { Scoring } from '../check/rule.ts'
import type { Category } from '../document.ts'
import type { Genre } from '../frame/frame.ts'
import type { ScoreReason, Signal } from './assessment.ts'

/** What the classifier leaves of a finding, and for whose sake all where by the whole paper it would leave less. */
export interface Doubt {
  /** 0..1 */
  factor: number
  kept?: ScoreReason['kept']
}

/**
 * By the whole paper `floor + (1 − floor) × p / until`, 1 at most; all where one passage by itself is beyond doubt, whatever stands around it,
 * or where the finding stands in a clause of a contract that would be told by itself.
 */
export function doubtOf(finding: Finding, signals: readonly Signal[], genre: Genre, scoring: Scoring): Doubt {
  const { category } = finding
  const { doubt } = scoring
  const signal = signals.find(({ label }) => label === category)
  if (!signal) return { factor: 1 }
  const factor = Math.min(1, doubt.floor + ((1 - doubt.floor) * signal.probability) / doubt.until)
  if (factor === 1) return { factor }
  if (isPlainInAPassage(category, signals, scoring)) return { factor: 1, kept: 'passage' }
  return isClearClause(finding, signal, genre, scoring) ? { factor: 1, kept: 'clause' } : { factor }
}

/** Whether one passage, were it a paper of its own, would be beyond doubt. */
export function isPlainInAPassage(category: Category, signals: readonly Signal[], { doubt }: Scoring): boolean {
  const signal = signals.find(({ label }) => label === category)
  return (signal?.passage?.probability ?? 0) >= (doubt.passage ?? Number.POSITIVE_INFINITY)
}

/** Whether a finding stands wholly in a clause of a contract of which the classifier, had it that clause alone, would say the same. */
function isClearClause(
  { start, end }: Finding,
  { passages = [] }: Signal,
  genre: Genre,
  { doubt: { clause = Number.POSITIVE_INFINITY } }: Scoring,
): boolean {
  if (genre !== 'contract') return false
  return passages.some((one) => one.probability >= clause && one.start <= start && start < end && end <= one.end)
}
