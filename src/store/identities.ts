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
  const id = newId()
  await trx('identities').insert({
    id,
    role: identity.role,
    name: identity.name ?? null,
    phone: identity.phone ?? null,
    id_number: identity.idNumber ?? null,
    address: identity.address ?? null,
    created_at: createdAt,
  })
  await trx('intakes').where({ id: intakeId }).update({ identity_id: id })
}
