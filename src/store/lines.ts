import type { Knex } from 'knex'
import { isUniqueViolation } from '../../db/dialect.ts'
import type { Why } from '../core/routing/concerns.ts'

export const LINE_STATES = ['open', 'sent', 'answered', 'returned', 'ended'] as const
export type LineState = (typeof LINE_STATES)[number]

/** A way an intake took, opened by an officer (一案多线). */
export interface Line {
  id: string
  bundleId: string
  /** On whose page it was opened. */
  matterId: string
  /** Of `rules/responsibilities.yaml`. */
  line: string
  /** Region of the addressee; empty for a line of our own. */
  place: string
  department: string
  /** The matter of our own that carries it. */
  targetId: string | null
  state: LineState
  /** As shown when it was opened. */
  because: { matter: string | null; why: Why[] }[]
  openedBy: string
  openedAt: string
  sentAt: string | null
  sentHow: string
  /** Last day for the answer. */
  due: string | null
  answeredAt: string | null
  answer: string
  version: number
}

/** @returns false when that line of the letter is there already; the transaction is then good for nothing else. */
export async function insertLine(trx: Knex.Transaction, line: Omit<Line, 'version'>): Promise<boolean> {
  try {
    await trx('lines').insert(rowOf(line))
    return true
  } catch (error) {
    if (isUniqueViolation(error)) return false
    throw error
  }
}

function rowOf(line: Omit<Line, 'version'>): Record<string, unknown> {
  return {
    id: line.id,
    bundle_id: line.bundleId,
    matter_id: line.matterId,
    line: line.line,
    place: line.place,
    department: line.department,
    target_id: line.targetId,
    state: line.state,
    because: JSON.stringify(line.because),
    opened_by: line.openedBy,
    opened_at: line.openedAt,
    sent_at: line.sentAt,
    sent_how: line.sentHow,
    due: line.due,
    answered_at: line.answeredAt,
    answer: line.answer,
  }
}

export async function linesOfBundle(db: Knex, bundleId: string): Promise<Line[]> {
  return (await db('lines').where({ bundle_id: bundleId }).orderBy('id')).map(asLine)
}

export async function lineById(db: Knex, id: string): Promise<Line | undefined> {
  const row = await db('lines').where({ id }).first()
  return row && asLine(row)
}

export type LineChange = Partial<Pick<Line, 'state' | 'sentAt' | 'sentHow' | 'due' | 'answeredAt' | 'answer'>>

/** @returns false when somebody else changed it since `version`. */
export async function changeLine(
  trx: Knex.Transaction,
  id: string,
  version: number,
  change: LineChange,
): Promise<boolean> {
  const columns = {
    state: change.state,
    sent_at: change.sentAt,
    sent_how: change.sentHow,
    due: change.due,
    answered_at: change.answeredAt,
    answer: change.answer,
  }
  const given = Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined))
  return (
    (await trx('lines')
      .where({ id, version })
      .update({ ...given, version: version + 1 })) === 1
  )
}

/** What officers stated of a letter besides. */
export async function notesOfBundle(db: Knex, bundleId: string): Promise<string[]> {
  return (await db('bundle_notes').where({ bundle_id: bundleId }).orderBy('note').select('note')).map(
    ({ note }) => note,
  )
}

export async function stateNote(
  trx: Knex.Transaction,
  bundleId: string,
  note: string,
  by: string,
  at: string,
): Promise<void> {
  await trx('bundle_notes')
    .insert({ bundle_id: bundleId, note, stated_by: by, stated_at: at })
    .onConflict(['bundle_id', 'note'])
    .ignore()
}

export async function withdrawNote(trx: Knex.Transaction, bundleId: string, note: string): Promise<void> {
  await trx('bundle_notes').where({ bundle_id: bundleId, note }).delete()
}

function asLine(row: Record<string, any>): Line {
  return {
    id: row.id,
    bundleId: row.bundle_id,
    matterId: row.matter_id,
    line: row.line,
    place: row.place,
    department: row.department,
    targetId: row.target_id,
    state: row.state,
    because: JSON.parse(row.because),
    openedBy: row.opened_by,
    openedAt: row.opened_at,
    sentAt: row.sent_at,
    sentHow: row.sent_how,
    due: row.due,
    answeredAt: row.answered_at,
    answer: row.answer,
    version: row.version,
  }
}
