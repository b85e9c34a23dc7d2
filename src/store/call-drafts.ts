import type { Knex } from 'knex'
import { CALL_PEOPLE, type CallPerson, type Person } from '../core/intake/call.ts'
import type { CallFields } from '../core/intake/call-fields.ts'
import { correctIdentity, insertIdentity } from './identities.ts'

/** A call while it is being typed. Only the officer who types it sees it. */
export interface CallDraft {
  id: string
  officerId: string
  /** As typed, without what names a person. */
  fields: CallFields
  /** Read back from the identities. */
  people: Partial<Record<CallPerson, Person>>
  identityIds: Partial<Record<CallPerson, string>>
  documentIds: string[]
  startedAt: string
  savedAt: string
  version: number
}

/** Of this officer; of anybody else's there is none. */
export async function draftOf(db: Knex, officerId: string, id: string): Promise<CallDraft | undefined> {
  const row = await db('call_drafts').where({ id, officer_id: officerId }).first()
  return row && (await asDraft(db, row))
}

/** What this officer has not finished, newest first, without names. */
export async function draftsOf(db: Knex, officerId: string): Promise<Omit<CallDraft, 'people'>[]> {
  const rows = await db('call_drafts').where({ officer_id: officerId }).orderBy('saved_at', 'desc').limit(20)
  return rows.map(withoutPeople)
}

/**
 * Keep what is typed; who is named goes to the identities.
 * @param expected the version seen last, 0 for one not saved yet
 * @returns the new version; undefined when another window was faster, or the id is not this officer's
 */
export async function saveDraft(
  trx: Knex.Transaction,
  draft: Pick<CallDraft, 'id' | 'officerId' | 'fields' | 'people'>,
  expected: number,
  now: string,
): Promise<number | undefined> {
  const { id, officerId } = draft
  if (expected === 0) {
    const taken = await trx('call_drafts')
      .insert({ id, officer_id: officerId, fields: '{}', started_at: now, saved_at: now, version: 0 })
      .onConflict('id')
      .ignore()
      .returning('id')
    if (taken.length === 0) return undefined
  }
  const row = await trx('call_drafts').where({ id, officer_id: officerId, version: expected }).forUpdate().first()
  if (!row) return undefined
  const kept: Record<string, string | null> = {}
  for (const person of CALL_PEOPLE)
    kept[`${person}_id`] = await keepPerson(trx, person, row[`${person}_id`], draft.people[person], now)
  const changed = await trx('call_drafts')
    .where({ id, version: expected })
    .update({ ...kept, fields: JSON.stringify(draft.fields), saved_at: now, version: expected + 1 })
  if (changed !== 1) return undefined
  for (const person of CALL_PEOPLE)
    if (row[`${person}_id`] && !kept[`${person}_id`])
      await trx('identities')
        .where({ id: row[`${person}_id`] })
        .delete()
  return expected + 1
}

export async function addDraftDocument(trx: Knex.Transaction, id: string, documentId: string): Promise<void> {
  const row = await trx('call_drafts').where({ id }).forUpdate().first('document_ids')
  const ids: string[] = row ? JSON.parse(row.document_ids) : []
  if (!row || ids.includes(documentId)) return
  await trx('call_drafts')
    .where({ id })
    .update({ document_ids: JSON.stringify([...ids, documentId]) })
}

/** The call was taken, or given up: with `people` nobody typed into it is kept. */
export async function deleteDraft(trx: Knex.Transaction, id: string, what: 'row' | 'people'): Promise<void> {
  const row = await trx('call_drafts').where({ id }).first()
  if (!row) return
  await trx('call_drafts').where({ id }).delete()
  const people = CALL_PEOPLE.flatMap((person) => row[`${person}_id`] ?? [])
  if (what === 'people' && people.length > 0) await trx('identities').whereIn('id', people).delete()
}

/** Drafts nobody touched since, with everybody named in them. @returns how many */
export async function deleteDraftsBefore(db: Knex, before: string): Promise<number> {
  return db.transaction(async (trx) => {
    const rows = await trx('call_drafts').where('saved_at', '<', before).select('id')
    for (const { id } of rows) await deleteDraft(trx, id, 'people')
    return rows.length
  })
}

async function keepPerson(
  trx: Knex.Transaction,
  role: CallPerson,
  id: string | null,
  person: Person | undefined,
  now: string,
): Promise<string | null> {
  if (!person) return null
  if (!id) return insertIdentity(trx, { role, ...person }, now)
  await correctIdentity(trx, id, { role, ...person })
  return id
}

async function asDraft(db: Knex, row: Record<string, any>): Promise<CallDraft> {
  const draft = withoutPeople(row)
  const rows = await db('identities').whereIn('id', Object.values(draft.identityIds))
  const people = CALL_PEOPLE.flatMap((person): [CallPerson, Person][] => {
    const found = rows.find(({ id }) => id === draft.identityIds[person])
    return found ? [[person, personOf(found)]] : []
  })
  return { ...draft, people: Object.fromEntries(people) }
}

function withoutPeople(row: Record<string, any>): Omit<CallDraft, 'people'> {
  const identityIds = CALL_PEOPLE.flatMap((person): [CallPerson, string][] =>
    row[`${person}_id`] ? [[person, row[`${person}_id`]]] : [],
  )
  return {
    id: row.id,
    officerId: row.officer_id,
    fields: JSON.parse(row.fields),
    identityIds: Object.fromEntries(identityIds),
    documentIds: JSON.parse(row.document_ids),
    startedAt: row.started_at,
    savedAt: row.saved_at,
    version: row.version,
  }
}

function personOf(row: Record<string, any>): Person {
  return {
    ...(row.name ? { name: row.name } : {}),
    ...(row.phone ? { phone: row.phone } : {}),
    ...(row.id_number ? { idNumber: row.id_number } : {}),
    ...(row.address ? { address: row.address } : {}),
  }
}
