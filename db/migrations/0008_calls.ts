import type { Knex } from 'knex'
import { appendOnly, dropAppendOnly } from '../dialect.ts'

/** The telephone desk: what an officer is typing, the calls and deliveries matters came from, and what was told afterwards. */
export async function up(knex: Knex): Promise<void> {
  // Who calls again is met by the telephone number.
  await knex.schema.alterTable('identities', (t) => {
    t.index(['phone'], 'identities_phone')
  })
  await knex.schema.createTable('call_drafts', (t) => {
    t.text('id').primary() // of the call it becomes
    t.text('officer_id').notNullable().references('officers.id')
    t.text('fields').notNullable() // as typed, without what names a person
    t.text('caller_id').references('identities.id')
    t.text('complainant_id').references('identities.id')
    t.text('payer_id').references('identities.id')
    t.text('document_ids').notNullable().defaultTo('[]') // attachments that came so far
    t.text('started_at').notNullable()
    t.text('saved_at').notNullable()
    t.integer('version').notNullable()
    t.index(['officer_id', 'saved_at'])
    t.index(['saved_at'])
  })
  await knex.schema.createTable('calls', (t) => {
    t.text('id').primary()
    t.text('bundle_id').notNullable().unique().references('matters.id') // the matter opened first
    t.text('officer_id').references('officers.id')
    t.text('source').notNullable() // hotline | import | api
    t.text('region').notNullable()
    t.text('called_at').notNullable()
    t.text('received_at') // by the competent bureau; null where it has to go there first
    t.text('document_id').notNullable().references('documents.id')
    t.text('fields').notNullable() // as told, without what names a person
    t.text('card') // as read out
    t.text('taken_at').notNullable()
    t.index(['officer_id', 'taken_at'])
    t.index(['region', 'taken_at'])
  })
  await knex.schema.createTable('call_follow_ups', (t) => {
    t.text('id').primary()
    t.text('matter_id').notNullable().references('matters.id')
    t.text('officer_id').notNullable().references('officers.id')
    t.text('way').notNullable() // called_us | we_called | message | visit
    t.text('happened_at').notNullable()
    t.text('note').notNullable()
    t.boolean('has_new_facts').notNullable()
    t.text('at').notNullable()
    t.index(['matter_id', 'at'])
  })
  await appendOnly(knex, 'call_follow_ups')
}

export async function down(knex: Knex): Promise<void> {
  await dropAppendOnly(knex, 'call_follow_ups')
  for (const table of ['call_follow_ups', 'calls', 'call_drafts']) await knex.schema.dropTable(table)
  await knex.schema.alterTable('identities', (t) => {
    t.dropIndex(['phone'], 'identities_phone')
  })
}
