import type { Knex } from 'knex'
import type { Delegation } from '../core/procedure/matter.ts'

/** A head's power of approval, lent for certain days; it may be taken back before. */
export interface StoredDelegation extends Delegation {
  id: string
  lentTo: string
  reason: string
  grantedAt: string
  revokedAt: string | null
  version: number
}

export async function insertDelegation(trx: Knex.Transaction, delegation: StoredDelegation): Promise<void> {
  await trx('delegations').insert({
    id: delegation.id,
    from_officer: delegation.by,
    to_officer: delegation.lentTo,
    from_day: delegation.from,
    to_day: delegation.to,
    in_charge: delegation.inCharge,
    reason: delegation.reason,
    granted_at: delegation.grantedAt,
    revoked_at: delegation.revokedAt,
    version: delegation.version,
  })
}

/** @returns false when it changed meanwhile */
export async function revokeDelegation(
  trx: Knex.Transaction,
  id: string,
  version: number,
  now: string,
): Promise<boolean> {
  const changed = await trx('delegations')
    .where({ id, version })
    .whereNull('revoked_at')
    .update({ revoked_at: now, version: version + 1 })
  return changed === 1
}

/** A power as it can be used: nobody lends more than she has. */
export interface LentPower extends StoredDelegation {
  /** Region of whoever lent it: matters beyond it are not hers to decide. */
  reach: string
}

/** What is lent to an officer and holds on a day. A head whose account is off lends nothing, and one who is no longer principal no charge. */
export async function delegationsTo(db: Knex, officerId: string, day: string): Promise<LentPower[]> {
  const rows = await db('delegations')
    .join('officers', 'officers.id', 'delegations.from_officer')
    .where('to_officer', officerId)
    .where('from_day', '<=', day)
    .where('to_day', '>=', day)
    .whereNull('revoked_at')
    .whereNull('officers.disabled_at')
    .where('officers.role', 'head')
    .orderBy('delegations.id')
    .select('delegations.*', 'officers.region as reach', 'officers.is_principal')
  return rows.map((row) => {
    const lent = asDelegation(row)
    return { ...lent, inCharge: lent.inCharge && Boolean(row.is_principal), reach: row.reach }
  })
}

export async function delegationById(db: Knex, id: string): Promise<StoredDelegation | undefined> {
  const row = await db('delegations').where({ id }).first()
  return row && asDelegation(row)
}

export function asDelegation(row: Record<string, any>): StoredDelegation {
  return {
    id: row.id,
    by: row.from_officer,
    lentTo: row.to_officer,
    from: row.from_day,
    to: row.to_day,
    inCharge: Boolean(row.in_charge),
    reason: row.reason,
    grantedAt: row.granted_at,
    revokedAt: row.revoked_at,
    version: row.version,
  }
}
