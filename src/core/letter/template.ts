import type { Said } from '../clock/clock.ts'
import type { ArticleVersion, MatterKind } from '../procedure/move.ts'
import type { Inline } from './inline.ts'
import type { Source } from './sources.ts'

/** Who reads a letter; it decides whom the letter may name. */
export const AUDIENCES = ['complainant', 'reported', 'both_parties', 'department', 'police', 'internal'] as const
export type Audience = (typeof AUDIENCES)[number]

/**
 * How it looks. official: under a red heading, as bureaus write to each other (函). decree: black, to a party (通知书, 决定书).
 * form: a ruled table. record: a ruled head and the words, signed on every page (笔录).
 */
export const LETTER_STYLES = ['official', 'decree', 'form', 'record'] as const
export type LetterStyle = (typeof LETTER_STYLES)[number]

/** How far its words may go: suspicion (涉嫌); proposal (拟, in the notice of a penalty); finding (a decision, and what follows it). */
export const WORDINGS = ['suspicion', 'proposal', 'finding'] as const
export type Wording = (typeof WORDINGS)[number]

/** A letter as `rules/letters/` describes it, for days in its range. */
export interface LetterTemplate {
  /** What it is; several templates of one type follow each other in time. */
  type: string
  /** Where it stands among the letters of a matter. */
  place: number
  from: string
  to: string | null
  title: Said
  /** The title on the paper where it says more: 关于移送…的函. */
  printed: Inline[] | null
  audience: Audience
  style: LetterStyle
  wording: Wording
  /** The word of its sort in the document number (罚告); null for a letter without a number. */
  word: string | null
  /** Matters it belongs to, and where they may stand; empty: anywhere. */
  of: readonly MatterKind[]
  states: readonly string[]
  /** Conditions of the procedure (`CONDITIONS`) that hold before it is issued; a draft may be written earlier. */
  needs: readonly string[]
  /** Only one of its type stands at a time: another is a correction of it. */
  single: boolean
  /** Sums of which it may name no more than the standing letter of that type did. */
  atMost: { letter: string; inputs: readonly string[] } | null
  /** Moves (the last one made counts) whose ground, reason and approval it tells. */
  moves: readonly string[]
  /** What the officer fills in. */
  input: Readonly<Record<string, LetterInput>>
  /** Law cited as such, by key, each by the day of the letter. */
  cites: Readonly<Record<string, readonly ArticleVersion[]>>
  body: readonly Block[]
  /** Signed at the foot of every page of a record. */
  signatures: readonly Said[]
  /** 本文书一式二份… */
  copies: Inline[] | null
}

export interface LetterInput extends Source {
  optional: boolean
  /** A source that proposes the value; the officer may change it. */
  proposed: string | null
}

/** `when`: printed where all of these are known and not false. `unless`: printed where none of these is. */
export interface Condition {
  when: readonly string[]
  unless: readonly string[]
}

export type Block = Condition & BlockBody

export type BlockBody =
  | { kind: 'addressee' | 'heading' | 'paragraph' | 'plain' | 'caption' | 'note'; words: Inline[] }
  | { kind: 'attachments'; items: Inline[][] }
  | { kind: 'table'; columns: readonly number[]; rows: readonly CellTemplate[][] }
  | { kind: 'list'; of: string; columns: readonly number[]; head: readonly string[]; cells: Inline[][] }
  | { kind: 'signature' }
  | { kind: 'page' }

export interface CellTemplate {
  /** A label stands in the middle of its cell. */
  isLabel: boolean
  lines: Inline[][]
  across: number
  down: number
  /** Millimetres at least. */
  height: number | null
}
