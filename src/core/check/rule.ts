import type { Band, Category, Channel, Entity, Frame, Kind } from '../document.ts'
import type { FactType } from '../extract/fact.ts'
import type { Genre } from '../frame/frame.ts'

/** draft: not loaded; trial: found but scores nothing and makes no lead; active; retired: kept for old findings only. */
export type RuleStatus = 'draft' | 'trial' | 'active' | 'retired'

export type Severity = 1 | 2 | 3 | 4

/** How far apart the elements of one finding may stand. A section runs from one blank line or heading to the next. */
export type Within = 'clause' | 'sentence' | 'section' | 'document' | { characters: number }

/**
 * How near an exception must stand to silence: besides the above, `phrase` (it overlaps the words it excuses, as 第一时间 does 第一)
 * and `before` (it stands before them in the same clause, at most {@link BEFORE_REACH} characters off, as 不承诺 does).
 */
export type ExceptionReach = Within | 'phrase' | 'before'

export const BEFORE_REACH = 8

/** A thing that must be seen for an element to be met. */
export type Matcher =
  | { lexicon: string }
  | { words: string[] }
  /** A pattern is looked at only within {@link PATTERN_REACH} characters of the literal `anchors` of which every match contains one. */
  | { pattern: string; anchors: string[] }
  | FactMatcher
  /** A finding of the rule with this code in this document. */
  | { finding: string }

/** A typed fact, bounded in its own unit (money in whole fen). */
export interface FactMatcher {
  fact: FactType
  role?: string
  basis?: 'stated' | 'implied'
  over?: number
  atLeast?: number
  under?: number
  atMost?: number
}

export const PATTERN_REACH = 40

/** One of the things the law needs; all elements of a rule are needed. */
export interface RuleElement {
  id: string
  any: Matcher[]
  /** It only has to stand somewhere in the document, as what the offer is about; it is no part of the quotation. */
  anywhere?: boolean
}

/** An exception that silences a hit when seen within reach. */
export interface RuleException {
  id: string
  any: Matcher[]
  within: ExceptionReach
  /** It does not hold where one of these stands within the same reach (a loan between kin, but not beside 会员); of no meaning for `phrase` and `before`. */
  but?: Matcher[]
}

/** An article a rule rests on; each entry carries its own range and conditions. */
export interface RuleBasis {
  /** `instrument/article` under `rules/basis/`. */
  id: string
  role: 'defines' | 'violates' | 'penalises'
  /** Narrower than the instrument's own range, when set. `YYYY-MM-DD`, inclusive. */
  from?: string
  to?: string
  channel?: BasisCondition<Channel>
  entity?: BasisCondition<Entity>
  /** Members are region prefixes (GB/T 2260 without trailing zeros). */
  region?: BasisCondition<string>
}

/** A named group of channels, bodies or regions (`rules/groups.yaml`) that an article binds, and how to say so while it is not known. */
export interface BasisCondition<T> {
  group: string
  members: T[]
  condition: { zh: string; en: string }
}

/**
 * mention: one element, wherever it stands. nearby: several elements within reach of each other. threshold: a fact past a bound, severity by
 * `steps`. ratio: the number at the first element over that at the second, severity by `steps`. absence: the elements are there and nothing
 * `required` is. contradiction: the first element promises, the second takes it back in another sentence. composition: other rules' findings
 * together. accumulation: the numbers at the first element added up, over a paper or over all papers of an operator, severity by `steps`.
 */
export const RULE_KINDS = [
  'mention',
  'nearby',
  'threshold',
  'ratio',
  'absence',
  'contradiction',
  'composition',
  'accumulation',
] as const
export type RuleKind = (typeof RULE_KINDS)[number]

/** A rule as written in one YAML file, checked and with defaults filled in. */
export interface Rule {
  /** Path under `rules/` without extension. */
  id: string
  code: string
  title: { zh: string; en: string }
  status: RuleStatus
  /** What a finding counts towards; null for a rule of procedure (`purpose: procedure`), which gives a hint and raises no label. */
  category: Category | null
  severity: Severity
  confidence: number
  documents: Kind[]
  kind: RuleKind
  elements: RuleElement[]
  /** What an absence rule misses: a finding when none of it stands within reach of the elements. Empty for other kinds. */
  required: Matcher[]
  /** Clauses an absence rule looks for one by one, from `rules/standards/`, and how many must be missing before it says so. */
  checklist?: { standard: string; items: ChecklistItem[]; missing: number }
  within: Within
  /** Frames in which the words count; others silence them. */
  frames: Frame[]
  unless: RuleException[]
  /** Whether words that are denied, forbidden or warned of (不承诺…, 谨防…) do not count. A complainant's 拒绝返还 is no denial. */
  deniable?: boolean
  /** Whether the classifier may not lower its findings: for wordings too new for it to know. */
  outranks?: boolean
  /** Bodies the rule can concern; a body known to be another silences it, an unknown one does not. */
  entities?: Entity[]
  /** A rule of one region: silent elsewhere, and where the region is not known unless the text names a place there. */
  region?: BasisCondition<string>
  /** Codes of rules with a laxer measure: where this one speaks on firm ground, theirs at the same place is shown and not counted. */
  overrides?: string[]
  basis: RuleBasis[]
  message: { zh: string; en: string }
  falsePositives: string[]
  /** Severity by value, for threshold, ratio and accumulation: 6/8/10 percent, more than once, a million yuan. */
  steps?: { atLeast: number; severity: Severity }[]
}

/** One clause that a sort of contract must have. */
export interface ChecklistItem {
  id: string
  title: { zh: string; en: string }
  /** Any of these shows that the clause is there. */
  any: Matcher[]
  /** The article that demands it: `instrument/article`. */
  article: string
}

/** What a sort of contract must hold (`rules/standards/`): how such a paper is known, and its clauses. */
export interface Standard {
  title: { zh: string; en: string }
  elements: RuleElement[]
  items: ChecklistItem[]
}

/** One article of one instrument, with the range in which it stood as cited. */
export interface BasisArticle {
  /** `instrument/article`. */
  id: string
  title: { zh: string; en: string }
  /** As cited: 《广告法》第二十五条. */
  article: { zh: string; en: string }
  from: string
  to: string | null
  /** Confidence of the source: verified text, secondary source, to be confirmed. */
  confidence: 'V' | 'V*' | 'M'
  /** Our paraphrase; never printed as a quotation. */
  gist: { zh: string; en: string }
  penalty?: Penalty
  /** For a penalty: the articles whose breach it punishes, by id. */
  punishes?: string[]
  /** For a duty whose breach no administrative penalty follows: what follows instead. */
  unpunished?: { zh: string; en: string }
  /** Set on penalties that conflict for the same breach: where several with one key stand, that of the lowest rank is preferred. */
  alternative?: { key: string; rank: number; why: { zh: string; en: string } }
  /** Older articles whose place this one took. A rule names the newest; for conduct of their days the older are cited in its stead. */
  succeeds?: string[]
  /** The reverse, filled in when the rulebook is read. */
  succeededBy?: string[]
}

/** What an article threatens: an amount in fen, or so many times the proceeds or fees, and who imposes it. */
export interface Penalty {
  floorFen?: number
  capFen?: number
  times?: [number, number]
  /** What `times` multiplies: 违法所得, 广告费用, 集资金额. */
  timesOf?: string
  /** The tier for grave cases (情节严重), when the article has one. */
  serious?: { floorFen?: number; capFen?: number; times?: [number, number] }
  /** What comes beside or instead of a fine: 责令改正, 吊销营业执照, 拘留. */
  besides?: { zh: string; en: string }
  department: string
}

/** Weights, bands and labels: `rules/scoring.yaml`. */
export interface Scoring {
  severityPoints: Record<Severity, number>
  /** Factor on confidence by frame. */
  frameFactor: Partial<Record<Frame, number>>
  /** Factor on the whole document by genre; a genre not named counts in full. */
  genreFactor: Partial<Record<Genre, number>>
  /** Factor on each further finding of the same rule in one document, as a power of its place. */
  repeatFactor: number
  /** Factor on the part of a finding that rests on words of a stronger one; absent in versions of before, where it counts in full. */
  sameWordsFactor?: number
  /** How much a classifier's probability counts beside the rules. */
  signalFactor: number
  /** Factor on it where the genre lowers findings; a genre not named, as in versions of before, counts its own. */
  signalGenreFactor?: Partial<Record<Genre, number>>
  /** How far the classifier may lower a finding: to `floor` of its points at probability 0, not at all from `until` on, nor where one passage by itself has `passage`, nor in a contract where the finding stands wholly in one that has `clause`, nor in papers of fewer characters than `fewest`. */
  doubt: { floor: number; until: number; passage?: number; clause?: number; fewest?: number }
  /**
   * From the probability `from` on a category that rules left in a milder band than `most` is heard again, with nothing that silences rules on the
   * whole paper, and reaches `most` at best. Absent in versions of before, which hear once.
   */
  secondHearing?: { from: number; most: Band }
  /** A finding from this severity on keeps its category at least blue, however little is left of it. Absent in versions of before. */
  watchedFrom?: Severity
  /** Lexicons whose words say that a paper is lawful, by category: where no rule speaks, the classifier counts `factor` as much. */
  lawfulMarks: { factor: number; lexicons: Record<Category, string[]> }
  /** Lower bound of each band on the 0..1 score. */
  bands: { red: number; orange: number; yellow: number; blue: number }
  /** Score from which a category becomes a label and a lead. */
  label: number
  /** The highest band a category may have when its gravest finding is of this severity. */
  bandCap: Record<Severity, Band>
  officerDoes: Record<'red' | 'orange' | 'yellow' | 'blue' | 'none', { zh: string; en: string }>
}

/** Everything under `rules/`, checked and hashed. */
export interface Rulebook {
  /** SHA-256 over the canonical JSON of the content. */
  hash: string
  rules: Rule[]
  lexicons: Record<string, string[]>
  basis: Record<string, BasisArticle>
  scoring: Scoring
}
