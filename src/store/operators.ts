import type { Knex } from 'knex'
import { newId } from './id.ts'

/** 经营者: an enterprise or person that sells, as far as anything is known of it. */
export interface Operator {
  id: string
  name: string
  region: string
  createdAt: string
  createdBy: string
  version: number
}

export const IDENTIFIER_KINDS = [
  'name',
  'credit_code',
  'phone',
  'wechat',
  'qq',
  'licence',
  'domain',
  'account',
] as const
export type IdentifierKind = (typeof IDENTIFIER_KINDS)[number]

/** Something by which an operator is recognised. */
export interface Identifier {
  kind: IdentifierKind
  value: string
}

/** How identifiers are compared: width, case, spaces, hyphens and marks make no difference. Empty for what holds no letter or digit. */
export function identifierKey(value: string): string {
  return value
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
}

export async function insertOperator(
  trx: Knex.Transaction,
  operator: Omit<Operator, 'id' | 'version'>,
  identifiers: readonly Identifier[],
): Promise<Operator> {
  const id = newId()
  await trx('operators').insert({
    id,
    name: operator.name,
    name_key: identifierKey(operator.name),
    region: operator.region,
    created_at: operator.createdAt,
    created_by: operator.createdBy,
  })
  await addIdentifiers(trx, id, [{ kind: 'name', value: operator.name }, ...identifiers], operator.createdAt)
  return { ...operator, id, version: 1 }
}

export async function addIdentifiers(
  trx: Knex.Transaction,
  operatorId: string,
  identifiers: readonly Identifier[],
  since: string,
): Promise<void> {
  for (const { kind, value } of identifiers) {
    const key = identifierKey(value)
    if (key === '') continue
    await trx('operator_identifiers')
      .insert({ operator_id: operatorId, kind, value: value.trim(), value_key: key, since })
      .onConflict(['operator_id', 'kind', 'value_key'])
      .ignore()
  }
}

export async function operatorById(db: Knex, id: string): Promise<Operator | undefined> {
  return asOperator(await db('operators').where({ id }).first())
}

/** The operator that bears an identifier: a credit code by itself, a name only within the region's province. */
export async function operatorByIdentifier(
  db: Knex,
  identifier: Identifier,
  province?: string,
): Promise<Operator | undefined> {
  const query = db('operators')
    .join('operator_identifiers', 'operator_identifiers.operator_id', 'operators.id')
    .where({ 'operator_identifiers.kind': identifier.kind, value_key: identifierKey(identifier.value) })
    .orderBy('operators.id')
    .select('operators.*')
  if (province) query.where('operators.region', 'like', `${province.slice(0, 2)}%`)
  return asOperator(await query.first())
}

export async function identifiersOf(db: Knex, operatorId: string): Promise<Identifier[]> {
  const rows = await db('operator_identifiers').where({ operator_id: operatorId }).orderBy(['kind', 'since'])
  return rows.map((row) => ({ kind: row.kind, value: row.value }))
}

/** Operators with a name, phone or code that holds what was typed; the better known first. At most `limit`. */
export async function operatorsLike(db: Knex, typed: string, limit: number): Promise<Operator[]> {
  const key = identifierKey(typed)
  if (key.length < 2) return []
  const rows = await db('operators')
    .whereIn('id', (query) =>
      query.select('operator_id').from('operator_identifiers').where('value_key', 'like', `%${key}%`),
    )
    .select('operators.*')
    .select(db('matters').whereRaw('matters.operator_id = operators.id').count('*').as('known'))
    .orderBy([{ column: 'known', order: 'desc' }, { column: 'operators.id' }])
    .limit(limit)
  return rows.map((row: Record<string, any>) => asOperator(row)!)
}

export function asOperator(row: Record<string, any> | undefined): Operator | undefined {
  return (
    row && {
      id: row.id,
      name: row.name,
      region: row.region,
      createdAt: row.created_at,
      createdBy: row.created_by,
      version: row.version,
    }
  )
}
