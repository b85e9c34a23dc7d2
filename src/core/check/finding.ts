import type { Category, Frame, Span } from '../document.ts'
import type { Penalty } from './rule.ts'

/** An article a finding rests on, as it stood on the document's date. */
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
}

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
  /** Why it raises no label by itself: nothing verified and unconditional stands under it, or the rule is on trial. */
  unscored?: 'conditional' | 'to_be_confirmed' | 'trial'
}
