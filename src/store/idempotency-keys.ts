import type { Knex } from 'knex'

/** What was answered to a request under a key. `status` 0: its work is still going on, or its process died over it. */
export interface KeptAnswer {
  key: string
  requestHash: string
  status: number
  body: string
  at: string
}

/**
 * Take a key, if it is free or its taker began before `deadBefore` and never came back.
 * @returns undefined when it is ours now, otherwise what stands under it
 */
export async function takeKey(db: Knex, key: string, at: string, deadBefore: string): Promise<KeptAnswer | undefined> {
  return db.transaction(async (trx) => {
    await trx('idempotency_keys').where({ key, status: 0 }).andWhere('at', '<', deadBefore).delete()
    const taken = await trx('idempotency_keys')
      .insert({ key, request_hash: '', status: 0, body: '', at })
      .onConflict('key')
      .ignore()
      .returning('key')
    return taken.length > 0 ? undefined : asKept(await trx('idempotency_keys').where({ key }).first())
  })
}

export async function keepAnswer(db: Knex, answer: KeptAnswer): Promise<void> {
  await db('idempotency_keys')
    .where({ key: answer.key })
    .update({ request_hash: answer.requestHash, status: answer.status, body: answer.body })
}

export async function releaseKey(db: Knex, key: string): Promise<void> {
  await db('idempotency_keys').where({ key, status: 0 }).delete()
}

function asKept(row: Record<string, any>): KeptAnswer {
  return { key: row.key, requestHash: row.request_hash, status: row.status, body: row.body, at: row.at }
}

/** Forget answers nobody will ask for again. @returns how many. */
export async function deleteKeysBefore(db: Knex, before: string): Promise<number> {
  return db('idempotency_keys').where('at', '<', before).delete()
}
