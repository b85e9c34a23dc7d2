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

/** Hashes of stored versions that begin with `start`: people write eight digits of sixty-four. */
export async function hashesFrom(db: Knex, start: string): Promise<string[]> {
  if (!/^[0-9a-f]{4,64}$/.test(start)) return []
  const rows = await db('rulebooks').where('hash', 'like', `${start}%`).orderBy('hash').limit(10).select('hash')
  return rows.map((row) => row.hash)
}

/** When each stored version was first seen, newest first. */
export async function listStored(db: Knex): Promise<{ hash: string; storedAt: string }[]> {
  const rows = await db('rulebooks').orderBy('stored_at', 'desc').select('hash', 'stored_at')
  return rows.map((row) => ({ hash: row.hash, storedAt: row.stored_at }))
}
