import type { Said } from '../clock/clock.ts'

/** How a penalty is measured: `rules/discretion.yaml` and `rules/hearing-thresholds.yaml`. */
export interface Discretion {
  cites: Readonly<Record<CiteName, Cited>>
  /** By the words of the basis: 市场监督管理部门. */
  departments: Readonly<Record<string, Competence>>
  /** What the amounts of an article leave open, by its id. */
  readings: Readonly<Record<string, Reading>>
  factors: Readonly<Record<string, Factor>>
  /** Newest first. */
  bands: readonly (Dated & { lighter: number; heavier: number })[]
  thresholds: readonly Threshold[]
}

/** The articles the worksheet itself rests on. */
export const CITES = [
  'confiscation',
  'one_fine',
  'limitation',
  'old_or_new',
  'transfer',
  'hearing',
  'legal_review',
  'case_review',
  'discussion',
  'summary',
  'not_published',
  'reduction',
] as const
export type CiteName = (typeof CITES)[number]

export interface Cited {
  article: Said
  /** V its text was read, V* at second hand, M from memory: all but V are to be confirmed. */
  confidence: 'V' | 'V*' | 'M'
}

/** Both days included. */
export interface Dated extends Cited {
  from: string
  to: string | null
}

/** Who imposes a penalty: this bureau, this one or another, or another alone. */
export const COMPETENCES = ['ours', 'shared', 'referred'] as const
export type Competence = (typeof COMPETENCES)[number]

export interface Reading {
  /** The upper amount bounds the multiple too; without gains the fine goes to so much. */
  cappedTimes: { withoutFen: number } | null
  /** Multiples only from so much on; below it the fixed amounts. */
  timesFromFen: number | null
  /** The fine may be left out: 可以单处或者并处. */
  may: boolean
  /** When the licence may be revoked, or the business closed for a time. */
  licence: When | null
  closure: When | null
  /** Where one of these punishes the same act, it goes first. */
  givesWayTo: readonly string[]
  /** Only where it punishes nothing but these breaches; null where whatever it punishes. */
  givesWayOf: readonly string[] | null
  /** What to settle where other articles punish the same act too. */
  caution: Said | null
}

export const WHEN = ['always', 'serious'] as const
export type When = (typeof WHEN)[number]

/** `reduce` goes below the lowest amount; `lighter` and `heavier` stay within the range. Those with `may` are the bureau's to grant. */
export const EFFECTS = [
  'no_penalty',
  'may_no_penalty',
  'lighten_or_reduce',
  'may_lighten_or_reduce',
  'lighter',
  'heavier',
  'may_heavier',
] as const
export type Effect = (typeof EFFECTS)[number]

export interface Factor {
  id: string
  title: Said
  effect: Effect
  caution: Said | null
  /** Newest first. */
  versions: readonly Dated[]
}

/** From which amount on a hearing may be asked for. */
export interface Threshold extends Dated {
  /** Leading digits of GB/T 2260; empty for the whole country. */
  region: string
  personFen: number
  unitFen: number
}

export function inForce<T extends { from: string; to: string | null }>(
  versions: readonly T[],
  day: string,
): T | undefined {
  return versions.find(({ from, to }) => from <= day && (to === null || day <= to))
}
