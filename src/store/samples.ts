import type { Knex } from 'knex'
import type { SampleAnswer } from '../core/learn/draw.ts'

/** One draw from the papers of a week and region that no lead flags. */
export interface Sample {
  id: string
  /** ISO week of receipt. */
  week: string
  region: string
  seed: string
  population: number
  at: string
}

/** Keep a draw, its papers in the order drawn. @returns false when the week and region were drawn from before. */
export async function insertSample(trx: Knex.Transaction, sample: Sample, documentIds: readonly string[]) {
  const taken = await trx('samples').insert(sample).onConflict(['week', 'region']).ignore().returning('id')
  if (taken.length === 0) return false
  for (const [place, documentId] of documentIds.entries())
    await trx('sample_papers').insert({ document_id: documentId, sample_id: sample.id, place })
  return true
}

/** Assessed papers received between two instants, under no lead and not drawn before, by handling region. */
export async function unflaggedPapers(db: Knex, from: string, before: string): Promise<Map<string, string[]>> {
  const rows = await db('documents')
    .leftJoin('lead_documents', 'lead_documents.document_id', 'documents.id')
    .leftJoin('sample_papers', 'sample_papers.document_id', 'documents.id')
    .where('documents.stage', 'processed')
    .andWhere('documents.received_at', '>=', from)
    .andWhere('documents.received_at', '<', before)
    .whereNull('lead_documents.lead_id')
    .whereNull('sample_papers.sample_id')
    .orderBy('documents.id')
    .select('documents.id', 'documents.region')
  const byRegion = new Map<string, string[]>()
  for (const { id, region } of rows) byRegion.set(region, [...(byRegion.get(region) ?? []), id])
  return byRegion
}

/** Regions drawn from in a week. */
export async function drawnRegions(db: Knex, week: string): Promise<Set<string>> {
  return new Set((await db('samples').where({ week }).select('region')).map((row) => row.region))
}

export async function isDrawn(db: Knex, documentId: string): Promise<boolean> {
  return (await db('sample_papers').where({ document_id: documentId }).first()) !== undefined
}

/** What an officer said of a drawn paper. Appended; the newest stands. */
export interface StoredAnswer {
  id: string
  documentId: string
  answer: SampleAnswer
  officerId: string
  at: string
}

export async function insertSampleAnswer(trx: Knex.Transaction, said: StoredAnswer): Promise<void> {
  const { id, documentId, answer, officerId, at } = said
  await trx('sample_answers').insert({ id, document_id: documentId, answer, officer_id: officerId, at })
}
