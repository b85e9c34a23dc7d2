import type { Knex } from 'knex'
import { newId } from './id.ts'
import { IDENTITY_ROLES, type Identity } from './identities.ts'

/** Somebody a matter concerns; who it is stands among the identities alone. */
export interface MatterPerson {
  id: string
  matterId: string
  identityId: string
  role: Identity['role']
  /** Of the caller or payer to the complainant: `self`, `child`, `relative`, `other`. */
  relation: string | null
  /** 委托书: `seen`, `pending`, `none`; null where it is her own affair. */
  authority: string | null
  /** Doubts whether the person can conduct her own affairs. */
  capacityDoubt: boolean
}

/** Seal a person away and tie the id to the matter. @returns the id of the identity */
export async function addMatterPerson(
  trx: Knex.Transaction,
  person: Omit<MatterPerson, 'id' | 'identityId'> & Omit<Identity, 'id' | 'role'>,
  now: string,
): Promise<string> {
  const identityId = newId()
  await trx('identities').insert({
    id: identityId,
    role: person.role,
    name: person.name ?? null,
    phone: person.phone ?? null,
    id_number: person.idNumber ?? null,
    address: person.address ?? null,
    created_at: now,
  })
  await tiePerson(trx, { ...person, identityId })
  return identityId
}

/** Tie somebody known already to another matter of the same letter. */
export async function tiePerson(trx: Knex.Transaction, person: Omit<MatterPerson, 'id'>): Promise<void> {
  await trx('matter_people').insert({
    id: newId(),
    matter_id: person.matterId,
    identity_id: person.identityId,
    role: person.role,
    relation: person.relation,
    authority: person.authority,
    capacity_doubt: person.capacityDoubt,
  })
}

/** Without names: who stands in which part. */
export async function peopleOfMatter(db: Knex, matterId: string): Promise<MatterPerson[]> {
  const rows = await db('matter_people').where({ matter_id: matterId }).orderBy('id')
  return rows.map(asPerson)
}

/** With names and numbers; for those who may see them, and to keep them out of letters to the reported. */
export async function identitiesOfMatter(
  db: Knex,
  matterId: string,
): Promise<(MatterPerson & Omit<Identity, 'id' | 'role'>)[]> {
  const rows = await db('matter_people')
    .join('identities', 'identities.id', 'matter_people.identity_id')
    .where({ matter_id: matterId })
    .orderBy('matter_people.id')
    .select('matter_people.*', 'identities.name', 'identities.phone', 'identities.id_number', 'identities.address')
  return rows.map((row) => ({
    ...asPerson(row),
    ...(row.name ? { name: row.name } : {}),
    ...(row.phone ? { phone: row.phone } : {}),
    ...(row.id_number ? { idNumber: row.id_number } : {}),
    ...(row.address ? { address: row.address } : {}),
  }))
}

function asPerson(row: Record<string, any>): MatterPerson {
  return {
    id: row.id,
    matterId: row.matter_id,
    identityId: row.identity_id,
    role: IDENTITY_ROLES.find((role) => role === row.role)!,
    relation: row.relation,
    authority: row.authority,
    capacityDoubt: Boolean(row.capacity_doubt),
  }
}
