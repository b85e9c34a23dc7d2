import type { CompiledRulebook } from './check/compile.ts'
import type { Finding } from './check/finding.ts'
import type { Scoring } from './check/rule.ts'
import { type Checked, check, inOrder } from './check/run.ts'
import type { Band, Category, Circumstances } from './document.ts'
import type { Fact } from './extract/fact.ts'
import type { Framing } from './frame/frame.ts'
import { frameAsSelling } from './frame/frame-document.ts'
import { TELL_OF_OTHERS } from './frame/strongest-genre.ts'
import type { CleanText } from './normalise/clean-text.ts'
import type { Signal } from './score/assessment.ts'
import { atMost } from './score/band.ts'

/** A paper that was heard once. */
export interface Heard {
  clean: CleanText
  facts: readonly Fact[]
  framing: Framing
  kindGiven: boolean
  circumstances: Circumstances
}

/** What both hearings found, and the categories in which the second found more. */
export interface HeardAgain extends Pick<Checked, 'findings' | 'omitted'> {
  categories: Category[]
}

/** Categories that the classifier plainly hears (`from` or more) while the rules left them in a milder band than a second hearing may give. */
export function toHearAgain(
  signals: readonly Signal[],
  bands: Readonly<Record<Category, Band>>,
  { secondHearing }: Scoring,
): Category[] {
  if (!secondHearing) return []
  const { from, most } = secondHearing
  return signals
    .filter(
      ({ label, probability }) =>
        probability >= from && bands[label] !== most && atMost(bands[label], most) === bands[label],
    )
    .map(({ label }) => label)
}

/**
 * What the rules say of these categories when nothing silences them on the whole paper: neither words that would excuse a rule wherever they
 * stand, nor, in what was given as marketing, that the paper reads like a warning, a notice, news or a judgment. Both are easily put beside an
 * offer (反诈宣传 as the last line), and whoever asks for a second hearing has read the whole. Each sentence is still asked whose words it holds.
 * What the first hearing found stays; what is new says despite what. Undefined where nothing is.
 */
export function hearAgain(
  { clean, facts, framing, kindGiven, circumstances }: Heard,
  first: Checked,
  categories: readonly Category[],
  compiled: CompiledRulebook,
): HeardAgain | undefined {
  const isReframed = kindGiven && circumstances.kind === 'marketing' && TELL_OF_OTHERS.includes(framing.genre)
  const again = check(
    clean,
    facts,
    isReframed ? frameAsSelling(clean, framing.guessedKind) : framing,
    circumstances,
    compiled,
    'second',
  )
  const read = isReframed && { genre: framing.genre, because: framing.genreBecause }
  const known = new Set(first.findings.map(keyOf))
  const more = again.findings.flatMap((finding): Finding[] => {
    if (!categories.includes(finding.category) || known.has(keyOf(finding))) return []
    const words = finding.despite?.words ?? []
    return [{ ...finding, despite: { ...read, words } }]
  })
  if (more.length === 0) return undefined
  const codes = new Set(more.map(({ code }) => code))
  const unknown = new Set(first.omitted.map(({ code }) => code))
  return {
    findings: [...first.findings, ...more].sort(inOrder),
    categories: categories.filter((category) => more.some((finding) => finding.category === category)),
    omitted: [...first.omitted, ...again.omitted.filter(({ code }) => codes.has(code) && !unknown.has(code))],
  }
}

function keyOf({ rule, start, end }: Finding): string {
  return `${rule} ${start} ${end}`
}
