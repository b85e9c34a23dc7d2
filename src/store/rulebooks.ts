import type { Knex } from 'knex'
import type { Rulebook } from '../core/check/rule.ts'

/** Keep the whole rulebook under its hash, once. */
export async function keepRulebook(db: Knex, rulebook: Rulebook, at: string): Promise<void> {
  await db('rulebooks')
    .insert({ hash: rulebook.hash, content: JSON.stringify(rulebook), stored_at: at })
    .onConflict('hash')
    .ignore()
}

export async function rulebookByHash(db: Knex, hash: string): Promise<Rulebook | undefined> {
  const row = await db('rulebooks').where({ hash }).first()
  return row && JSON.parse(row.content)
}
