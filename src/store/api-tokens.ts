import type { Knex } from 'knex'

export interface ApiToken {
  id: string
  /** SHA-256 of the secret; the secret itself is shown once and kept nowhere. */
  secretHash: string
  label: string
  officerId: string
  createdAt: string
  revokedAt: string | null
}

export async function insertApiToken(trx: Knex.Transaction, token: ApiToken): Promise<void> {
  await trx('api_tokens').insert({
    id: token.id,
    secret_hash: token.secretHash,
    label: token.label,
    officer_id: token.officerId,
    created_at: token.createdAt,
    revoked_at: token.revokedAt,
  })
}

export async function liveApiToken(db: Knex, secretHash: string): Promise<ApiToken | undefined> {
  return asToken(await db('api_tokens').where({ secret_hash: secretHash }).whereNull('revoked_at').first())
}

export async function listApiTokens(db: Knex): Promise<ApiToken[]> {
  return (await db('api_tokens').orderBy('created_at')).map((row) => asToken(row)!)
}

/** @returns whether there was a live token of that id. */
export async function revokeApiToken(trx: Knex.Transaction, id: string, at: string): Promise<boolean> {
  return (await trx('api_tokens').where({ id }).whereNull('revoked_at').update({ revoked_at: at })) === 1
}

function asToken(row: Record<string, any> | undefined): ApiToken | undefined {
  return (
    row && {
      id: row.id,
      secretHash: row.secret_hash,
      label: row.label,
      officerId: row.officer_id,
      createdAt: row.created_at,
      revokedAt: row.revoked_at,
    }
  )
}
