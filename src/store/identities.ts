import type { Knex } from 'knex'
import { newId } from './id.ts'

export const IDENTITY_ROLES = ['caller', 'complainant', 'reporter', 'victim', 'payer'] as const

/** A caller, complainant, reporter, victim or payer. Nothing outside this table repeats it. */
export interface Identity {
  id: string
  role: (typeof IDENTITY_ROLES)[number]
  name?: string
  phone?: string
  idNumber?: string
  address?: string
}

/** Seal a person away and leave only the id on the intake. */
export async function sealIdentity(
  trx: Knex.Transaction,
  intakeId: string,
  identity: Omit<Identity, 'id'>,
  createdAt: string,
): Promise<void> {
  const id = await insertIdentity(trx, identity, createdAt)
  await trx('intakes').where({ id: intakeId }).update({ identity_id: id })
}

/** Seal a person away. @returns the id, which is all that other tables may keep */
export async function insertIdentity(
  trx: Knex.Transaction,
  identity: Omit<Identity, 'id'>,
  createdAt: string,
): Promise<string> {
  const id = newId()
  await trx('identities').insert({ id, ...columnsOf(identity), created_at: createdAt })
  return id
}

/** What is now known of somebody sealed before. */
export async function correctIdentity(
  trx: Knex.Transaction,
  id: string,
  identity: Omit<Identity, 'id'>,
): Promise<void> {
  await trx('identities').where({ id }).update(columnsOf(identity))
}

function columnsOf(identity: Omit<Identity, 'id'>): Record<string, unknown> {
  return {
    role: identity.role,
    name: identity.name ?? null,
    phone: identity.phone ?? null,
    id_number: identity.idNumber ?? null,
    address: identity.address ?? null,
  }
}
