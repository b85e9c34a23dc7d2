import type { Knex } from 'knex'
import type { Category, Circumstances, Kind } from '../../core/document.ts'
import { findingsOf, type StoredFinding } from '../assessments.ts'
import { rulingsOf } from '../rulings.ts'

/** A judged paper of one letter, with the findings that no officer ruled out. */
export interface BundlePaper {
  id: string
  kind: Kind
  text: string
  labels: Category[]
  circumstances: Circumstances
  findings: StoredFinding[]
}

const MOST_PAPERS = 20

/** The papers of the matters of one letter, oldest first, each once, at most twenty; those not judged yet are left out. */
export async function papersOfBundle(db: Knex, matterIds: readonly string[]): Promise<BundlePaper[]> {
  const rows = await db('documents')
    .join('assessments', 'assessments.id', 'documents.assessment_id')
    .join('document_texts', 'document_texts.document_id', 'documents.id')
    .whereIn('documents.id', (linked) =>
      linked.select('document_id').from('matter_documents').whereIn('matter_id', matterIds),
    )
    .orderBy('documents.id')
    .limit(MOST_PAPERS)
    .select(
      'documents.id',
      'documents.kind',
      'document_texts.text',
      'assessments.labels',
      'assessments.circumstances',
      'assessments.id as assessment_id',
    )
  const papers: BundlePaper[] = []
  for (const row of rows) {
    papers.push({
      id: row.id,
      kind: row.kind,
      text: row.text,
      labels: JSON.parse(row.labels),
      circumstances: JSON.parse(row.circumstances),
      findings: await standing(db, row.assessment_id),
    })
  }
  return papers
}

async function standing(db: Knex, assessmentId: string): Promise<StoredFinding[]> {
  const latest = new Map((await rulingsOf(db, assessmentId)).map(({ findingId, verdict }) => [findingId, verdict]))
  return (await findingsOf(db, assessmentId)).filter(({ id }) => latest.get(id) !== 'dismissed')
}
