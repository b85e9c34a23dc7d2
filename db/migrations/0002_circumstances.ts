import type { Knex } from 'knex'
import { appendOnly, dropAppendOnly } from '../dialect.ts'

const APPENDED = ['corrections', 'rulings_carried', 'law_choices', 'article_records', 'article_approvals']

/** What officers correct of a paper's circumstances, the assessments that follow from it, the law they choose, and articles confirmed by two people. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('corrections', (t) => {
    t.increments('seq')
    t.text('document_id').notNullable().references('documents.id')
    t.text('field').notNullable() // kind | date | until | region | entity | channel
    t.text('before').notNullable() // JSON: value and source it had in the assessment the officer saw
    t.text('value') // null takes the earlier correction back
    t.text('reason').notNullable()
    t.text('officer_id').notNullable().references('officers.id')
    t.text('at').notNullable()
    t.index(['document_id', 'seq'])
  })
  // How many corrections an assessment knew of: the newest `seq` applied, 0 for none.
  await knex.raw('ALTER TABLE assessments ADD COLUMN correction_seq integer NOT NULL DEFAULT 0')
  // What a finding says beside its articles: the choice a person has to make, and the rule whose stricter measure counts instead.
  await knex.raw('ALTER TABLE findings ADD COLUMN choice text')
  await knex.raw('ALTER TABLE findings ADD COLUMN overridden_by text')
  // When a correction took away the reason a lead was proposed for; an officer decides what becomes of it.
  await knex.raw('ALTER TABLE leads ADD COLUMN reason_gone_at text')
  // A ruling that stands for the same finding of a later assessment too. The ruling itself stays one row.
  await knex.schema.createTable('rulings_carried', (t) => {
    t.text('ruling_id').notNullable().references('rulings.id')
    t.text('finding_id').notNullable().references('findings.id')
    t.text('at').notNullable()
    t.primary(['ruling_id', 'finding_id'])
    t.index(['finding_id'])
  })
  await knex.schema.createTable('law_choices', (t) => {
    t.increments('seq')
    t.text('document_id').notNullable().references('documents.id')
    t.text('matter').notNullable() // the articles of both versions, so that the choice outlives another assessment
    t.text('version').notNullable() // old | new
    t.text('finding_id').notNullable().references('findings.id') // where it was made
    t.text('reason').notNullable()
    t.text('officer_id').notNullable().references('officers.id')
    t.text('at').notNullable()
    t.index(['document_id', 'matter', 'seq'])
  })
  await knex.schema.createTable('article_records', (t) => {
    t.text('id').primary()
    t.text('article_id').notNullable()
    t.integer('number').notNullable() // 1, 2, … for one article: a second officer who records at the same time is told
    t.text('text').notNullable()
    t.text('source').notNullable()
    t.text('read_on').notNullable()
    t.text('recorded_by').notNullable().references('officers.id')
    t.text('recorded_at').notNullable()
    t.unique(['article_id', 'number'])
  })
  await knex.schema.createTable('article_approvals', (t) => {
    t.text('record_id').primary().references('article_records.id') // decided once
    t.text('verdict').notNullable() // approved | refused
    t.text('note').notNullable()
    t.text('officer_id').notNullable().references('officers.id')
    t.text('at').notNullable()
  })
  for (const table of APPENDED) await appendOnly(knex, table)
}

export async function down(knex: Knex): Promise<void> {
  for (const table of APPENDED) await dropAppendOnly(knex, table)
  for (const table of ['article_approvals', 'article_records', 'law_choices', 'rulings_carried', 'corrections']) {
    await knex.schema.dropTable(table)
  }
  await knex.raw('ALTER TABLE leads DROP COLUMN reason_gone_at')
  await knex.raw('ALTER TABLE findings DROP COLUMN overridden_by')
  await knex.raw('ALTER TABLE findings DROP COLUMN choice')
  await knex.raw('ALTER TABLE assessments DROP COLUMN correction_seq')
}
