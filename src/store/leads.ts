import type { Knex } from 'knex'
import type { DismissReason, LeadState } from '../core/case/ruling.ts'
import { BANDS, type Band, type Category, type Kind } from '../core/document.ts'

export interface Lead {
  id: string
  number: string
  groupKey: string
  state: LeadState
  title: string
  kind: Kind
  band: Band
  score: number
  region: string
  ownerId: string | null
  documentCount: number
  proposedAt: string
  updatedAt: string
  dismissReason: DismissReason | null
  dispatchedFrom: string | null
  /** Since when nothing on its papers would make a lead any more; an officer decides what becomes of it. */
  reasonGoneAt: string | null
  version: number
}

/** A category a lead is about, and how bad. */
export interface LeadLabel {
  category: Category
  band: Band
}

/**
 * Insert unless a lead stands for the same group already.
 * @returns the lead that stands for the group now, locked until the transaction ends, and whether it is new.
 */
export async function insertLeadOnce(trx: Knex.Transaction, lead: Lead): Promise<{ lead: Lead; isNew: boolean }> {
  await trx('leads').insert(asRow(lead)).onConflict('group_key').ignore()
  const standing = asLead(await trx('leads').where({ group_key: lead.groupKey }).forUpdate().first())!
  return { lead: standing, isNew: standing.id === lead.id }
}

export async function leadByGroup(trx: Knex.Transaction, groupKey: string): Promise<Lead | undefined> {
  return asLead(await trx('leads').where({ group_key: groupKey }).forUpdate().first())
}

export async function leadById(db: Knex, id: string): Promise<Lead | undefined> {
  return asLead(await db('leads').where({ id }).first())
}

export async function leadOfDocument(db: Knex, documentId: string): Promise<Lead | undefined> {
  const row = await db('leads')
    .join('lead_documents', 'lead_documents.lead_id', 'leads.id')
    .where('lead_documents.document_id', documentId)
    .select('leads.*')
    .first()
  return asLead(row)
}

/** As `leadOfDocument`, with nobody else able to change it until the transaction ends. */
export async function lockLeadOfDocument(trx: Knex.Transaction, documentId: string): Promise<Lead | undefined> {
  const ofDocument = trx('lead_documents').where({ document_id: documentId }).select('lead_id')
  return asLead(await trx('leads').whereIn('id', ofDocument).forUpdate().first())
}

/** What the papers of a lead weigh as they are assessed now. */
export async function weightsOfLead(
  trx: Knex.Transaction,
  leadId: string,
): Promise<{ labels: Category[]; bands: Record<Category, Band>; scores: Record<Category, number> }[]> {
  const rows = await trx('lead_documents')
    .join('documents', 'documents.id', 'lead_documents.document_id')
    .join('assessments', 'assessments.id', 'documents.assessment_id')
    .where('lead_documents.lead_id', leadId)
    .select('assessments.labels', 'assessments.bands', 'assessments.scores')
  return rows.map((row: Record<string, any>) => ({
    labels: JSON.parse(row.labels),
    bands: JSON.parse(row.bands),
    scores: JSON.parse(row.scores),
  }))
}

/** Forget labels that nothing on the lead's papers bears any more. */
export async function dropLeadLabels(trx: Knex.Transaction, leadId: string, categories: Category[]): Promise<void> {
  await trx('lead_labels').where({ lead_id: leadId }).whereIn('category', categories).delete()
}

/** Put a document under a lead. @returns false when it already stands under one. */
export async function joinLead(
  trx: Knex.Transaction,
  leadId: string,
  documentId: string,
  at: string,
): Promise<boolean> {
  const there = await trx('lead_documents').where({ document_id: documentId }).first()
  if (there) return false
  await trx('lead_documents').insert({ document_id: documentId, lead_id: leadId, joined_at: at })
  await trx('leads')
    .where({ id: leadId })
    .update({ document_count: trx.raw('document_count + 1') })
  return true
}

export async function documentsOfLead(db: Knex, leadId: string): Promise<string[]> {
  const rows = await db('lead_documents').where({ lead_id: leadId }).orderBy('document_id').select('document_id')
  return rows.map((row) => row.document_id)
}

export async function setLeadLabels(trx: Knex.Transaction, leadId: string, labels: LeadLabel[]): Promise<void> {
  for (const label of labels) {
    await trx('lead_labels')
      .insert({ lead_id: leadId, category: label.category, band: label.band })
      .onConflict(['lead_id', 'category'])
      .merge()
  }
}

export async function labelsOfLead(db: Knex, leadId: string): Promise<LeadLabel[]> {
  const rows = await db('lead_labels').where({ lead_id: leadId }).orderBy('category')
  return rows.map((row) => ({ category: row.category, band: row.band }))
}

/** What an action may change of a lead; the version rises by one. */
export interface LeadChange {
  state?: LeadState
  ownerId?: string | null
  region?: string
  kind?: Kind
  band?: Band
  score?: number
  reasonGoneAt?: string | null
  dismissReason?: DismissReason | null
  dispatchedFrom?: string | null
}

/** @returns false when the lead is no longer at `version`: somebody else was faster, and the form is stale. */
export async function changeLead(
  trx: Knex.Transaction,
  id: string,
  version: number,
  change: LeadChange,
  now: string,
): Promise<boolean> {
  const changed = await trx('leads')
    .where({ id, version })
    .update({
      version: version + 1,
      updated_at: now,
      ...(change.state !== undefined ? { state: change.state } : {}),
      ...(change.ownerId !== undefined ? { owner_id: change.ownerId } : {}),
      ...(change.region !== undefined ? { region: change.region } : {}),
      ...(change.kind !== undefined ? { kind: change.kind } : {}),
      ...(change.reasonGoneAt !== undefined ? { reason_gone_at: change.reasonGoneAt } : {}),
      ...(change.band !== undefined ? { band: change.band, band_rank: bandRank(change.band) } : {}),
      ...(change.score !== undefined ? { score: change.score } : {}),
      ...(change.dismissReason !== undefined ? { dismiss_reason: change.dismissReason } : {}),
      ...(change.dispatchedFrom !== undefined ? { dispatched_from: change.dispatchedFrom } : {}),
    })
  return changed === 1
}

export function bandRank(band: Band): number {
  return BANDS.indexOf(band)
}

function asRow(lead: Lead): Record<string, unknown> {
  return {
    id: lead.id,
    number: lead.number,
    group_key: lead.groupKey,
    state: lead.state,
    title: lead.title,
    kind: lead.kind,
    band: lead.band,
    band_rank: bandRank(lead.band),
    score: lead.score,
    region: lead.region,
    owner_id: lead.ownerId,
    document_count: lead.documentCount,
    proposed_at: lead.proposedAt,
    updated_at: lead.updatedAt,
    dismiss_reason: lead.dismissReason,
    dispatched_from: lead.dispatchedFrom,
    reason_gone_at: lead.reasonGoneAt,
    version: lead.version,
  }
}

export function asLead(row: Record<string, any> | undefined): Lead | undefined {
  return (
    row && {
      id: row.id,
      number: row.number,
      groupKey: row.group_key,
      state: row.state,
      title: row.title,
      kind: row.kind,
      band: row.band,
      score: row.score,
      region: row.region,
      ownerId: row.owner_id,
      documentCount: row.document_count,
      proposedAt: row.proposed_at,
      updatedAt: row.updated_at,
      dismissReason: row.dismiss_reason,
      dispatchedFrom: row.dispatched_from,
      reasonGoneAt: row.reason_gone_at,
      version: row.version,
    }
  )
}
