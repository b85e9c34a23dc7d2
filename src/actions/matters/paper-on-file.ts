import type { Knex } from 'knex'
import { problem } from '../../core/problem.ts'
import { type Document, documentById, textOf } from '../../store/documents.ts'
import { intakeById } from '../../store/intakes.ts'
import { documentsOfMatter } from '../../store/matters.ts'
import type { Parts } from '../parts.ts'

/** A paper on a matter's file as an exhibit of it would be kept. */
export interface PaperOnFile {
  documentId: string
  document: Document
  sha256: string
  size: number
  fileName: string
  /** As read; empty while it was not. */
  text: string
  /** Where each page starts in the text, for paged formats. */
  pages: readonly number[] | null
}

/** @throws problem not_found when the paper is not on the matter's file */
export async function paperOnFile(
  trx: Knex.Transaction,
  { files }: Pick<Parts, 'files'>,
  matterId: string,
  documentId: string,
): Promise<PaperOnFile> {
  const isOnFile = (await documentsOfMatter(trx, matterId)).includes(documentId)
  const document = isOnFile ? await documentById(trx, documentId) : undefined
  if (!document) throw problem('not_found', { documentId })
  const read = await textOf(trx, documentId)
  const intake = await intakeById(trx, document.intakeId)
  const paper = { documentId, document, text: read?.text ?? '', pages: read?.pages ?? null }
  // The bytes of a row are the whole sheet, with other people in it: the row alone is the paper.
  if (intake?.source === 'row' || intake?.parentId)
    return { ...paper, fileName: '材料.txt', ...(await files.put(Buffer.from(paper.text))) }
  const { sha256 } = document
  const size = (await files.get(sha256)).length
  return { ...paper, sha256, size, fileName: intake?.fileName ?? `${sha256.slice(0, 12)}.txt` }
}
