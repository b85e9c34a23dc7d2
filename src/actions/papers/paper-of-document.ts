import type { Knex } from 'knex'
import { shanghaiDay } from '../../core/clock/shanghai.ts'
import { withCorrections } from '../../core/intake/correction.ts'
import type { Paper } from '../../core/pipeline.ts'
import { correctionsOf } from '../../store/corrections.ts'
import { type Document, documentById, textOf } from '../../store/documents.ts'

/** A kept paper as the path is given it: its text, what its sender said and what officers corrected. */
export interface KeptPaper {
  document: Document
  paper: Paper
  /** Day of receipt, for a paper nobody dated. */
  receivedOn: string
}

/** Undefined when there is no such paper, or none that was read. */
export async function paperOfDocument(db: Knex, documentId: string): Promise<KeptPaper | undefined> {
  const document = await documentById(db, documentId)
  const read = document && (await textOf(db, documentId))
  if (!document || !read) return undefined
  const { kind, date, until, region, entity, channel } = withCorrections(
    document.given,
    await correctionsOf(db, documentId),
  )
  const paper = {
    text: read.text,
    links: read.links,
    ...(kind ? { kind } : {}),
    ...(date ? { date } : {}),
    ...(until ? { until } : {}),
    ...(region ? { region } : {}),
    ...(entity ? { entity } : {}),
    ...(channel ? { channel } : {}),
  }
  return { document, paper, receivedOn: shanghaiDay(document.receivedAt) }
}
