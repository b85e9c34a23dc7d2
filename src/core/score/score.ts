import type { Finding } from '../check/finding.ts'
import type { Scoring, Severity } from '../check/rule.ts'
import { type Band, CATEGORIES, type Category, perCategory } from '../document.ts'
import type { Genre } from '../frame/frame.ts'
import type { Assessment, ScoreReason, Signal } from './assessment.ts'
import { atMost, bandOf, worstBand } from './band.ts'

/**
 * Scores by category: `score = 1 − Π(1 − points)` over all reasons, so that independent reasons add up and never pass 1.
 *
 * A finding's points are `severityPoints[severity] × confidence × genreFactor × repeatFactor^n × doubt` (n earlier findings of the same
 * rule); one without firm ground counts nothing. `doubt` is 1 unless the classifier spoke: it is
 * `min(1, floor + (1 − floor) × p / until)` where it gives the category the probability p, and lowers only findings below severity 3, of
 * a confidence below `sure` (lowered already by whose words they are), or too weak to make a label by themselves. A grave and
 * sure finding that is enough alone is lowered only where the classifier is all but certain of the contrary (`doubt.overrules`).
 * A signal's points are `p × genreFactor × signalFactor`, times `lawfulMarks.factor` where no rule finds anything of the category and the
 * paper's words say that it is lawful.
 *
 * A band goes no higher than the severity of the category's gravest finding allows; where only the classifier spoke, yellow. A label asks
 * for the score alone.
 *
 * The genre lowers everything where the sender named no kind. Where she did, only papers that tell of other people's offers (warning,
 * policy, news) are lowered, findings and signal alike: a judgment handed in as a complaint is one.
 */
export function score(
  findings: readonly Finding[],
  signals: readonly Signal[],
  reading: Reading,
  scoring: Scoring,
): Pick<Assessment, 'scores' | 'bands' | 'band' | 'labels' | 'reasons'> {
  const lowering = loweringGenre(reading, scoring)
  const reasons = [
    ...reasonsOfFindings(findings, signals, lowering, scoring),
    ...reasonsOfSignals(signals, saidAlone(findings, reading), lowering, scoring),
  ]
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

/** What is known of the whole paper. */
export interface Reading {
  genre: Genre
  kindGiven: boolean
  /** Categories of which words say that the paper is lawful. */
  marked: readonly Category[]
}

/** Categories that only the classifier sees in a paper whose words say that it is lawful. */
function saidAlone(findings: readonly Finding[], { marked }: Reading): Category[] {
  return marked.filter((category) => !findings.some((one) => one.category === category && !one.unscored))
}

/** Genres that tell of other people's offers. */
const TELLS_OF_OTHERS: readonly Genre[] = ['warning', 'policy', 'news']

/** The genre that lowers everything, or null. */
function loweringGenre({ genre, kindGiven }: Reading, { genreFactor }: Scoring): Genre | null {
  if ((genreFactor[genre] ?? 1) >= 1) return null
  return kindGiven && !TELLS_OF_OTHERS.includes(genre) ? null : genre
}

function reasonsOfFindings(
  findings: readonly Finding[],
  signals: readonly Signal[],
  lowering: Genre | null,
  scoring: Scoring,
): ScoreReason[] {
  const times = new Map<string, number>()
  // Best first, so that a repeat never lowers the stronger finding.
  const ordered = [...findings].sort((a, b) => worth(b, scoring) - worth(a, scoring))
  return ordered.map((finding) => {
    const before = times.get(finding.rule) ?? 0
    times.set(finding.rule, before + 1)
    const doubt = doubtOf(finding, signals, scoring)
    const genreFactor = lowering === null ? 1 : scoring.genreFactor[lowering]!
    const points = finding.unscored ? 0 : worth(finding, scoring) * genreFactor * scoring.repeatFactor ** before * doubt
    const lowered = finding.unscored ?? lowering ?? (before > 0 ? 'repeat' : doubt < 1 ? 'signal' : undefined)
    return { category: finding.category, source: finding.code, points: round(points), ...(lowered && { lowered }) }
  })
}

/** What the classifier leaves of a finding that is not grave, not sure or not enough alone; of any where it is all but certain. */
function doubtOf(finding: Finding, signals: readonly Signal[], scoring: Scoring): number {
  const { doubt, label } = scoring
  const signal = signals.find((one) => one.label === finding.category)
  const isGrave = finding.severity >= 3 && finding.confidence >= doubt.sure && worth(finding, scoring) >= label
  if (isGrave && !(signal && signal.probability < (doubt.overrules?.[finding.severity] ?? 0))) return 1
  return signal ? Math.min(1, doubt.floor + ((1 - doubt.floor) * signal.probability) / doubt.until) : 1
}

function reasonsOfSignals(
  signals: readonly Signal[],
  alone: readonly Category[],
  lowering: Genre | null,
  scoring: Scoring,
): ScoreReason[] {
  const genreFactor = lowering === null ? 1 : scoring.genreFactor[lowering]!
  return signals.map(({ label, probability }) => {
    const isAlone = alone.includes(label)
    const factor = genreFactor * (isAlone ? scoring.lawfulMarks.factor : 1)
    const lowered = lowering ?? (isAlone ? 'lawful_mark' : undefined)
    const points = round(probability * factor * scoring.signalFactor)
    return { category: label, source: 'signal', points, ...(lowered && { lowered }) }
  })
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
