import type { Finding } from '../check/finding.ts'
import type { Scoring, Severity } from '../check/rule.ts'
import { type Band, CATEGORIES, type Category, perCategory } from '../document.ts'
import type { Genre } from '../frame/frame.ts'
import type { Assessment, ScoreReason, Signal } from './assessment.ts'
import { atLeast, atMost, bandOf, worstBand } from './band.ts'
import { doubtOf, isPlainInAPassage } from './doubt.ts'
import { restingOn, type Weighed } from './same-words.ts'

/**
 * Scores by category: `score = 1 − Π(1 − points)` over all reasons, so that independent reasons add up and never pass 1.
 *
 * A finding's points are `severityPoints[severity] × confidence × genreFactor × repeatFactor^n × doubt × newness` (n earlier findings of the
 * same rule); one without firm ground counts nothing. `newness` is `1 − (1 − sameWordsFactor) × share`, where that share of its words has been
 * counted for stronger findings of the category: a phrase that three rules name is one reason, and the strongest of them gives it. `doubt` is 1 unless the classifier spoke: it is
 * `min(1, floor + (1 − floor) × p / until)` where it gives the category the probability p. Findings of a rule that outranks the classifier
 * are never lowered so, nor those of a category that the classifier sees in one passage with `doubt.passage` or more (much lawful copy around an
 * offer makes it no better), nor those of a contract that stand wholly in a passage with `doubt.clause` or more (each clause binds by itself), nor
 * those of a paper of fewer than `doubt.fewest` characters: a few words give a classifier little to go by.
 * A signal's points are `p × signalFactor`, times `signalGenreFactor` where the genre lowers findings (the classifier has read warnings itself
 * and needs less lowering than words out of their place), or `lawfulMarks.factor`, the lower of the two, where no rule finds
 * anything of the category and the paper's words say that it is lawful.
 *
 * A band goes no higher than the severity of the category's gravest finding allows; where only the classifier spoke, yellow. It falls no
 * lower than blue under a finding of severity `watchedFrom` that would be blue if the classifier had not spoken: what is grave and doubted is
 * shown and watched; nor under such a passage. A label asks for the score alone.
 *
 * A category that was heard a second time (`heardAgain`) is lowered by no genre, and its band goes no higher than `secondHearing.most`: what
 * was set aside for it may have been right.
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
  if (findings.length === 0 && signals.length === 0) return nothingSaid(scoring)
  const lowering = loweringGenre(reading, scoring)
  const { heardAgain = [] } = reading
  const loweringOf = (category: Category) => (heardAgain.includes(category) ? null : lowering)
  const reasons = findings.length === 0 ? [] : reasonsOfFindings(findings, signals, loweringOf, reading, scoring)
  if (signals.length > 0) reasons.push(...reasonsOfSignals(signals, saidAlone(findings, reading), loweringOf, scoring))
  const scores = perCategory((category) => noisyOr(reasons.filter((reason) => reason.category === category)))
  const bands = perCategory((category) => {
    const counted = findings.filter((finding) => finding.category === category && !finding.unscored)
    // What the classifier alone may say is not taken back for a slight finding of the second hearing.
    const least = heardAgain.includes(category) ? SAID_ALONE : 1
    const isPlain = isPlainInAPassage(category, signals, scoring)
    const band = boundedBand(scores[category], counted, least, isPlain, loweringOf(category), scoring)
    return heardAgain.includes(category) && scoring.secondHearing ? atMost(band, scoring.secondHearing.most) : band
  })
  return {
    scores,
    bands,
    band: worstBand(CATEGORIES.map((category) => bands[category])),
    labels: CATEGORIES.filter((category) => scores[category] >= scoring.label),
    reasons,
  }
}

/** Of most papers nothing is said. */
function nothingSaid(scoring: Scoring): ReturnType<typeof score> {
  const band = boundedBand(0, [], 1, false, null, scoring)
  return {
    scores: perCategory(() => 0),
    bands: perCategory(() => band),
    band,
    labels: scoring.label <= 0 ? [...CATEGORIES] : [],
    reasons: [],
  }
}

/** What is known of the whole paper. */
export interface Reading {
  genre: Genre
  kindGiven: boolean
  /** Categories of which words say that the paper is lawful. */
  marked: readonly Category[]
  /** Ids of rules whose findings the classifier may not lower. */
  outranking?: ReadonlySet<string>
  /** Characters of the paper made plain; any number, if absent. */
  length?: number
  /** Categories heard a second time: no genre lowers them, and their band goes no higher than `secondHearing.most`. */
  heardAgain?: readonly Category[]
}

/** What only the classifier says is an ordinary matter. */
const SAID_ALONE: Severity = 2

const NONE: ReadonlySet<string> = new Set()

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
  loweringOf: (category: Category) => Genre | null,
  { genre, outranking = NONE, length = Number.POSITIVE_INFINITY }: Reading,
  scoring: Scoring,
): ScoreReason[] {
  const isTooShort = length < (scoring.doubt.fewest ?? 0)
  const times = new Map<string, number>()
  // Best first, so that a repeat never lowers the stronger finding.
  const ordered = [...findings].sort((a, b) => worth(b, scoring) - worth(a, scoring))
  const weighed = ordered.map((finding): Weighed & { reason: ScoreReason } => {
    const before = times.get(finding.rule) ?? 0
    const lowering = loweringOf(finding.category)
    times.set(finding.rule, before + 1)
    const { factor: doubt, kept } =
      isTooShort || outranking.has(finding.rule) ? { factor: 1 } : doubtOf(finding, signals, genre, scoring)
    const genreFactor = factorOf(lowering, scoring)
    const points = finding.unscored ? 0 : worth(finding, scoring) * genreFactor * scoring.repeatFactor ** before * doubt
    const lowered = finding.unscored ?? lowering ?? (before > 0 ? 'repeat' : doubt < 1 ? 'signal' : undefined)
    const reason = {
      category: finding.category,
      source: finding.code,
      points: round(points),
      ...(lowered && { lowered }),
      ...(kept && !finding.unscored && { kept }),
    }
    return { finding, points, reason }
  })
  return countedOnce(weighed, scoring)
}

/** The reasons of findings, in their order, each without what stronger ones of its category have said on the same words. */
function countedOnce(
  weighed: readonly (Weighed & { reason: ScoreReason })[],
  { sameWordsFactor = 1 }: Scoring,
): ScoreReason[] {
  const reasons = weighed.map(({ reason }) => reason)
  if (sameWordsFactor === 1 || reasons.length < 2) return reasons
  for (const category of CATEGORIES) {
    const own = weighed.flatMap(({ reason }, at) => (reason.category === category ? [at] : []))
    for (const [i, restsOn] of restingOn(own.map((at) => weighed[at]!)).entries()) {
      if (!restsOn) continue
      const at = own[i]!
      const { points, reason } = weighed[at]!
      reasons[at] = { ...reason, points: round(points * (1 - (1 - sameWordsFactor) * restsOn.share)), restsOn }
    }
  }
  return reasons
}

function reasonsOfSignals(
  signals: readonly Signal[],
  alone: readonly Category[],
  loweringOf: (category: Category) => Genre | null,
  scoring: Scoring,
): ScoreReason[] {
  return signals.map(({ label, probability }) => {
    const lowering = loweringOf(label)
    const genreFactor = (lowering && scoring.signalGenreFactor?.[lowering]) ?? factorOf(lowering, scoring)
    const isAlone = alone.includes(label)
    const factor = Math.min(genreFactor, isAlone ? scoring.lawfulMarks.factor : 1)
    const lowered = lowering ?? (isAlone ? 'lawful_mark' : undefined)
    const points = round(probability * factor * scoring.signalFactor)
    return { category: label, source: 'signal', points, ...(lowered && { lowered }) }
  })
}

/** The band of a category within the bounds that its findings set, the gravest of them taken for `least` at least. */
function boundedBand(
  score: number,
  counted: readonly Finding[],
  least: Severity,
  isPlain: boolean,
  lowering: Genre | null,
  scoring: Scoring,
): Band {
  const { bands, bandCap, watchedFrom = Number.POSITIVE_INFINITY } = scoring
  const gravest = counted.reduce<number>(
    (most, { severity }) => Math.max(most, severity),
    counted.length > 0 ? least : SAID_ALONE,
  )
  const capped = atMost(bandOf(score, bands), bandCap[gravest as Severity])
  const isWatched = counted.some(
    (finding) => finding.severity >= watchedFrom && worth(finding, scoring) * factorOf(lowering, scoring) >= bands.blue,
  )
  return isWatched || isPlain ? atLeast(capped, 'blue') : capped
}

function factorOf(lowering: Genre | null, { genreFactor }: Scoring): number {
  return lowering === null ? 1 : genreFactor[lowering]!
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
