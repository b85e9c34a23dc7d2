import type { Knex } from 'knex'
import type { CallPerson } from '../../core/intake/call.ts'
import { CALL_PEOPLE, type Call } from '../../core/intake/call.ts'
import { correctIdentity, insertIdentity } from '../../store/identities.ts'
import { identitiesOfMatter, type MatterPerson, peopleOfMatter, tiePerson } from '../../store/matter-people.ts'
import type { MatterFile } from '../../store/matters.ts'

export type IdentityIds = Partial<Record<CallPerson, string>>

/** Ties everybody of a call to a matter of it, each in her part; who is tied in that part already stays. */
export async function tieCallPeople(
  trx: Knex.Transaction,
  call: Call,
  ids: IdentityIds,
  matter: Pick<MatterFile, 'id' | 'kind'>,
): Promise<void> {
  const tied = await peopleOfMatter(trx, matter.id)
  for (const part of partsOf(call, ids, matter.kind)) {
    const isTied = tied.some(({ identityId, role }) => identityId === part.identityId && role === part.role)
    if (!isTied) await tiePerson(trx, { ...part, matterId: matter.id })
  }
}

/** Seals everybody named. */
export async function sealCallPeople(trx: Knex.Transaction, { people }: Call, now: string): Promise<IdentityIds> {
  const ids: IdentityIds = {}
  for (const who of CALL_PEOPLE) {
    const person = people[who]
    if (person) ids[who] = await insertIdentity(trx, { role: who, ...person }, now)
  }
  return ids
}

/**
 * Brings the identities behind some matters of one call up to date with what is told now; somebody not named before is sealed.
 * @returns the ids, and whether anybody was told otherwise
 */
export async function correctCallPeople(
  trx: Knex.Transaction,
  call: Call,
  matters: readonly Pick<MatterFile, 'id'>[],
  now: string,
): Promise<{ ids: IdentityIds; isChanged: boolean }> {
  const known = (await Promise.all(matters.map(({ id }) => identitiesOfMatter(trx, id)))).flat()
  const ids: IdentityIds = {}
  let isChanged = false
  for (const who of CALL_PEOPLE) {
    const person = call.people[who]
    if (!person) continue
    const found = known.find(({ role, relation }) => standsFor(role, relation) === who)
    if (found && FIELDS.every((field) => found[field] === person[field])) {
      ids[who] = found.identityId
      continue
    }
    isChanged = true
    if (found) await correctIdentity(trx, found.identityId, { role: who, ...person })
    ids[who] = found?.identityId ?? (await insertIdentity(trx, { role: who, ...person }, now))
  }
  return { ids, isChanged }
}

const FIELDS = ['name', 'phone', 'idNumber', 'address'] as const

/** Whom of the call somebody in a matter is; of a payer it cannot be told where caller or complainant paid. */
function standsFor(role: MatterPerson['role'], relation: string | null): CallPerson | undefined {
  if (role === 'caller' || role === 'reporter') return 'caller'
  if (role === 'victim') return 'complainant'
  if (role === 'complainant') return relation === 'self' ? 'caller' : 'complainant'
  return relation === 'other' ? 'payer' : undefined
}

type Part = Omit<MatterPerson, 'id' | 'matterId'>

function partsOf(call: Call, ids: IdentityIds, kind: MatterFile['kind']): Part[] {
  const { relation, hasCapacityDoubt } = call
  const isSelf = relation === 'self'
  const part = (who: CallPerson | undefined, over: Pick<Part, 'role'> & Partial<Part>): Part[] => {
    const identityId = who && ids[who]
    return identityId ? [{ identityId, relation: null, authority: null, capacityDoubt: false, ...over }] : []
  }
  if (kind === 'report')
    return [
      ...part('caller', { role: 'reporter', relation }),
      ...(isSelf ? [] : part('complainant', { role: 'victim', capacityDoubt: hasCapacityDoubt })),
    ]
  const complainant: CallPerson = isSelf ? 'caller' : 'complainant'
  const payer = call.payer === 'other' ? 'payer' : call.payer === 'caller' ? 'caller' : call.payer && complainant
  return [
    ...part(complainant, {
      role: 'complainant',
      relation: isSelf ? 'self' : null,
      capacityDoubt: hasCapacityDoubt,
    }),
    ...(isSelf ? [] : part('caller', { role: 'caller', relation, authority: call.authority })),
    ...part(payer, {
      role: 'payer',
      relation: call.payer === 'caller' ? relation : call.payer === 'other' ? 'other' : null,
    }),
  ]
}
