/** What a paper is. `unknown` means neither the sender nor the guess could tell. */
export const KINDS = ['marketing', 'contract', 'complaint', 'report', 'unknown'] as const
export type Kind = (typeof KINDS)[number]

/** How the words reached people: it decides whether 广告法 applies (law of channels, 广告法适用问题执法指南(一)). */
export const CHANNELS = [
  'web',
  'app',
  'live',
  'print',
  'outdoor',
  'sms',
  'phone',
  'group_chat',
  'seminar',
  'door_to_door',
  'unknown',
] as const
export type Channel = (typeof CHANNELS)[number]

/** What sort of body speaks or sells: prepayment caps bind care institutions only (民发〔2024〕19号). */
export const ENTITIES = [
  'care_institution',
  'travel_agency',
  'health_company',
  'hotel',
  'club',
  'individual',
  'government',
  'unknown',
] as const
export type Entity = (typeof ENTITIES)[number]

/** The three things looked for; a label, a score and a band exist for each. */
export const CATEGORIES = ['illegal_fundraising', 'deceptive_sales', 'false_advertising'] as const
export type Category = (typeof CATEGORIES)[number]

/** One thing for each category. */
export function perCategory<T>(of: (category: Category) => T): Record<Category, T> {
  return {
    illegal_fundraising: of('illegal_fundraising'),
    deceptive_sales: of('deceptive_sales'),
    false_advertising: of('false_advertising'),
  }
}

/** What an officer does with it, worst first (the four-colour grading of 民发〔2022〕89号, and `none`). */
export const BANDS = ['red', 'orange', 'yellow', 'blue', 'none'] as const
export type Band = (typeof BANDS)[number]

/** Whose words they are and to what end. */
export const FRAMES = [
  'seller',
  'complainant',
  'warning',
  'news',
  'judgment',
  'policy',
  'question',
  'negation',
  'other',
] as const
export type Frame = (typeof FRAMES)[number]

/**
 * A half-open range of UTF-16 offsets. Unless a name says `clean`, it is into the original text,
 * so that `original.slice(start, end)` is what the reader saw.
 */
export interface Span {
  start: number
  end: number
}

/** Circumstances of a paper that decide which law applies. */
export interface Circumstances {
  kind: Kind
  /** Day of the conduct or of publication, `YYYY-MM-DD` in Asia/Shanghai. */
  date: string
  /** Last day of conduct that lasted, never before `date`; without it the conduct is of one day. */
  until?: string
  /** Day the paper came in. A law that changed since may be the lighter one. */
  receivedOn?: string
  /** True when `date` is only the day of receipt, for want of a better one. */
  dateAssumed: boolean
  /** GB/T 2260, six digits; `000000` when not known. */
  region: string
  entity: Entity
  /** Set when nobody gave the entity and it was read from the text's own words. */
  entityAssumed?: Sign
  channel: Channel
  /** Set when nobody gave the channel and it was read from the text's own words. */
  channelAssumed?: Sign
}

/** The words from which something not given was read. */
export interface Sign extends Span {
  /** Why, as a key of the explanation: `party_a_name`, `unsubscribe_line`, … */
  because: string
  /** `original.slice(start, end)`. */
  quote: string
}
