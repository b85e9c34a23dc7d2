import type { Knex } from 'knex'
import type { FollowUpWay } from '../core/intake/call.ts'
import type { CallFields } from '../core/intake/call-fields.ts'
import type { ReadOutCard } from '../core/intake/read-out-card.ts'
import { newId } from './id.ts'

/** Where the matters of one bundle came from: a call, a row of an export, another system. */
export interface KeptCall {
  id: string
  /** The matter opened first. */
  bundleId: string
  officerId: string | null
  source: 'hotline' | 'import' | 'api'
  region: string
  calledAt: string
  /** By the competent bureau; null where it has to go there first. */
  receivedAt: string | null
  /** The call as a paper. */
  documentId: string
  /** As told, without what names a person. */
  fields: CallFields
  /** As read out; null for what nobody read out. */
  card: ReadOutCard | null
  takenAt: string
}

export async function insertCall(trx: Knex.Transaction, call: KeptCall): Promise<void> {
  await trx('calls').insert({
    id: call.id,
    bundle_id: call.bundleId,
    officer_id: call.officerId,
    source: call.source,
    region: call.region,
    called_at: call.calledAt,
    received_at: call.receivedAt,
    document_id: call.documentId,
    fields: JSON.stringify(call.fields),
    card: call.card === null ? null : JSON.stringify(call.card),
    taken_at: call.takenAt,
  })
}

export async function callById(db: Knex, id: string): Promise<KeptCall | undefined> {
  return asCall(await db('calls').where({ id }).first())
}

export async function callOfBundle(db: Knex, bundleId: string): Promise<KeptCall | undefined> {
  return asCall(await db('calls').where({ bundle_id: bundleId }).first())
}

/** The same complaint told anew by its platform. */
export async function retellCall(
  trx: Knex.Transaction,
  id: string,
  told: { fields: CallFields; documentId: string },
): Promise<void> {
  await trx('calls')
    .where({ id })
    .update({ fields: JSON.stringify(told.fields), document_id: told.documentId })
}

/** What was told after the call. Appended, never changed. */
export interface FollowUp {
  id: string
  matterId: string
  officerId: string
  way: FollowUpWay
  happenedAt: string
  note: string
  /** New facts start the period of a report anew (令121 art. 35). */
  hasNewFacts: boolean
  at: string
}

export async function insertFollowUp(trx: Knex.Transaction, followUp: Omit<FollowUp, 'id'>): Promise<string> {
  const id = newId()
  await trx('call_follow_ups').insert({
    id,
    matter_id: followUp.matterId,
    officer_id: followUp.officerId,
    way: followUp.way,
    happened_at: followUp.happenedAt,
    note: followUp.note,
    has_new_facts: followUp.hasNewFacts,
    at: followUp.at,
  })
  return id
}

/** Newest first. The caller has checked that the viewer may see the matters. */
export async function followUpsOf(db: Knex, matterIds: readonly string[]): Promise<FollowUp[]> {
  const rows = await db('call_follow_ups').whereIn('matter_id', matterIds).orderBy('id', 'desc').limit(100)
  return rows.map((row) => ({
    id: row.id,
    matterId: row.matter_id,
    officerId: row.officer_id,
    way: row.way,
    happenedAt: row.happened_at,
    note: row.note,
    hasNewFacts: Boolean(row.has_new_facts),
    at: row.at,
  }))
}

export function asCall(row: Record<string, any> | undefined): KeptCall | undefined {
  return (
    row && {
      id: row.id,
      bundleId: row.bundle_id,
      officerId: row.officer_id,
      source: row.source,
      region: row.region,
      calledAt: row.called_at,
      receivedAt: row.received_at,
      documentId: row.document_id,
      fields: JSON.parse(row.fields),
      card: row.card === null ? null : JSON.parse(row.card),
      takenAt: row.taken_at,
    }
  )
}
