import type { Knex } from 'knex'

/** Record a stored file once; identical bytes share the row. */
export async function recordFile(
  trx: Knex.Transaction,
  file: { sha256: string; size: number },
  at: string,
): Promise<void> {
  await trx('files').insert({ sha256: file.sha256, size: file.size, stored_at: at }).onConflict('sha256').ignore()
}
