import type { Knex } from 'knex'
import type { CountedClock } from '../core/procedure/counted-clock.ts'
import type { Matter, MatterEvent } from '../core/procedure/matter.ts'
import type { MatterKind } from '../core/procedure/move.ts'

export const MATTER_SOURCES = ['hotline', 'import', 'api', 'desk', 'lead', 'matter'] as const
export type MatterSource = (typeof MATTER_SOURCES)[number]

/** A matter as kept: what it is about, beside where it stands. Its way is told by its events. */
export interface MatterFile {
  id: string
  /** `TS-2026-00012` complaint, `JB-` report, `XS-` lead, `AJ-` opened from a machine's lead. */
  number: string
  kind: MatterKind
  opening: string
  state: string
  region: string
  title: string
  /** What happened, as told. */
  summary: string
  operatorId: string | null
  /** The seller as named by whoever told it. */
  operatorSaid: string
  /** Shared by the matters of one letter and those that grew out of them (一案多线). */
  bundleId: string
  parentId: string | null
  leadId: string | null
  source: MatterSource
  platform: string | null
  external: string | null
  category: string | null
  paidFen: number | null
  recoveredFen: number | null
  /** Officer id, or `system`. */
  openedBy: string
  /** When the call came in; clocks count from `receivedAt`, the receipt by the competent bureau. */
  calledAt: string | null
  receivedAt: string
  openedAt: string
  updatedAt: string
  /** Everything the procedure knows of it. */
  matter: Matter
  /** Number of its last event. */
  version: number
  /** Version of what is told beside the events. */
  described: number
}

export type NewMatter = Omit<
  MatterFile,
  'kind' | 'opening' | 'state' | 'version' | 'described' | 'updatedAt' | 'recoveredFen'
> & {
  /** See the table's comment; null where no other system numbered it. */
  externalKey: string | null
}

export async function insertMatter(trx: Knex.Transaction, file: NewMatter, now: string): Promise<void> {
  const { matter } = file
  await trx('matters').insert({
    id: file.id,
    number: file.number,
    kind: matter.kind,
    opening: matter.opening,
    state: matter.state,
    region: file.region,
    title: file.title,
    summary: file.summary,
    operator_id: file.operatorId,
    operator_said: file.operatorSaid,
    bundle_id: file.bundleId,
    parent_id: file.parentId,
    lead_id: file.leadId,
    source: file.source,
    platform: file.platform,
    external: file.external,
    external_key: file.externalKey,
    category: file.category,
    paid_fen: file.paidFen,
    opened_by: file.openedBy,
    called_at: file.calledAt,
    received_at: file.receivedAt,
    opened_at: file.openedAt,
    updated_at: now,
    snapshot: JSON.stringify(matter),
    version: matter.version,
  })
}

/** The matter, held until the transaction ends. */
export async function lockMatter(trx: Knex.Transaction, id: string): Promise<MatterFile | undefined> {
  return asMatter(await trx('matters').where({ id }).forUpdate().first())
}

export async function matterById(db: Knex, id: string): Promise<MatterFile | undefined> {
  return asMatter(await db('matters').where({ id }).first())
}

export async function matterOfLead(db: Knex, leadId: string): Promise<MatterFile | undefined> {
  return asMatter(await db('matters').where({ lead_id: leadId }).first())
}

export async function matterByExternal(db: Knex, externalKey: string): Promise<MatterFile | undefined> {
  return asMatter(await db('matters').where({ external_key: externalKey }).first())
}

export async function mattersOfBundle(db: Knex, bundleId: string): Promise<MatterFile[]> {
  const rows = await db('matters').where({ bundle_id: bundleId }).orderBy('id')
  return rows.map((row) => asMatter(row)!)
}

/** What is told of a matter beside its way. */
export interface MatterChange {
  title?: string
  summary?: string
  operatorId?: string | null
  operatorSaid?: string
  category?: string | null
  paidFen?: number | null
  recoveredFen?: number | null
}

/** @returns false when the matter is no longer at `version`: somebody else was faster. */
export async function storeMatter(
  trx: Knex.Transaction,
  before: number,
  matter: Matter,
  change: MatterChange,
  now: string,
): Promise<boolean> {
  const changed = await trx('matters')
    .where({ id: matter.id, version: before })
    .update({
      kind: matter.kind,
      state: matter.state,
      snapshot: JSON.stringify(matter),
      version: matter.version,
      updated_at: now,
      ...columnsOf(change),
    })
  return changed === 1
}

/** What is told beside the way, without a move. @returns false when somebody else told it otherwise meanwhile */
export async function describeMatter(
  trx: Knex.Transaction,
  id: string,
  described: number,
  change: MatterChange,
  now: string,
): Promise<boolean> {
  const changed = await trx('matters')
    .where({ id, described })
    .update({ updated_at: now, described: described + 1, ...columnsOf(change) })
  return changed === 1
}

function columnsOf(change: MatterChange): Record<string, unknown> {
  const columns: Record<string, unknown> = {
    title: change.title,
    summary: change.summary,
    operator_id: change.operatorId,
    operator_said: change.operatorSaid,
    category: change.category,
    paid_fen: change.paidFen,
    recovered_fen: change.recoveredFen,
  }
  return Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined))
}

/** Append what happened; the table refuses a second event with the same number. */
export async function appendMatterEvents(trx: Knex.Transaction, events: readonly MatterEvent[]): Promise<void> {
  for (const event of events) {
    await trx('matter_events').insert({
      matter_id: event.matter,
      seq: event.seq,
      type: event.type,
      move: event.move,
      by: event.by,
      at: event.at,
      recorded_at: event.recordedAt,
      body: JSON.stringify(event),
    })
  }
}

/** Everything that happened to a matter, oldest first. The caller has checked that the viewer may see the matter. */
export async function matterEvents(db: Knex, matterId: string): Promise<MatterEvent[]> {
  const rows = await db('matter_events').where({ matter_id: matterId }).orderBy('seq').select('body')
  return rows.map((row) => JSON.parse(row.body))
}

/** What the lists and the clock board are searched by, written anew from the matter and its counted clocks. */
export async function indexMatter(
  trx: Knex.Transaction,
  matter: Matter,
  clocks: readonly CountedClock[],
  countedBy: string,
): Promise<void> {
  const matterId = matter.id
  for (const table of ['matter_clocks', 'matter_proposals']) await trx(table).where({ matter_id: matterId }).delete()
  await trx('matter_officers').where({ matter_id: matterId }).whereNot({ part: 'carer' }).delete()
  for (const clock of clocks) {
    await trx('matter_clocks').insert({
      matter_id: matterId,
      key: clock.key,
      started_by: clock.startedBy,
      clock: clock.clock,
      variant: clock.variant,
      event_at: clock.eventAt,
      due: clock.due,
      due_day: clock.dueDay,
      due_alt: clock.dueAlt,
      stands_since: clock.standsSince,
      ended_at: clock.endedAt,
      counted_by: countedBy,
    })
  }
  for (const { id, move, by, at } of matter.pending) {
    await trx('matter_proposals').insert({ matter_id: matterId, proposal: id, move, by, at })
  }
  const parts = [
    ...matter.handlers.map((officer) => [officer, 'handler']),
    ...matter.recused.map((officer) => [officer, 'recused']),
  ]
  for (const [officer, part] of parts) {
    await trx('matter_officers').insert({ matter_id: matterId, officer_id: officer, part })
  }
}

/** Matters with a running clock that was counted by other law or another calendar, oldest first. */
export async function mattersCountedOtherwise(db: Knex, countedBy: string, limit: number): Promise<string[]> {
  const rows = await db('matter_clocks')
    .whereNull('ended_at')
    .whereNot({ counted_by: countedBy })
    .distinct('matter_id')
    .orderBy('matter_id')
    .limit(limit)
  return rows.map((row) => row.matter_id)
}

export async function linkDocument(
  trx: Knex.Transaction,
  link: { matterId: string; documentId: string; at: string; by: string },
): Promise<void> {
  await trx('matter_documents')
    .insert({ matter_id: link.matterId, document_id: link.documentId, linked_at: link.at, linked_by: link.by })
    .onConflict(['matter_id', 'document_id'])
    .ignore()
}

export async function documentsOfMatter(db: Knex, matterId: string): Promise<string[]> {
  const rows = await db('matter_documents').where({ matter_id: matterId }).orderBy('linked_at').select('document_id')
  return rows.map((row) => row.document_id)
}

export function asMatter(row: Record<string, any> | undefined): MatterFile | undefined {
  return (
    row && {
      id: row.id,
      number: row.number,
      kind: row.kind,
      opening: row.opening,
      state: row.state,
      region: row.region,
      title: row.title,
      summary: row.summary,
      operatorId: row.operator_id,
      operatorSaid: row.operator_said,
      bundleId: row.bundle_id,
      parentId: row.parent_id,
      leadId: row.lead_id,
      source: row.source,
      platform: row.platform,
      external: row.external,
      category: row.category,
      paidFen: row.paid_fen === null ? null : Number(row.paid_fen),
      recoveredFen: row.recovered_fen === null ? null : Number(row.recovered_fen),
      openedBy: row.opened_by,
      calledAt: row.called_at,
      receivedAt: row.received_at,
      openedAt: row.opened_at,
      updatedAt: row.updated_at,
      matter: JSON.parse(row.snapshot),
      version: row.version,
      described: row.described,
    }
  )
}
