import type { Knex } from 'knex'
import { isOpenLead } from '../../core/case/ruling.ts'
import { BANDS, type Band, CATEGORIES } from '../../core/document.ts'
import type { Assessment } from '../../core/score/assessment.ts'
import type { StoredAssessment } from '../../store/assessments.ts'
import { caseOfLead } from '../../store/cases.ts'
import type { Document } from '../../store/documents.ts'
import { appendEvent } from '../../store/events.ts'
import {
  bandRank,
  changeLead,
  dropLeadLabels,
  type Lead,
  type LeadLabel,
  labelsOfLead,
  setLeadLabels,
  weightsOfLead,
} from '../../store/leads.ts'

/**
 * A paper of the lead was assessed again: an open lead takes the labels, band and score that its papers bear now, better or worse.
 * Where nothing is left that would make a lead it is marked and keeps its place in the inbox, labels and all: closing it is an
 * officer's decision. Of a lead already decided on only its history (and its case's) tells. `lead` is locked by the caller.
 */
export async function reweighLead(
  trx: Knex.Transaction,
  lead: Lead,
  document: Document,
  before: Pick<StoredAssessment, 'band' | 'labels'>,
  assessment: Assessment,
  now: string,
): Promise<void> {
  if (!isOpenLead(lead.state)) return tellOnly(trx, lead, document, before, assessment, now)
  const standing = await labelsOfLead(trx, lead.id)
  const { labels, score } = await weigh(trx, lead.id)
  const event = { at: now, actor: 'system', subjectType: 'lead', subjectId: lead.id } as const
  const was = { band: lead.band, score: lead.score, labels: standing.map(({ category }) => category) }
  if (labels.length === 0) {
    if (lead.reasonGoneAt) return
    await changeLead(trx, lead.id, lead.version, { reasonGoneAt: now }, now)
    await appendEvent(trx, { ...event, verb: 'lead.reason_gone', before: was, after: { documentId: document.id } })
    return
  }
  const band = BANDS[Math.min(...labels.map((label) => bandRank(label.band)))]!
  const kind = lead.documentCount === 1 ? assessment.circumstances.kind : lead.kind
  if (!lead.reasonGoneAt && band === lead.band && score === lead.score && kind === lead.kind && same(labels, standing))
    return
  const gone = standing
    .map(({ category }) => category)
    .filter((one) => !labels.some(({ category }) => category === one))
  await dropLeadLabels(trx, lead.id, gone)
  await setLeadLabels(trx, lead.id, labels)
  await changeLead(trx, lead.id, lead.version, { band, score, kind, reasonGoneAt: null }, now)
  const after = { band, score, labels: labels.map(({ category }) => category), documentId: document.id }
  await appendEvent(trx, { ...event, verb: 'lead.reweighed', before: was, after })
}

/** The worst that the lead's papers bear, category by category. */
async function weigh(trx: Knex.Transaction, leadId: string): Promise<{ labels: LeadLabel[]; score: number }> {
  const papers = await weightsOfLead(trx, leadId)
  const labels = CATEGORIES.flatMap((category): LeadLabel[] => {
    const ranks = papers
      .filter((paper) => paper.labels.includes(category))
      .map(({ bands }) => bandRank(bands[category]))
    return ranks.length > 0 ? [{ category, band: BANDS[Math.min(...ranks)] as Band }] : []
  })
  const scores = papers.flatMap((paper) => paper.labels.map((category) => paper.scores[category]))
  return { labels, score: Math.max(0, ...scores) }
}

function same(a: readonly LeadLabel[], b: readonly LeadLabel[]): boolean {
  return (
    a.length === b.length &&
    a.every((one) => b.some((other) => one.category === other.category && one.band === other.band))
  )
}

async function tellOnly(
  trx: Knex.Transaction,
  lead: Lead,
  document: Document,
  before: Pick<StoredAssessment, 'band' | 'labels'>,
  { band, labels }: Assessment,
  now: string,
): Promise<void> {
  if (band === before.band && String([...labels].sort()) === String([...before.labels].sort())) return
  const told = {
    at: now,
    actor: 'system',
    before: { band: before.band, labels: before.labels },
    after: { band, labels, documentId: document.id },
  } as const
  await appendEvent(trx, { ...told, verb: 'lead.paper_reassessed', subjectType: 'lead', subjectId: lead.id })
  const caseFile = await caseOfLead(trx, lead.id)
  if (!caseFile) return
  await appendEvent(trx, { ...told, verb: 'matter.paper_reassessed', subjectType: 'matter', subjectId: caseFile.id })
}
