import type { Knex } from 'knex'
import { indexDocument } from '../../db/dialect.ts'

/** Make a document findable by these words, in place of what was there. The caller has taken identities out. */
export async function indexForSearch(trx: Knex.Transaction, documentId: string, text: string): Promise<void> {
  await indexDocument(trx, documentId, text)
}
