import type { Knex } from 'knex'

/** What a finding of a second hearing was found in spite of: JSON of `Despite`; null for all others. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw('ALTER TABLE findings ADD COLUMN despite text')
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('ALTER TABLE findings DROP COLUMN despite')
}
