import type { Category, Channel, Entity, Frame, Kind } from '../document.ts'
import type { FactType } from '../extract/fact.ts'

/** draft: not loaded; trial: found but scores nothing and makes no lead; active; retired: kept for old findings only. */
export type RuleStatus = 'draft' | 'trial' | 'active' | 'retired'

export type Severity = 1 | 2 | 3 | 4

/** How far apart the elements of one finding may stand. */
export type Within = 'clause' | 'sentence' | 'section' | 'document' | { characters: number }

/** A thing that must be seen for an element to be met. */
export type Matcher =
  | { lexicon: string }
  | { words: string[] }
  /** A pattern is looked at only around the literal `anchors` that every match contains one of. */
  | { pattern: string; anchors: string[] }
  | { fact: FactType; role?: string; basis?: 'stated' | 'implied'; over?: number; atLeast?: number; under?: number; atMost?: number }
  /** The element with `id` of the same rule or another code's finding in this document. */
  | { finding: string }

/** One of the things the law needs; all elements of a rule are needed. */
export interface RuleElement {
  id: string
  any: Matcher[]
}

/** An exception that silences a hit when seen within reach. */
export interface RuleException {
  id: string
  any: Matcher[]
  within: Within
}

/** An article a rule rests on; each entry carries its own range and conditions. */
export interface RuleBasis {
  /** `instrument/article` under `rules/basis/`. */
  id: string
  role: 'defines' | 'violates' | 'penalises'
  /** Narrower than the instrument's own range, when set. `YYYY-MM-DD`, inclusive. */
  from?: string
  to?: string
  channel?: Channel[]
  entity?: Entity[]
  /** Region prefixes (GB/T 2260 without trailing zeros). */
  region?: string[]
}

/** A rule as written in one YAML file, checked and with defaults filled in. */
export interface Rule {
  /** Path under `rules/` without extension. */
  id: string
  code: string
  title: { zh: string; en: string }
  status: RuleStatus
  category: Category
  severity: Severity
  confidence: number
  documents: Kind[]
  kind: 'mention' | 'nearby' | 'absence' | 'threshold' | 'composition'
  elements: RuleElement[]
  within: Within
  /** Frames in which the words count; others silence them. */
  frames: Frame[]
  unless: RuleException[]
  /** Rules that only bind some bodies: unknown neither silences nor is guessed, see `basis`. */
  entities?: Entity[]
  basis: RuleBasis[]
  message: { zh: string; en: string }
  falsePositives: string[]
  /** Bands for a threshold rule: severity by value, e.g. 6/8/10 percent. */
  steps?: { atLeast: number; severity: Severity }[]
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
  penalty?: { floorFen?: number; capFen?: number; times?: [number, number]; department: string }
}

/** Weights, bands and labels: `rules/scoring.yaml`. */
export interface Scoring {
  severityPoints: Record<Severity, number>
  /** Factor on confidence by frame. */
  frameFactor: Partial<Record<Frame, number>>
  /** Factor on the whole document by genre. */
  genreFactor: Record<string, number>
  /** Lower bound of each band on the 0..1 score. */
  bands: { red: number; orange: number; yellow: number; blue: number }
  /** Score from which a category becomes a label and a lead. */
  label: number
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
