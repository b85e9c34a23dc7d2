import type { Category, Frame, Span } from '../document.ts'
import type { Genre } from '../frame/frame.ts'
import type { Penalty } from './rule.ts'

/** An article a finding rests on, as it stood on the day of the conduct (on some day of it, when it lasted). */
export interface CitedBasis {
  /** `instrument/article`, the id under `rules/basis/`: `advertising-law-2021/25`. */
  id: string
  /** Chinese title and article as cited: 《广告法》第二十五条第一项. */
  article: string
  /** `[from, to]` of the slice cited; `to` is null while open-ended. */
  in_force: [string, string | null]
  role: 'defines' | 'violates' | 'penalises'
  /** Set when it applies only if something not known is so: `若属广告 / if an advertisement`. */
  condition?: string
  /** How well the source of the article was verified; `M` is shown as to be confirmed. */
  confidence: 'V' | 'V*' | 'M'
  /** What the article threatens, for a `penalises` entry. */
  penalty?: Penalty
  /** On a penalty: the articles of this finding whose breach it punishes. On a breached article: its penalties in this finding. */
  pairs?: string[]
  /** Set where several penalties stand for one breach and their sources conflict: they share a `key`, one is preferred, and why. */
  alternatives?: { key: string; preferred: boolean; why: { zh: string; en: string } }
  /** Set when the law changed while the conduct lasted: in force for its first part only, or from a later day of it. */
  version?: 'old' | 'new'
}

/**
 * The law changed while the conduct lasted, or between the conduct and the day the paper came in. Which version applies is for a person
 * to choose: the law of the day of the conduct, unless the later one is lighter (从旧兼从轻, 《行政处罚法》第三十七条).
 */
export interface Choice {
  because: 'conduct_spans_change' | 'decided_after_change'
  changes: LawChange[]
  /** Articles not yet in force on the day of the conduct; `basis` does not hold them. Empty when `basis` holds both versions. */
  successors: CitedBasis[]
  /** Which version is lighter, when the amounts of its penalties tell. */
  lighter?: 'old' | 'new' | 'same'
  note: { zh: string; en: string }
}

/** One article that took another's place; `old` is missing where there was none before. */
export interface LawChange {
  old?: string
  new: string
  /** First day of the new one. */
  on: string
  /** Which of two penalties is lighter, when their amounts tell. */
  lighter?: 'old' | 'new' | 'same'
}

/** A rule whose words are met, but for which no article is on record for the day of the conduct. It makes no finding. */
export interface WithoutLaw extends Span {
  code: string
  rule: string
  title: { zh: string; en: string }
  /** `original.slice(start, end)`: the first place where it is met. */
  quote: string
}

/** Where one element of a rule was met; offsets are into the original. */
export interface ElementHit extends Span {
  element: string
  quote: string
}

/** A rule that met more places of one document than are told, and how many are left out. */
export interface Omitted {
  code: string
  count: number
}

/** What a rule of procedure tells the intake desk: split the letter, ask for what is missing. No finding, no label. */
export interface ProcedureHint extends Span {
  rule: string
  code: string
  title: { zh: string; en: string }
  /** `original.slice(start, end)`; empty for a thing that is absent. */
  quote: string
  basis: CitedBasis[]
  message: { zh: string; en: string }
  choice?: Choice
}

/**
 * What would by itself have kept the rules silent, and did not, since the classifier plainly heard the paper sell: a paper that reads as
 * one of those that tell of others, and words that say why a rule does not apply to the whole paper.
 */
export interface Despite {
  genre?: Genre
  /** Beside a genre: keys of the signs that it was read from, as in `Framing.genreBecause`. Missing where an older assessment kept none. */
  because?: string[]
  /** As written, each once; at most {@link MOST_WORDS}. */
  words: string[]
}

/** An officer reads no more. */
export const MOST_WORDS = 5

/** A rule's claim on one document. It proposes; an officer decides. */
export interface Finding extends Span {
  /** Path of the rule under `rules/` without extension: `marketing/guaranteed-return`. */
  rule: string
  /** Its number in law: `IF-02`. */
  code: string
  category: Category
  /** 1 notice, 2 ordinary, 3 serious, 4 refer. */
  severity: 1 | 2 | 3 | 4
  /** 0..1: the rule's own confidence, discounted by frame. */
  confidence: number
  /** `original.slice(start, end)`; empty, with `start === end`, for a required thing that is absent. */
  quote: string
  frame: Frame
  basis: CitedBasis[]
  /** What the officer is told, Chinese and English. */
  message: { zh: string; en: string }
  elements: ElementHit[]
  /** Set when the law changed during the conduct or since: a person chooses the version. */
  choice?: Choice
  /** Code of the rule whose stricter measure applies at this place instead (a local cap); it raises the label, this one does not. */
  overriddenBy?: string
  /** Why it raises no label by itself: nothing verified and unconditional stands under it, a stricter one overrides it, or it is on trial. */
  unscored?: 'conditional' | 'to_be_confirmed' | 'overridden' | 'trial'
  /** Set when it was found only in a second hearing. */
  despite?: Despite
}
