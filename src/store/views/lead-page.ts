import type { Knex } from 'knex'
import type { Viewer } from '../../core/access/viewer.ts'
import { problem } from '../../core/problem.ts'
import { type CaseFile, caseOfLead } from '../cases.ts'
import { asDocument, type Document } from '../documents.ts'
import { eventsOf, type StoredEvent } from '../events.ts'
import { asLead, type Lead, type LeadLabel, labelsOfLead } from '../leads.ts'
import { officerNames } from '../officers.ts'
import { visible } from '../visibility.ts'
import { senderName } from './sender-name.ts'

export interface LeadPage {
  lead: Lead
  labels: LeadLabel[]
  ownerName: string | null
  /** Newest first, at most a hundred; `lead.documentCount` says how many there are. */
  documents: (Document & {
    source: string
    sender: string
    senderName: string
    fileName: string | null
    findings: number
  })[]
  history: (StoredEvent & { actorName: string | null })[]
  caseFile: CaseFile | undefined
  /** Matters within the viewer's reach that hold one of its papers already, other than its own case. */
  mattersOnFile: { id: string; number: string }[]
}

/** @throws problem not_found when there is no such lead or the viewer may not see it. */
export async function leadPage(db: Knex, viewer: Viewer, id: string): Promise<LeadPage> {
  const row = await visible(db('leads'), viewer, 'lead.read', 'leads.region')
    .leftJoin('officers', 'officers.id', 'leads.owner_id')
    .where('leads.id', id)
    .select('leads.*', 'officers.name as owner_name')
    .first()
  const lead = asLead(row)
  if (!lead) throw problem('not_found', { leadId: id })
  const history = await eventsOf(db, 'lead', id)
  const names = await officerNames(db, [...new Set(history.map((event) => event.actor))])
  return {
    lead,
    labels: await labelsOfLead(db, id),
    ownerName: row.owner_name,
    documents: await documentsOf(db, id),
    history: history.map((event) => ({ ...event, actorName: names.get(event.actor) ?? null })),
    caseFile: await caseOfLead(db, id),
    mattersOnFile: await mattersOnFile(db, viewer, id),
  }
}

async function mattersOnFile(db: Knex, viewer: Viewer, leadId: string): Promise<LeadPage['mattersOnFile']> {
  const papers = db('lead_documents').where({ lead_id: leadId }).select('document_id')
  const holding = db('matter_documents').whereIn('document_id', papers).select('matter_id')
  return visible(db('matters'), viewer, 'matter.list', 'matters.region')
    .whereIn('matters.id', holding)
    .where((own) => own.whereNull('matters.lead_id').orWhereNot('matters.lead_id', leadId))
    .orderBy('matters.number')
    .limit(20)
    .select('matters.id', 'matters.number')
}

async function documentsOf(db: Knex, leadId: string): Promise<LeadPage['documents']> {
  const rows = await db('lead_documents')
    .join('documents', 'documents.id', 'lead_documents.document_id')
    .join('intakes', 'intakes.id', 'documents.intake_id')
    .leftJoin('officers', 'officers.id', 'intakes.officer_id')
    .where('lead_documents.lead_id', leadId)
    .orderBy('documents.id', 'desc')
    .limit(100)
    .select('documents.*', 'intakes.source', 'intakes.sender', 'intakes.file_name')
    .select('intakes.officer_id', 'officers.name as officer_name')
    .select(db('findings').whereRaw('findings.assessment_id = documents.assessment_id').count('*').as('finding_count'))
  return rows.map((row: Record<string, any>) => ({
    ...asDocument(row)!,
    source: row.source,
    sender: row.sender,
    senderName: senderName(row),
    fileName: row.file_name,
    findings: Number(row.finding_count),
  }))
}
