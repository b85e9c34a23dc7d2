import type { Knex } from 'knex'
import { appendOnly, dropAppendOnly } from '../dialect.ts'

/** Exhibits with their custody, the letters of a matter, what bureaus and operators are called in them, and packages handed over. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('exhibits', (t) => {
    t.text('id').primary()
    t.text('matter_id').notNullable().references('matters.id')
    t.integer('number').notNullable() // 1, 2, … within the matter: 证1
    t.text('title').notNullable()
    t.text('source_kind').notNullable() // file | quote | screenshot | call_note | document
    t.text('evidence_kind').notNullable() // 书证、电子数据 …: documentary | electronic | …
    t.text('origin').notNullable() // how it came to us; never whose name
    t.text('document_id').references('documents.id') // the paper it is, or is quoted from
    t.text('sha256').notNullable().references('files.sha256')
    t.text('file_name').notNullable()
    t.integer('pages')
    t.text('taken_on').notNullable()
    t.text('added_by').notNullable().references('officers.id')
    t.text('added_at').notNullable()
    t.unique(['matter_id', 'number'])
  })
  await appendOnly(knex, 'exhibits')
  await knex.schema.createTable('custody_events', (t) => {
    t.text('exhibit_id').notNullable().references('exhibits.id')
    t.integer('seq').notNullable()
    t.text('verb').notNullable() // added | moved | lent | returned | copied | packed | checked | damaged | handed_over
    t.text('place').notNullable() // where it is, or with whom
    t.text('note').notNullable()
    t.text('officer_id') // null: the system's own check
    t.text('at').notNullable()
    t.text('recorded_at').notNullable()
    t.primary(['exhibit_id', 'seq'])
  })
  await appendOnly(knex, 'custody_events')
  await knex.schema.createTable('exhibit_marks', (t) => {
    t.text('id').primary()
    t.text('matter_id').notNullable().references('matters.id')
    t.text('exhibit_id').notNullable().references('exhibits.id')
    t.text('kind').notNullable() // element | person | account
    t.integer('page')
    t.text('fields').notNullable()
    t.text('marked_by').notNullable().references('officers.id')
    t.text('marked_at').notNullable()
    t.text('dropped_at')
    t.text('dropped_by')
    t.index(['matter_id'])
  })
  await knex.schema.createTable('letters', (t) => {
    t.text('id').primary()
    t.text('matter_id').notNullable().references('matters.id')
    t.text('type').notNullable()
    t.text('state').notNullable() // draft | issued | dropped
    t.text('day').notNullable() // of the letter
    t.text('fields').notNullable() // as typed
    t.text('corrects').references('letters.id')
    t.text('drafted_by').notNullable().references('officers.id')
    t.text('drafted_at').notNullable()
    t.text('updated_at').notNullable()
    t.integer('version').notNullable().defaultTo(1)
    t.index(['matter_id'])
  })
  await knex.schema.createTable('letter_issues', (t) => {
    t.text('letter_id').primary().references('letters.id')
    t.text('number').unique() // 文号; null for a letter that bears none
    t.text('sha256').notNullable().references('files.sha256')
    t.text('laid').notNullable() // the letter as laid out, with the source of every fact
    t.text('template').notNullable() // hash of the template
    t.text('issued_by').notNullable().references('officers.id')
    t.text('issued_at').notNullable()
  })
  await appendOnly(knex, 'letter_issues')
  await knex.schema.createTable('transfers', (t) => {
    t.text('id').primary()
    t.text('matter_id').notNullable().references('matters.id')
    t.text('letter_id').notNullable().unique().references('letters.id')
    t.text('sha256').notNullable().references('files.sha256')
    t.integer('exhibits').notNullable()
    t.text('packed_by').notNullable().references('officers.id')
    t.text('packed_at').notNullable()
    t.index(['matter_id'])
  })
  await appendOnly(knex, 'transfers')
  await knex.schema.createTable('bureaus', (t) => {
    t.text('region').primary()
    t.text('fields').notNullable()
    t.text('kept_by').notNullable().references('officers.id')
    t.text('kept_at').notNullable()
    t.integer('version').notNullable().defaultTo(1)
  })
  await knex.schema.createTable('operator_particulars', (t) => {
    t.text('operator_id').primary().references('operators.id')
    t.text('fields').notNullable()
    t.text('kept_by').notNullable().references('officers.id')
    t.text('kept_at').notNullable()
    t.integer('version').notNullable().defaultTo(1)
  })
}

export async function down(knex: Knex): Promise<void> {
  for (const table of ['transfers', 'letter_issues', 'custody_events', 'exhibits']) await dropAppendOnly(knex, table)
  const newestFirst = [
    'operator_particulars',
    'bureaus',
    'transfers',
    'letter_issues',
    'letters',
    'exhibit_marks',
    'custody_events',
    'exhibits',
  ]
  for (const table of newestFirst) await knex.schema.dropTable(table)
}
