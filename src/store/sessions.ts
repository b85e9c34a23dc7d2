import type { Knex } from 'knex'

/** A signed-in browser. `id` is the SHA-256 of the cookie's secret. */
export interface Session {
  id: string
  officerId: string
  csrfToken: string
  createdAt: string
  seenAt: string
  expiresAt: string
}

export async function insertSession(trx: Knex.Transaction, session: Session): Promise<void> {
  await trx('sessions').insert({
    id: session.id,
    officer_id: session.officerId,
    csrf_token: session.csrfToken,
    created_at: session.createdAt,
    seen_at: session.seenAt,
    expires_at: session.expiresAt,
  })
}

/** A session that has not run out at `now` (ISO instant). */
export async function liveSession(db: Knex, id: string, now: string): Promise<Session | undefined> {
  const row = await db('sessions').where({ id }).andWhere('expires_at', '>', now).first()
  return (
    row && {
      id: row.id,
      officerId: row.officer_id,
      csrfToken: row.csrf_token,
      createdAt: row.created_at,
      seenAt: row.seen_at,
      expiresAt: row.expires_at,
    }
  )
}

export async function deleteSession(db: Knex, id: string): Promise<void> {
  await db('sessions').where({ id }).delete()
}

export async function deleteSessionsOf(trx: Knex.Transaction, officerId: string): Promise<void> {
  await trx('sessions').where({ officer_id: officerId }).delete()
}

/** Wrong passwords for a login since an instant, for the brake on guessing. */
export async function signInFailuresSince(db: Knex, login: string, since: string): Promise<number> {
  const [row] = await db('sign_in_failures').where({ login }).andWhere('at', '>', since).count({ n: '*' })
  return Number(row!.n)
}

/** @returns its id, to take it back when the password turns out right */
export async function recordSignInFailure(db: Knex, login: string, at: string): Promise<number> {
  const [row] = await db('sign_in_failures').insert({ login, at }).returning('id')
  return row.id
}

export async function forgetSignInFailure(db: Knex, id: number): Promise<void> {
  await db('sign_in_failures').where({ id }).delete()
}

/** Drop what no longer matters: run-out sessions and old failures. */
export async function deleteStaleSessions(db: Knex, now: string, failuresBefore: string): Promise<void> {
  await db('sessions').where('expires_at', '<=', now).delete()
  await db('sign_in_failures').where('at', '<', failuresBefore).delete()
}
