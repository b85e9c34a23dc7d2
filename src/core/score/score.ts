import type { Finding } from '../check/finding.ts'
import type { Scoring, Severity } from '../check/rule.ts'
import { type Band, CATEGORIES, type Category } from '../document.ts'
import type { Genre } from '../frame/frame.ts'
import type { Assessment, ScoreReason, Signal } from './assessment.ts'
import { atMost, bandOf, worstBand } from './band.ts'

/**
 * Scores by category. Each finding is an independent reason to believe: its points are
 * `severityPoints[severity] × confidence × genreFactor × repeatFactor^n` (n earlier findings of the same rule), a signal's
 * `probability × signalFactor`; the score is `1 − Π(1 − points)`. A finding without firm ground counts nothing.
 * A band goes no higher than the severity of the category's gravest finding allows; a label asks for the score alone.
 * `genre` is null when the sender named the kind: then the guess of the genre lowers nothing.
 */
export function score(
  findings: readonly Finding[],
  signals: readonly Signal[],
  genre: Genre | null,
  scoring: Scoring,
): Pick<Assessment, 'scores' | 'bands' | 'band' | 'labels' | 'reasons'> {
  const reasons = [...reasonsOfFindings(findings, genre, scoring), ...reasonsOfSignals(signals, scoring)]
  const scores = perCategory((category) => noisyOr(reasons.filter((reason) => reason.category === category)))
  const bands = perCategory((category) =>
    atMost(bandOf(scores[category], scoring.bands), capOf(category, findings, scoring)),
  )
  return {
    scores,
    bands,
    band: worstBand(Object.values(bands)),
    labels: CATEGORIES.filter((category) => scores[category] >= scoring.label),
    reasons,
  }
}

function reasonsOfFindings(findings: readonly Finding[], genre: Genre | null, scoring: Scoring): ScoreReason[] {
  const genreFactor = genre === null ? 1 : (scoring.genreFactor[genre] ?? 1)
  const times = new Map<string, number>()
  // Best first, so that a repeat never lowers the stronger finding.
  const ordered = [...findings].sort((a, b) => worth(b, scoring) - worth(a, scoring))
  return ordered.map((finding) => {
    const before = times.get(finding.rule) ?? 0
    times.set(finding.rule, before + 1)
    const points = finding.unscored ? 0 : worth(finding, scoring) * genreFactor * scoring.repeatFactor ** before
    const lowered = finding.unscored ?? (genreFactor < 1 && genre ? genre : before > 0 ? 'repeat' : undefined)
    return { category: finding.category, source: finding.code, points: round(points), ...(lowered && { lowered }) }
  })
}

function reasonsOfSignals(signals: readonly Signal[], scoring: Scoring): ScoreReason[] {
  return signals.map(({ label, probability }) => ({
    category: label,
    source: 'signal',
    points: round(probability * scoring.signalFactor),
  }))
}

/** The highest band by the gravest finding that counts; what only the classifier says is an ordinary matter. */
function capOf(category: Category, findings: readonly Finding[], { bandCap }: Scoring): Band {
  let gravest: Severity | undefined
  for (const finding of findings) {
    if (finding.category !== category || finding.unscored) continue
    if (gravest === undefined || finding.severity > gravest) gravest = finding.severity
  }
  return bandCap[gravest ?? 2]
}

function worth({ severity, confidence }: Finding, scoring: Scoring): number {
  return scoring.severityPoints[severity] * confidence
}

function noisyOr(reasons: readonly ScoreReason[]): number {
  return round(1 - reasons.reduce((doubt, { points }) => doubt * (1 - points), 1))
}

function round(value: number): number {
  return Math.round(value * 10_000) / 10_000
}

function perCategory<T>(of: (category: Category) => T): Record<Category, T> {
  return {
    illegal_fundraising: of('illegal_fundraising'),
    deceptive_sales: of('deceptive_sales'),
    false_advertising: of('false_advertising'),
  }
}
