import type { Knex } from 'knex'
import { regionPrefix } from '../core/access/viewer.ts'
import type { BureauField, ParticularField } from '../core/letter/letterhead.ts'

/** Fields as somebody kept them. */
export interface Kept<F extends string> {
  fields: Partial<Record<F, string>>
  /** 0 before anything was kept. */
  version: number
}

export async function bureauOf(db: Knex, region: string): Promise<Kept<BureauField>> {
  return asKept(await db('bureaus').where({ region }).first())
}

/** Of the region itself, or of the nearest above it that has one. */
export async function bureauFor(db: Knex, region: string): Promise<Kept<BureauField>> {
  const rows = await db('bureaus').whereIn('region', levelsOf(region))
  const nearest = rows.sort((a, b) => regionPrefix(b.region).length - regionPrefix(a.region).length)[0]
  return asKept(nearest)
}

export async function particularsOf(db: Knex, operatorId: string): Promise<Kept<ParticularField>> {
  return asKept(await db('operator_particulars').where({ operator_id: operatorId }).first())
}

/** @returns false when somebody else kept it otherwise meanwhile */
export async function keepBureau(
  trx: Knex.Transaction,
  region: string,
  kept: Kept<BureauField>,
  by: string,
  at: string,
): Promise<boolean> {
  return keep(trx, 'bureaus', { region }, kept, by, at)
}

/** @returns false when somebody else kept it otherwise meanwhile */
export async function keepParticulars(
  trx: Knex.Transaction,
  operatorId: string,
  kept: Kept<ParticularField>,
  by: string,
  at: string,
): Promise<boolean> {
  return keep(trx, 'operator_particulars', { operator_id: operatorId }, kept, by, at)
}

async function keep(
  trx: Knex.Transaction,
  table: 'bureaus' | 'operator_particulars',
  key: Record<string, string>,
  { fields, version }: Kept<string>,
  by: string,
  at: string,
): Promise<boolean> {
  const row = { fields: JSON.stringify(fields), kept_by: by, kept_at: at, version: version + 1 }
  if (version > 0)
    return (
      (await trx(table)
        .where({ ...key, version })
        .update(row)) === 1
    )
  const inserted = await trx(table)
    .insert({ ...key, ...row })
    .onConflict(Object.keys(key))
    .ignore()
    .returning('version')
  return inserted.length === 1
}

function levelsOf(region: string): string[] {
  return [...new Set([region, `${region.slice(0, 4)}00`, `${region.slice(0, 2)}0000`, '000000'])]
}

function asKept<F extends string>(row: Record<string, any> | undefined): Kept<F> {
  return row ? { fields: JSON.parse(row.fields), version: row.version } : { fields: {}, version: 0 }
}
