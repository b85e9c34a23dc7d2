import type { Knex } from 'knex'

/** The next number of a named series, without gaps in committed work: the row is locked until the transaction ends. */
export async function nextNumber(trx: Knex.Transaction, name: string): Promise<number> {
  const [row] = await trx('sequences')
    .insert({ name, value: 1 })
    .onConflict('name')
    .merge({ value: trx.raw('sequences.value + 1') })
    .returning('value')
  return row.value
}
