/** Words for people, Chinese first. */
export interface Said {
  zh: string
  en: string
}

export const PERIOD_UNITS = ['workday', 'day', 'month', 'year', 'hour'] as const
export type PeriodUnit = (typeof PERIOD_UNITS)[number]

export interface Period {
  n: number
  unit: PeriodUnit
}

/** One of several lengths of a clock. */
export interface Variant {
  id: string
  title: Said
  length: Period
  /** Other names it may be asked for by. */
  also: string[]
}

/** The law of a clock for events of certain days. */
export interface ClockVersion {
  /** `YYYY-MM-DD`, both days included. */
  from: string
  to: string | null
  article: Said
  /** V its text was read, V* read at second hand, M from memory: all but V are to be confirmed. */
  confidence: 'V' | 'V*' | 'M'
  /** The first holds where none is named. One without a name is the only one; empty where the law sets no fixed limit. */
  lengths: Variant[]
  /** Why there is no fixed limit. */
  none: Said | null
  /** Without a fixed limit, yet a duty to be met (及时): it runs until it is met. */
  prompt: boolean
  /** What whoever relies on the date should know. */
  caution: Said | null
}

/** A right to extend. They are used up in their order; one without `atMost` may be used again and again. */
export interface Extension {
  by: Said
  atMost: Period | null
  /** Needs a collective discussion on record. */
  discussed: boolean
  /** Taken by telling whoever waits, without approval. */
  byNotice: boolean
}

/** A statutory period: `T06`. */
export interface Clock {
  id: string
  title: Said
  /** The event it runs from; for one counted backwards, the event it runs to. */
  starts: Said
  /** Counted back from the event: the last lawful day to tell. */
  backward: boolean
  /** A last day on an ordinary weekend moves on as from a holiday; for other clocks that is only the alternative. */
  rolled: boolean
  extensions: Extension[]
  /** The time that does not count; null where the law excludes none. */
  suspension: Said | null
  /** Since when and by which article a further report starts it anew. */
  restart: { from: string; article: Said } | null
  /** The second leg, which the receipt by another bureau starts. */
  received: { starts: Said; length: Period } | null
  /** What ends it before its time. */
  ends: Said | null
  consequence: Said | null
  /** Newest first; they do not overlap. */
  versions: ClockVersion[]
}

/** What happened after the event, in the order it happened. Days are Shanghai days; `at` is an instant or a day. */
export type Step =
  | { op: 'extend'; n: number; unit: 'workday' | 'day' }
  /** `from` still counts, `to` does not: the days after `from` up to and with `to` are left out. Without `to` it lasts. */
  | { op: 'suspend'; from: string; to: string | null }
  | { op: 'restart'; at: string }
  | { op: 'received'; at: string }

/** When a clock runs out, and why. */
export interface Due {
  /** The last lawful day; an instant (+08:00) where the limit is in hours; null where there is none, or it cannot be told. */
  due: string | null
  /** The rolled day where an ordinary weekend at the end leaves it open. */
  dueAlt: string | null
  article: Said | null
  warnings: Said[]
  explain: Said[]
}
