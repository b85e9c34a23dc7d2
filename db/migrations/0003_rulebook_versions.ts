import type { Knex } from 'knex'
import { appendOnly, dropAppendOnly } from '../dialect.ts'

const APPENDED = ['rulebook_shipments', 'rulebook_proposals', 'rulebook_backtests', 'rulebook_activations']

/** The life of a rulebook version: shipped or proposed, tried on the archive, made active by somebody else; and papers checked again under it. */
export async function up(knex: Knex): Promise<void> {
  // Which stored versions came as the folder of a release: a release is taken up by itself only the first time it is seen.
  await knex.schema.createTable('rulebook_shipments', (t) => {
    t.text('hash').primary().references('rulebooks.hash')
    t.text('at').notNullable()
  })
  await knex.schema.createTable('rulebook_proposals', (t) => {
    t.text('id').primary()
    t.text('hash').notNullable().references('rulebooks.hash')
    t.text('author_id').notNullable().references('officers.id')
    t.text('reason').notNullable()
    t.text('at').notNullable()
    t.index(['hash'])
  })
  await knex.schema.createTable('rulebook_backtests', (t) => {
    t.text('id').primary()
    t.text('old_hash').notNullable().references('rulebooks.hash')
    t.text('new_hash').notNullable().references('rulebooks.hash')
    t.text('officer_id').notNullable().references('officers.id')
    t.text('result').notNullable() // JSON: counts and document ids, no words of papers
    t.text('at').notNullable()
    t.index(['new_hash', 'at'])
  })
  // The newest row is the active version. The number is the one before it and one more, so that two officers cannot both replace the same one.
  await knex.schema.createTable('rulebook_activations', (t) => {
    t.integer('seq').primary()
    t.text('hash').notNullable().references('rulebooks.hash')
    t.text('way').notNullable() // shipped | approved | rolled_back
    t.text('author_id').references('officers.id')
    t.text('approver_id').references('officers.id')
    t.text('backtest_id').references('rulebook_backtests.id')
    t.text('reason').notNullable().defaultTo('')
    t.text('at').notNullable()
  })
  for (const table of APPENDED) await appendOnly(knex, table)
  await knex.schema.createTable('rechecks', (t) => {
    t.text('id').primary()
    t.text('hash').notNullable().references('rulebooks.hash')
    t.text('received_from').notNullable()
    t.text('received_before').notNullable()
    t.text('region').notNullable() // papers of this region and what lies below it
    t.text('officer_id').notNullable().references('officers.id')
    t.text('reason').notNullable()
    t.integer('papers').notNullable()
    t.text('at').notNullable()
    t.text('finished_at')
    t.text('ended') // done | overtaken: another version became active before it was through
    t.index(['finished_at'])
  })
}

export async function down(knex: Knex): Promise<void> {
  for (const table of APPENDED) await dropAppendOnly(knex, table)
  await knex.schema.dropTable('rechecks')
  for (const table of APPENDED.toReversed()) await knex.schema.dropTable(table)
}
