import type { Said } from '../clock/clock.ts'
import type { ArticleVersion } from '../procedure/move.ts'

/** What a complaint and a report must give, and why acceptance may be refused: `rules/intake.yaml`. */
export interface IntakeLaw {
  elements: { complaint: Element[]; report: Element[] }
  grounds: Readonly<Record<RefusalGround, readonly ArticleVersion[]>>
  profitSigns: ProfitBounds
}

/** One thing the law wants told. */
export interface Element {
  id: ElementId
  title: Said
  /** Words in which the caller is asked for it. */
  ask: Said
  /** Papers count as missing without it; otherwise it helps. */
  isRequired: boolean
  articles: readonly ArticleVersion[]
}

export const ELEMENT_IDS = [
  'complainant_name',
  'complainant_phone',
  'complainant_address',
  'respondent',
  'respondent_place',
  'request',
  'story',
  'known_on',
  'payment',
  'authority',
  'accused',
  'clue',
  'when',
  'where',
  'evidence',
] as const
export type ElementId = (typeof ELEMENT_IDS)[number]

/** Of the grounds of the procedure those that an intake desk can see. */
export const REFUSAL_GROUNDS = [
  'not_competent',
  'handled_elsewhere',
  'not_consumption',
  'time_barred',
  'incomplete',
  'false_identity',
] as const
export type RefusalGround = (typeof REFUSAL_GROUNDS)[number]

/** From which figures on somebody should look; the law names the signs and no numbers. */
export interface ProfitBounds {
  articles: readonly ArticleVersion[]
  withinDays: number
  /** Complaints by one person. */
  complaints: number
  /** Different sellers complained of by one person. */
  sellers: number
  /** Different persons under one telephone number. */
  sharedContact: number
}

/** The article in force on a day; undefined where the law of that day has none. */
export function articleOf(articles: readonly ArticleVersion[], day: string): Said | undefined {
  return articles.find(({ from, to }) => from <= day && (to === null || day <= to))?.article
}
