import type { Knex } from 'knex'

/** Handlers, or where nobody was named whoever took the last step: see `setCarer`. Recused officers stand in the same table. */
const CARES = ['handler', 'carer']

/** Who takes care of which matter, once each: `matter_id`, `officer_id` and `name`, to be joined or narrowed further. */
export function carers(db: Knex) {
  return db('matter_officers')
    .join('officers', 'officers.id', 'matter_officers.officer_id')
    .whereIn('matter_officers.part', CARES)
    .distinct('matter_officers.matter_id', 'matter_officers.officer_id', 'officers.name')
}

/** The ids of matters an officer takes care of; of all that anybody does where none is named. For `whereIn` and `whereNotIn`. */
export function mattersCaredFor(db: Knex, officerId?: string): Knex.QueryBuilder {
  const query = db('matter_officers').whereIn('part', CARES).select('matter_id')
  return officerId === undefined ? query : query.where({ officer_id: officerId })
}

/** The ids of matters an officer was recused from: what presses there is nobody's of hers, whatever she asked or took on before. */
export function mattersKeptFrom(db: Knex, officerId: string): Knex.QueryBuilder {
  return db('matter_officers').where({ officer_id: officerId, part: 'recused' }).select('matter_id')
}

/** Who takes care of each of these matters, by name. */
export async function carersOf(db: Knex, ids: readonly string[]): Promise<Map<string, { id: string; name: string }[]>> {
  const found = new Map<string, { id: string; name: string }[]>()
  const rows: Record<string, any>[] = await carers(db).whereIn('matter_officers.matter_id', ids).orderBy('name')
  for (const { matter_id: matter, officer_id: id, name } of rows)
    found.set(matter, [...(found.get(matter) ?? []), { id, name }])
  return found
}

/**
 * Who takes care of a matter that nobody was named for: whoever took its last step. Null where handlers were named.
 * A complaint is accepted, told of and mediated by an officer without a formal assignment, and should stand on her desk.
 */
export async function setCarer(trx: Knex.Transaction, matterId: string, officerId: string | null): Promise<void> {
  await trx('matter_officers').where({ matter_id: matterId, part: 'carer' }).delete()
  if (officerId !== null)
    await trx('matter_officers').insert({ matter_id: matterId, officer_id: officerId, part: 'carer' })
}
