import type { BasisArticle, Rule, RuleBasis } from '../core/check/rule.ts'
import type { AuthorsRulebook } from './load.ts'

/** What an author is to tend, beyond what is wrong. */
export type Complaint =
  | { what: 'silent'; rule: string; code: string; owner: string | null; papers: number }
  | {
      what: 'noisy'
      rule: string
      code: string
      owner: string | null
      ruled: number
      dismissed: number
      low: number
      high: number
    }
  | { what: 'unowned'; rule: string; code: string }
  | { what: 'repealed'; rule: string; code: string; owner: string | null; endsOn: string; isOver: boolean }
  | { what: 'sole_cover'; rule: string; code: string; owner: string | null; article: string }
  | { what: 'long_trial'; rule: string; code: string; owner: string | null; since: string | null; days: number | null }
  | {
      what: 'outranks'
      rule: string
      code: string
      owner: string | null
      /** On how many of its own hits, and of other papers, it finds something. */
      examples: number
      papers: number
      /** The least the classifier gives its category there. */
      lowest: number
    }
  | { what: 'unseen_words'; lexicon: string; words: string[]; of: number }

/** A basis that ends within so many days needs its successor now. */
export const ENDS_SOON_DAYS = 60
/** A trial that has gone on so long is to be ended, one way or the other. */
export const LONGEST_TRIAL_DAYS = 90
/** A rule is noisy when it is all but sure that officers dismiss more than this share of what it finds. */
export const NOISY_SHARE = 0.3

/** What was seen in the texts or in the archive, for the period looked at. */
export interface Observed {
  papers: number
  /** Findings by rule code. */
  found: ReadonlyMap<string, number>
  /** Standing rulings by rule code. */
  ruled: ReadonlyMap<string, { upheld: number; dismissed: number }>
  /** Words that stood in some text, of all words of the lexicons; left out when no text was read. */
  seenWords?: ReadonlySet<string>
}

/** Everything to be tended, by kind. `observed` is left out when there was nothing to look at. */
export function inspect(authors: AuthorsRulebook, today: string, observed?: Observed): Complaint[] {
  const { rulebook, notes } = authors
  const running = rulebook.rules.filter(({ status }) => status === 'active' || status === 'trial')
  const named = (rule: Rule) => ({ rule: rule.id, code: rule.code, owner: notes.get(rule.id)?.owner ?? null })
  const complaints: Complaint[] = []
  for (const rule of running) {
    if (named(rule).owner === null) complaints.push({ what: 'unowned', rule: rule.id, code: rule.code })
    const endsOn = lastDayOfBasis(rule, rulebook.basis)
    if (endsOn !== null && endsOn < addDays(today, ENDS_SOON_DAYS))
      complaints.push({ what: 'repealed', ...named(rule), endsOn, isOver: endsOn < today })
    const trial = rule.status === 'trial' ? trialDays(notes.get(rule.id)?.since, today) : undefined
    if (trial !== undefined && (trial === null || trial > LONGEST_TRIAL_DAYS))
      complaints.push({ what: 'long_trial', ...named(rule), since: notes.get(rule.id)?.since ?? null, days: trial })
  }
  for (const [article, rules] of coverOf(running)) {
    const only = rules[0]!
    if (rules.length === 1 && standsOn(rulebook.basis[article]!, today))
      complaints.push({ what: 'sole_cover', ...named(only), article })
  }
  if (observed) complaints.push(...whatWasSeen(running, named, observed, rulebook.lexicons))
  return complaints
}

/** Doubts, at the rule's own place, about a basis that is over or soon will be. */
export function findRepealed({ rulebook, sources }: AuthorsRulebook, today: string): void {
  for (const rule of rulebook.rules.filter(({ status }) => status === 'active' || status === 'trial')) {
    const endsOn = lastDayOfBasis(rule, rulebook.basis)
    if (endsOn === null || endsOn >= addDays(today, ENDS_SOON_DAYS)) continue
    const when = endsOn < today ? `ended on ${endsOn}` : `ends on ${endsOn}`
    sources
      .get(rule.id)!
      .root.at('basis')
      .doubt(
        `every article the rule rests on ${when}; it finds nothing in later papers; allowed: the article in force, or status: retired`,
      )
  }
}

/** The 95% range of a share by Wilson's score: few rulings leave it wide. */
export function wilson(hits: number, of: number): { low: number; high: number } {
  if (of === 0) return { low: 0, high: 1 }
  const z = 1.96
  const share = hits / of
  const centre = share + (z * z) / (2 * of)
  const spread = z * Math.sqrt((share * (1 - share)) / of + (z * z) / (4 * of * of))
  const round = (value: number) => Math.round((value / (1 + (z * z) / of)) * 1000) / 1000
  return { low: Math.max(0, round(centre - spread)), high: Math.min(1, round(centre + spread)) }
}

function whatWasSeen(
  running: readonly Rule[],
  named: (rule: Rule) => { rule: string; code: string; owner: string | null },
  { papers, found, ruled, seenWords }: Observed,
  lexicons: Readonly<Record<string, string[]>>,
): Complaint[] {
  const complaints: Complaint[] = []
  for (const rule of running) {
    // Rules of procedure make no findings that are kept.
    if (rule.category !== null && papers > 0 && !found.has(rule.code))
      complaints.push({ what: 'silent', ...named(rule), papers })
    const { upheld = 0, dismissed = 0 } = ruled.get(rule.code) ?? {}
    const { low, high } = wilson(dismissed, upheld + dismissed)
    if (low > NOISY_SHARE)
      complaints.push({ what: 'noisy', ...named(rule), ruled: upheld + dismissed, dismissed, low, high })
  }
  if (!seenWords) return complaints
  for (const [lexicon, words] of Object.entries(lexicons)) {
    const unseen = words.filter((word) => !seenWords.has(word))
    if (unseen.length > 0) complaints.push({ what: 'unseen_words', lexicon, words: unseen, of: words.length })
  }
  return complaints
}

/** The day after which nothing the rule rests on stands; null while something is open-ended. What only penalises carries no finding. */
function lastDayOfBasis(rule: Rule, articles: Readonly<Record<string, BasisArticle>>): string | null {
  const ends = rule.basis.filter(({ role }) => role !== 'penalises').map((entry) => endOf(entry, articles[entry.id]!))
  if (ends.some((end) => end === null)) return null
  return ends.map(String).sort().at(-1) ?? null
}

function endOf(entry: RuleBasis, article: BasisArticle): string | null {
  if (entry.to === undefined) return article.to
  return article.to === null || entry.to < article.to ? entry.to : article.to
}

function coverOf(rules: readonly Rule[]): Map<string, Rule[]> {
  const cover = new Map<string, Rule[]>()
  for (const rule of rules) {
    for (const id of new Set(rule.basis.filter(({ role }) => role !== 'penalises').map((entry) => entry.id)))
      cover.set(id, [...(cover.get(id) ?? []), rule])
  }
  return cover
}

function standsOn({ from, to }: BasisArticle, day: string): boolean {
  return from <= day && (to === null || day <= to)
}

/** Null when nobody wrote since when. */
function trialDays(since: string | undefined, today: string): number | null {
  return since === undefined ? null : Math.round((Date.parse(today) - Date.parse(since)) / 86_400_000)
}

function addDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10)
}
