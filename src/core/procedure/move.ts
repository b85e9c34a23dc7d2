import type { Role } from '../access/viewer.ts'
import type { Calendar } from '../clock/calendar.ts'
import type { Clock, Said } from '../clock/clock.ts'

/** The law of how a matter goes on: one table of states and moves, and the periods that run beside it. */
export interface Procedure extends MoveTable {
  clocks: Readonly<Record<string, Clock>>
  calendar: Calendar
  /** Of the clocks and the calendar: a due day kept with another hash is counted again. */
  hash: string
}

export interface MoveTable {
  /** By id, in the order of the file. */
  moves: Readonly<Record<string, Move>>
  openings: Readonly<Record<string, Opening>>
  /** What a move opens that is no matter. */
  tasks: Readonly<Record<string, Said>>
  /** Where the main line of a matter may stand. */
  states: Readonly<Record<string, Said>>
  /** What goes on beside the main line, each with its places; every track begins at `none`. */
  tracks: Readonly<Record<string, Readonly<Record<string, Said>>>>
  choices: Readonly<Record<string, Readonly<Record<string, Said>>>>
  /** What the fields of `takes` are called. */
  fields: Readonly<Record<string, Said>>
}

/** A complaint (投诉), a person's report (举报), or a lead (线索) from elsewhere: reports and leads go the same way once taken up. */
export const MATTER_KINDS = ['complaint', 'report', 'lead'] as const
export type MatterKind = (typeof MATTER_KINDS)[number]

/** How a matter comes to be. */
export interface Opening {
  title: Said
  kind: MatterKind
  state: string
  starts: ClockStart[]
}

export interface Move {
  id: string
  title: Said
  of: readonly MatterKind[]
  from: readonly string[]
  /** Null: the main line stays where it is. */
  to: string | null
  /** A track moved with it. */
  track: { name: string; from: readonly string[]; to: string } | null
  /** Roles that may make or propose it. */
  by: readonly Role[]
  /** Only a handler of the case, or only who never was one. */
  handler: 'only' | 'never' | null
  /** Decided by a head, or by the principal head (正职); made at once where nobody approves. */
  approval: 'head' | 'principal' | null
  /** Conditions by name, see `conditions.ts`. */
  needs: readonly string[]
  /** Clocks whose last day must be over. */
  after: readonly string[]
  takes: Readonly<Record<string, Field>>
  /** Facts it states by itself, and facts it makes void. */
  sets: Readonly<Record<string, FactValue>>
  clears: readonly string[]
  /** An exhibit at least must support it. */
  evidence: boolean
  /** A duty it meets: one of these clocks must run, and ends. */
  meets: readonly string[]
  ends: readonly string[]
  starts: readonly ClockStart[]
  extends: { clocks: readonly string[]; unit: 'workday' | 'day'; nth: 'first' | 'further' | null } | null
  restarts: readonly string[]
  suspends: { cause: string; clocks: readonly string[] } | null
  resumes: { cause: string; untilEndOf: string | null } | null
  /** What the proposal alone brings about; these clocks end with the decision on it, and it cannot be taken back. */
  proposing: readonly ClockStart[]
  opens: { opening: string; when: Condition } | null
  articles: readonly ArticleVersion[]
}

/** The articles a move rests on, by the day it is made. */
export interface ArticleVersion {
  from: string
  to: string | null
  article: Said
  /** As for clocks: all but V are to be confirmed. */
  confidence: 'V' | 'V*' | 'M'
}

/** `T22`, or `T26:court` where a clock has several lengths. */
export interface ClockStart {
  clock: string
  variant: string | null
  /** The field that holds its day zero; otherwise the moment of the move. */
  from: string | null
  /** Day zero is the last day of these clocks, of several the latest. */
  endOf: readonly string[] | null
  when: Condition
}

/** Facts and the value each must have, or have among others; an empty one always holds. */
export type Condition = Readonly<Record<string, FactValue>>

export type FactValue = string | number | boolean | readonly string[] | null

/** What is to be filled in. `record` names a paper on file: minutes, a receipt, a proof of service; `money` is whole fen. */
export interface Field {
  type: 'flag' | 'text' | 'record' | 'day' | 'instant' | 'count' | 'money' | 'officer' | 'officers' | 'one' | 'some'
  optional: boolean
  /** For `one` and `some`: the list in `choices`. */
  choice: string | null
}
