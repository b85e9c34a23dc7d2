import type { Knex } from 'knex'
import type { Kind, Span } from '../core/document.ts'
import type { Given } from '../core/intake/envelope.ts'

/**
 * Where a paper stands on the path. `received` waits to be worked on, `processing` is claimed, `processed` has an assessment,
 * `split` is a sheet whose rows became papers of their own, `unreadable` says why in words a clerk understands, `failed` met a bug too often.
 */
export const STAGES = ['received', 'processing', 'processed', 'split', 'unreadable', 'failed'] as const
export type Stage = (typeof STAGES)[number]

export interface Document {
  id: string
  intakeId: string
  sha256: string
  region: string
  stage: Stage
  stageAt: string
  claimedBy: string | null
  attempts: number
  unreadableReason: string | null
  lastError: string | null
  title: string
  kind: Kind
  kindGuessed: boolean
  given: Given
  format: string | null
  encoding: string | null
  fingerprint: string | null
  receivedAt: string
  assessmentId: string | null
  version: number
}

/** Text as read, before any normalising, with the links and page starts the reader kept. */
export interface DocumentText {
  text: string
  links: { href: string; span: Span }[]
  pages?: number[]
}

/** A new document always starts at `received`. */
export type NewDocument = Pick<Document, 'id' | 'intakeId' | 'sha256' | 'region' | 'given' | 'receivedAt' | 'title'>

export async function insertDocument(
  trx: Knex.Transaction,
  document: NewDocument,
  rungAt: string | null,
): Promise<void> {
  await trx('documents').insert({
    id: document.id,
    intake_id: document.intakeId,
    sha256: document.sha256,
    region: document.region,
    stage: 'received',
    stage_at: document.receivedAt,
    rung_at: rungAt,
    title: document.title,
    kind: document.given.kind ?? 'unknown',
    kind_guessed: !document.given.kind,
    given: JSON.stringify(document.given),
    received_at: document.receivedAt,
  })
}

export async function documentById(db: Knex, id: string): Promise<Document | undefined> {
  return asDocument(await db('documents').where({ id }).first())
}

/** As `documentById`, with nobody else able to change it until the transaction ends. */
export async function lockDocument(trx: Knex.Transaction, id: string): Promise<Document | undefined> {
  return asDocument(await trx('documents').where({ id }).forUpdate().first())
}

export async function documentOfIntake(db: Knex, intakeId: string): Promise<Document | undefined> {
  return asDocument(await db('documents').where({ intake_id: intakeId }).first())
}

export async function textOf(db: Knex, documentId: string): Promise<DocumentText | undefined> {
  const row = await db('document_texts').where({ document_id: documentId }).first()
  return row && { text: row.text, links: JSON.parse(row.links), ...(row.pages ? { pages: JSON.parse(row.pages) } : {}) }
}

/** In characters as the database counts them, 0 when nothing was read yet. */
export async function textLength(db: Knex, documentId: string): Promise<number> {
  const row = await db('document_texts').where({ document_id: documentId }).first(db.raw('length(text) as length'))
  return Number(row?.length ?? 0)
}

export async function saveText(trx: Knex.Transaction, documentId: string, text: DocumentText): Promise<void> {
  await trx('document_texts')
    .insert({
      document_id: documentId,
      text: storable(text.text),
      links: JSON.stringify(text.links),
      pages: text.pages ? JSON.stringify(text.pages) : null,
    })
    .onConflict('document_id')
    .merge()
}

/**
 * Claim a waiting document for one worker.
 * @returns false when another was faster or it is no longer waiting.
 */
export async function claimDocument(db: Knex, id: string, claim: string, now: string): Promise<boolean> {
  const claimed = await db('documents')
    .where({ id, stage: 'received' })
    .update({ stage: 'processing', stage_at: now, claimed_by: claim, attempts: db.raw('attempts + 1') })
  return claimed === 1
}

/** Say that the work on a claimed document goes on. @returns false when the claim was given away. */
export async function renewClaim(db: Knex, id: string, claim: string, now: string): Promise<boolean> {
  return (await db('documents').where({ id, stage: 'processing', claimed_by: claim }).update({ stage_at: now })) === 1
}

/** What ends a claim. */
export interface StageChange {
  stage: Stage
  unreadableReason?: string
  attempts?: number
  lastError?: string
  title?: string
  kind?: Kind
  kindGuessed?: boolean
  format?: string
  encoding?: string
  fingerprint?: string
  assessmentId?: string
}

/**
 * Move a claimed document on, in the transaction that saves the work.
 * @returns false when the claim was lost in between (the sweep gave it away): the caller rolls its work back.
 */
export async function finishClaim(
  trx: Knex.Transaction,
  id: string,
  claim: string,
  change: StageChange,
  now: string,
): Promise<boolean> {
  const finished = await trx('documents')
    .where({ id, stage: 'processing', claimed_by: claim })
    .update({
      stage: change.stage,
      stage_at: now,
      claimed_by: null,
      rung_at: null, // one that waits again is rung for by the next sweep, not a minute later
      version: trx.raw('version + 1'),
      ...(change.unreadableReason !== undefined ? { unreadable_reason: change.unreadableReason } : {}),
      ...(change.lastError !== undefined ? { last_error: change.lastError } : {}),
      ...(change.attempts !== undefined ? { attempts: change.attempts } : {}),
      ...(change.title !== undefined ? { title: change.title } : {}),
      ...(change.kind !== undefined ? { kind: change.kind } : {}),
      ...(change.kindGuessed !== undefined ? { kind_guessed: change.kindGuessed } : {}),
      ...(change.format !== undefined ? { format: change.format } : {}),
      ...(change.encoding !== undefined ? { encoding: change.encoding } : {}),
      ...(change.fingerprint !== undefined ? { fingerprint: change.fingerprint } : {}),
      ...(change.assessmentId !== undefined ? { assessment_id: change.assessmentId } : {}),
    })
  return finished === 1
}

/** Let a paper that was set aside wait again, with its tries forgotten. @returns false when it is no longer at `version`. */
export async function reopenDocument(
  trx: Knex.Transaction,
  id: string,
  version: number,
  now: string,
): Promise<boolean> {
  const reopened = await trx('documents')
    .where({ id, version })
    .whereIn('stage', ['unreadable', 'failed'])
    .update({
      stage: 'received',
      stage_at: now,
      attempts: 0,
      rung_at: null,
      unreadable_reason: null,
      last_error: null,
      version: version + 1,
    })
  return reopened === 1
}

/**
 * Let an assessed paper wait to be assessed again. A worker that has it in hand loses its claim, and with it what it was about to save.
 * @returns false when it is no longer at `version`, or was never assessed.
 */
export async function reassessDocument(
  trx: Knex.Transaction,
  id: string,
  version: number,
  now: string,
): Promise<boolean> {
  const waiting = await trx('documents')
    .where({ id, version })
    .whereNotNull('assessment_id')
    .update({
      stage: 'received',
      stage_at: now,
      claimed_by: null,
      attempts: 0,
      rung_at: null,
      unreadable_reason: null,
      last_error: null,
      version: version + 1,
    })
  return waiting === 1
}

/** Give claims back that are older than `before`: their worker is gone. @returns how many. */
export async function releaseStaleClaims(db: Knex, before: string, now: string): Promise<number> {
  return db('documents')
    .where({ stage: 'processing' })
    .andWhere('stage_at', '<', before)
    .update({ stage: 'received', stage_at: now, claimed_by: null, rung_at: null })
}

/** Waiting documents whose bell was not rung since `rungBefore`, oldest first. */
export async function waitingDocumentIds(db: Knex, rungBefore: string, limit: number): Promise<string[]> {
  const rows = await db('documents')
    .where({ stage: 'received' })
    .andWhere((either) => either.whereNull('rung_at').orWhere('rung_at', '<', rungBefore))
    .orderBy('stage_at')
    .limit(limit)
    .select('id')
  return rows.map((row) => row.id)
}

export async function markRung(db: Knex, ids: string[], now: string): Promise<void> {
  for (let from = 0; from < ids.length; from += 500) {
    await db('documents')
      .whereIn('id', ids.slice(from, from + 500))
      .update({ rung_at: now })
  }
}

export async function moveDocument(trx: Knex.Transaction, id: string, region: string): Promise<void> {
  await trx('documents')
    .where({ id })
    .update({ region, version: trx.raw('version + 1') })
}

/** The handling region follows the lead it stands under. */
export async function moveDocumentsOfLead(trx: Knex.Transaction, leadId: string, region: string): Promise<void> {
  await trx('documents')
    .whereIn('id', trx('lead_documents').where({ lead_id: leadId }).select('document_id'))
    .update({ region, version: trx.raw('version + 1') })
}

// PostgreSQL's text type holds no NUL; one stands for nothing a person could read, so it becomes the replacement mark (same length).
function storable(text: string): string {
  return text.replaceAll('\u0000', '\ufffd')
}

export function asDocument(row: Record<string, any> | undefined): Document | undefined {
  return (
    row && {
      id: row.id,
      intakeId: row.intake_id,
      sha256: row.sha256,
      region: row.region,
      stage: row.stage,
      stageAt: row.stage_at,
      claimedBy: row.claimed_by,
      attempts: row.attempts,
      unreadableReason: row.unreadable_reason,
      lastError: row.last_error,
      title: row.title,
      kind: row.kind,
      kindGuessed: Boolean(row.kind_guessed),
      given: JSON.parse(row.given),
      format: row.format,
      encoding: row.encoding,
      fingerprint: row.fingerprint,
      receivedAt: row.received_at,
      assessmentId: row.assessment_id,
      version: row.version,
    }
  )
}
