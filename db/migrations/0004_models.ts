import type { Knex } from 'knex'
import { appendOnly, dropAppendOnly } from '../dialect.ts'

const APPENDED = [
  'models',
  'model_shipments',
  'model_activations',
  'missed_marks',
  'samples',
  'sample_papers',
  'sample_answers',
]

/** The life of a classifier model, what officers teach it, what each model says of each paper, and samples of papers nobody flagged. */
export async function up(knex: Knex): Promise<void> {
  // The whole model under its hash; what became of it is told by the activations.
  await knex.schema.createTable('models', (t) => {
    t.text('hash').primary()
    t.text('content').notNullable()
    t.text('origin').notNullable() // shipped | trained
    t.text('trained_on').notNullable() // day
    t.text('corpus_hash').notNullable()
    t.text('rulings_hash').notNullable()
    t.integer('papers').notNullable()
    t.integer('rulings').notNullable() // how many of the papers were taught by officers
    t.text('metrics').notNullable()
    t.text('trained_by').references('officers.id')
    t.text('reason').notNullable().defaultTo('')
    t.text('at').notNullable()
    t.index(['origin', 'at'])
  })
  await knex.schema.createTable('model_shipments', (t) => {
    t.text('hash').primary().references('models.hash')
    t.text('at').notNullable()
  })
  // As for rulebooks: the newest row is the champion, and two officers cannot both replace the same one.
  await knex.schema.createTable('model_activations', (t) => {
    t.integer('seq').primary()
    t.text('hash').notNullable().references('models.hash')
    t.text('way').notNullable() // shipped | promoted | rolled_back
    t.text('officer_id').references('officers.id')
    t.text('reason').notNullable().defaultTo('')
    t.text('at').notNullable()
  })
  // What a model says of a paper, for every label however low: worked out, never decided, so a paper assessed again has its row replaced.
  await knex.schema.createTable('model_answers', (t) => {
    t.text('document_id').notNullable().references('documents.id')
    t.text('model_hash').notNullable().references('models.hash')
    t.text('label').notNullable()
    t.double('probability').notNullable()
    t.integer('tenth').notNullable() // 0 … 9: the bin of the probability, so that a week is counted without reading every row
    t.text('week').notNullable() // ISO week of receipt in Shanghai, 2026-W21
    t.text('at').notNullable()
    t.primary(['document_id', 'model_hash', 'label'])
    t.index(['model_hash', 'label', 'week', 'tenth', 'probability']) // the page of the model reads nothing else
  })
  await knex.schema.createTable('missed_marks', (t) => {
    t.text('id').primary()
    t.text('document_id').notNullable().references('documents.id')
    t.text('category').notNullable()
    t.text('verdict').notNullable() // missed | withdrawn
    t.text('reason').notNullable()
    t.text('officer_id').notNullable().references('officers.id')
    t.text('at').notNullable()
    t.index(['document_id', 'category'])
  })
  await knex.schema.createTable('samples', (t) => {
    t.text('id').primary()
    t.text('week').notNullable() // of receipt
    t.text('region').notNullable()
    t.text('seed').notNullable() // with it the draw can be made again
    t.integer('population').notNullable() // papers of that week and region without a lead that had not been drawn before
    t.text('at').notNullable()
    t.unique(['week', 'region'])
  })
  await knex.schema.createTable('sample_papers', (t) => {
    t.text('document_id').primary().references('documents.id') // each paper once
    t.text('sample_id').notNullable().references('samples.id')
    t.integer('place').notNullable() // in the order drawn: answered in this order, half a sample is a random half
    t.index(['sample_id'])
  })
  await knex.schema.createTable('sample_answers', (t) => {
    t.text('id').primary()
    t.text('document_id').notNullable().references('sample_papers.document_id')
    t.text('answer').notNullable() // yes | no | cannot_tell
    t.text('officer_id').notNullable().references('officers.id')
    t.text('at').notNullable()
    t.index(['document_id'])
  })
  for (const table of APPENDED) await appendOnly(knex, table)
}

export async function down(knex: Knex): Promise<void> {
  for (const table of APPENDED) await dropAppendOnly(knex, table)
  const newestFirst = [
    'sample_answers',
    'sample_papers',
    'samples',
    'missed_marks',
    'model_answers',
    'model_activations',
    'model_shipments',
    'models',
  ]
  for (const table of newestFirst) await knex.schema.dropTable(table)
}
