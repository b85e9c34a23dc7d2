import type { Role } from '../access/viewer.ts'
import type { Step } from '../clock/clock.ts'
import type { PenaltySheet } from '../worksheet/penalty-sheet.ts'
import type { FactValue, MatterKind } from './move.ts'

/** A complaint, report or lead on its way. Everything in it follows from its events. */
export interface Matter {
  id: string
  kind: MatterKind
  opening: string
  state: string
  /** By name; one that is absent stands at `none`. */
  tracks: Record<string, string>
  /** How many events it has; whoever writes must have seen the last. */
  version: number
  /** When the main line came where it is. */
  since: string
  /** Officers who handle it now, and all who ever did. */
  handlers: string[]
  everHandlers: string[]
  recused: string[]
  facts: Record<string, FactValue>
  clocks: ClockRun[]
  /** What keeps clocks from counting just now. */
  pauses: { cause: string; clocks: readonly string[]; from: string }[]
  pending: Proposal[]
  /** The worksheets a head approved: the penalty to be told of, and the one decided. Absent where none was, or before approvals bound them. */
  penalty?: { proposed?: PenaltySheet; decided?: PenaltySheet }
}

/** One run of a statutory period. `endedAt` null: it runs. */
export interface ClockRun {
  /** `T22`, `T26:court`. */
  key: string
  clock: string
  variant: string | null
  /** Day zero: an instant or a day. */
  eventAt: string
  startedBy: number
  steps: RunStep[]
  endedAt: string | null
  endedBy: number | null
}

/** As `dueOf` takes them; a suspension says what for. */
export type RunStep = Step & { cause?: string }

/** A move that waits for a decision, exactly as the head will see it. */
export interface Proposal {
  /** Number of the event that made it. */
  id: number
  move: string
  input: Input
  reason: string
  evidence: readonly string[]
  by: string
  at: string
  /** The worksheet it was made on. */
  sheet?: PenaltySheet
}

export type Input = Readonly<Record<string, FactValue>>

export interface Actor {
  officerId: string
  role: Role
  /** 正职: the head of the bureau. */
  isPrincipal: boolean
  /** Powers of heads lent to her. */
  delegations: readonly Delegation[]
}

/** A head's power of approval, lent for certain days. */
export interface Delegation {
  /** The head who lends it. */
  by: string
  /** `YYYY-MM-DD`, both days included. */
  from: string
  to: string
  /** 主持工作: lent by the principal head, the power over criminal referrals included. */
  inCharge: boolean
}

/** What an actor asks for. `version` is what she saw. */
export type Act = { version: number; reason: string } & (
  | { op: 'make'; move: string; input: Input; evidence: readonly string[]; at?: string }
  | { op: 'propose'; move: string; input: Input; evidence: readonly string[] }
  | { op: 'approve' | 'refuse' | 'withdraw'; proposal: number }
)

/** What happened, once and for good. It carries its own changes: a table amended later rewrites no history. */
export interface MatterEvent {
  matter: string
  /** 1, 2, 3 …; the version of the matter after it. */
  seq: number
  type: 'opened' | 'made' | 'proposed' | 'refused' | 'withdrawn'
  /** The move; the opening for the first event. */
  move: string
  by: string
  /** The head whose power was lent. */
  onBehalfOf: string | null
  proposedBy: string | null
  proposal: number | null
  /** When it happened, and when it was written down. */
  at: string
  recordedAt: string
  reason: string
  evidence: readonly string[]
  input: Input
  /** The opening of another matter or task that it brings about. */
  opens: string | null
  changes: Change[]
}

export type Change =
  | { set: 'kind'; to: MatterKind }
  | { set: 'state'; from: string | null; to: string }
  | { set: 'track'; name: string; from: string; to: string }
  | { set: 'handlers'; to: string[] }
  | { set: 'recused'; officer: string }
  | { set: 'penalty'; of: 'proposed' | 'decided'; to: PenaltySheet }
  | { set: 'facts'; to: Record<string, FactValue> }
  | { clear: 'facts'; names: readonly string[] }
  | { clock: 'start'; key: string; id: string; variant: string | null; eventAt: string }
  | { clock: 'end'; key: string; at: string }
  | { clock: 'step'; key: string; step: RunStep }
  | { clock: 'resume'; key: string; cause: string; to: string }
  | { pause: 'begin'; cause: string; clocks: readonly string[]; from: string }
  | { pause: 'end'; cause: string }
  | { pending: 'add'; proposal: Omit<Proposal, 'id'> }
  | { pending: 'drop'; id: number; lapsed: boolean }
