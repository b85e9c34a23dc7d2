import type { Knex } from 'knex'
import type { Category } from '../core/document.ts'
import type { Decision } from '../core/learn/teaching.ts'
import { allMissedMarks, standingMarks } from './missed-marks.ts'

/** A paper on which officers decided, with every decision that stands on it or on another paper of the same text. */
export interface TeachingPaper {
  /** One of the papers of this text. */
  documentId: string
  fingerprint: string
  decisions: Decision[]
}

/** Papers officers ruled on or marked, in order of fingerprint; the same text sent twice is one paper. */
export async function teachingPapers(db: Knex): Promise<TeachingPaper[]> {
  const decided = [...(await rulings(db)), ...(await leadsSetAside(db)), ...(await marks(db))]
  const papers = await papersOf(db, [...new Set(decided.map(({ documentId }) => documentId))])
  const byText = new Map<string, TeachingPaper>()
  for (const { documentId, ...decision } of decided) {
    const fingerprint = papers.get(documentId)
    if (fingerprint === undefined) continue
    const paper = byText.get(fingerprint) ?? { documentId, fingerprint, decisions: [] }
    paper.decisions.push(decision)
    if (documentId < paper.documentId) paper.documentId = documentId
    byText.set(fingerprint, paper)
  }
  return [...byText.values()].sort((a, b) => (a.fingerprint < b.fingerprint ? -1 : 1))
}

type Decided = Decision & { documentId: string }

/** The newest ruling on each place, by whichever assessment it was found. */
async function rulings(db: Knex): Promise<Decided[]> {
  const rows = await db('rulings')
    .join('findings', 'findings.id', 'rulings.finding_id')
    .orderBy(['rulings.at', 'rulings.id'])
    .select('findings.document_id', 'findings.code', 'findings.start', 'findings.end')
    .select('findings.category', 'rulings.verdict', 'rulings.reason')
  const standing = new Map<string, Decided>()
  for (const { document_id: documentId, code, start, end, category, verdict, reason } of rows)
    standing.set(`${documentId} ${code} ${start} ${end}`, { documentId, category, verdict, reason })
  return [...standing.values()].filter(({ verdict }) => verdict === 'upheld' || verdict === 'dismissed')
}

/** A lead set aside says of its papers what a dismissed finding says: the classifier's own mistakes have no finding to rule on. */
async function leadsSetAside(db: Knex): Promise<Decided[]> {
  const rows = await db('leads')
    .join('lead_documents', 'lead_documents.lead_id', 'leads.id')
    .join('lead_labels', 'lead_labels.lead_id', 'leads.id')
    .where('leads.state', 'dismissed')
    .select('lead_documents.document_id as documentId', 'lead_labels.category', 'leads.dismiss_reason as reason')
  return rows.map((row: Omit<Decided, 'verdict'>) => ({ ...row, verdict: 'dismissed' }))
}

async function marks(db: Knex): Promise<Decided[]> {
  const standing = standingMarks(await allMissedMarks(db))
  return standing.map(({ documentId, category }) => ({
    documentId,
    category: category as Category,
    verdict: 'missed',
    reason: null,
  }))
}

/** Fingerprint by id, of papers that were read; a paper without one stands for itself. */
async function papersOf(db: Knex, ids: readonly string[]): Promise<Map<string, string>> {
  const found = new Map<string, string>()
  for (let from = 0; from < ids.length; from += 500) {
    const rows = await db('documents')
      .whereIn('id', ids.slice(from, from + 500))
      .select('id', 'fingerprint')
    for (const row of rows) found.set(row.id, row.fingerprint ?? row.id)
  }
  return found
}
