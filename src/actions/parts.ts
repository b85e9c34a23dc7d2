import type { Knex } from 'knex'
import type { Logger } from 'pino'
import type { CompiledRulebook } from '../core/check/compile.ts'
import type { IntakeLaw } from '../core/intake/intake-law.ts'
import type { LetterTemplate } from '../core/letter/template.ts'
import type { Model } from '../core/pipeline.ts'
import type { Procedure } from '../core/procedure/move.ts'
import type { ResponsibilityTable } from '../core/routing/responsibility.ts'
import type { Discretion } from '../core/worksheet/discretion.ts'
import type { Reading } from '../reader/reading.ts'
import type { FileStore } from '../store/file-bytes.ts'

/** What actions are given. An action asks for the few it needs: `Pick<Parts, 'db' | 'now'>`. */
export interface Parts {
  db: Knex
  files: FileStore
  /** Bytes to text, off the main thread. */
  reader: { read(bytes: Uint8Array, name: string): Promise<Reading> }
  compiled: CompiledRulebook
  /** How a matter goes on, and the periods that run beside it. */
  procedure: Procedure
  /** How a penalty is measured, for the worksheet of a decision. */
  discretion: Discretion
  /** Who answers for what, and the lines one intake may open. */
  responsibilities: ResponsibilityTable
  /** Templates of letters, those of all days. */
  letters: readonly LetterTemplate[]
  /** What a complaint and a report must give, and why acceptance may be refused. */
  intakeLaw: IntakeLaw
  /** The classifier; left out, papers are judged by rules alone. */
  model?: Model
  /** The model that answers beside it and counts for nothing. */
  challenger?: Model
  /**
   * Rings for waiting documents after commit. Losing the ring loses nothing: the sweep rings again.
   * `bulk` papers (rows, folders, samples) stand behind those a person is waiting for.
   * Where no queue is open (an import beside or without a server) it does nothing.
   */
  ring(documentIds: string[], urgency?: 'bulk'): Promise<void>
  now(): Date
  log: Logger
  /** Region of papers whose sender names none. */
  homeRegion: string
}

/** Who acts: an officer, or the system itself. */
export type Actor = { officerId: string } | 'system'

/** The actor as kept in events. */
export function actorId(actor: Actor): string {
  return actor === 'system' ? 'system' : actor.officerId
}
