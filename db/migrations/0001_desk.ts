import type { Knex } from 'knex'
import { appendOnly, createSearchIndex, dropAppendOnly, dropSearchIndex } from '../dialect.ts'

/**
 * The desk: officers, identities kept apart, files, intakes, documents, assessments, rulings, leads, cases and the event log.
 * Ids are text, instants ISO-8601 UTC text, days `YYYY-MM-DD`, JSON as text: one subset for both databases.
 */
export async function up(knex: Knex): Promise<void> {
  // One row: tells installations apart that share a queue server.
  await knex.schema.createTable('installation', (t) => {
    t.integer('only').primary()
    t.text('id').notNullable()
  })
  await knex.schema.createTable('officers', (t) => {
    t.text('id').primary()
    t.text('login').notNullable().unique()
    t.text('name').notNullable()
    t.text('role').notNullable()
    t.text('region').notNullable() // GB/T 2260; sees this region and what lies below it
    t.text('password_hash').notNullable()
    t.text('created_at').notNullable()
    t.text('disabled_at')
    t.integer('version').notNullable().defaultTo(1)
  })
  await knex.schema.createTable('sessions', (t) => {
    t.text('id').primary() // SHA-256 of the cookie's secret, so that a stolen table opens no session
    t.text('officer_id').notNullable().references('officers.id')
    t.text('csrf_token').notNullable()
    t.text('created_at').notNullable()
    t.text('seen_at').notNullable()
    t.text('expires_at').notNullable()
  })
  await knex.schema.createTable('sign_in_failures', (t) => {
    t.increments('id')
    t.text('login').notNullable()
    t.text('at').notNullable()
    t.index(['login', 'at'])
  })
  await knex.schema.createTable('api_tokens', (t) => {
    t.text('id').primary()
    t.text('secret_hash').notNullable().unique()
    t.text('label').notNullable()
    t.text('officer_id').notNullable().references('officers.id')
    t.text('created_at').notNullable()
    t.text('revoked_at')
  })

  // Who called, reported or was harmed: only here. Everything else holds the id.
  await knex.schema.createTable('identities', (t) => {
    t.text('id').primary()
    t.text('role').notNullable() // caller | complainant | reporter | victim | payer
    t.text('name')
    t.text('phone')
    t.text('id_number')
    t.text('address')
    t.text('created_at').notNullable()
  })

  await knex.schema.createTable('files', (t) => {
    t.text('sha256').primary()
    t.bigInteger('size').notNullable()
    t.text('stored_at').notNullable()
  })
  await knex.schema.createTable('import_runs', (t) => {
    t.text('id').primary()
    t.text('source').notNullable() // folder | drop | upload | api | seed
    t.text('label').notNullable()
    t.text('state').notNullable() // running | finished | interrupted
    t.text('officer_id').references('officers.id')
    t.text('region').notNullable()
    t.text('started_at').notNullable()
    t.text('finished_at')
    t.text('counts').notNullable().defaultTo('{}')
  })
  await knex.schema.createTable('import_items', (t) => {
    t.text('id').primary()
    t.text('run_id').notNullable().references('import_runs.id')
    t.text('name').notNullable()
    t.text('outcome').notNullable() // received | duplicate | rejected
    t.text('reason')
    t.text('intake_id')
    t.text('at').notNullable()
    t.index(['run_id', 'outcome'])
  })

  await knex.schema.createTable('intakes', (t) => {
    t.text('id').primary()
    t.text('delivery_key').notNullable().unique() // hash of source + sender + external number or row: a retried delivery meets it again
    t.text('source').notNullable()
    t.text('sender').notNullable()
    t.text('external')
    t.text('row_locator')
    t.text('file_name')
    t.text('sha256').notNullable().references('files.sha256')
    t.text('region').notNullable()
    t.text('run_id').references('import_runs.id')
    t.text('parent_id').references('intakes.id') // the sheet a row came from
    t.text('identity_id').references('identities.id')
    t.text('officer_id').references('officers.id')
    t.text('received_at').notNullable()
    t.index(['sha256'])
    t.index(['run_id'])
    t.index(['parent_id'])
    t.index(['region', 'received_at'])
  })

  await knex.schema.createTable('documents', (t) => {
    t.text('id').primary()
    t.text('intake_id').notNullable().unique().references('intakes.id')
    t.text('sha256').notNullable()
    t.text('region').notNullable() // the handling region, copied from the intake so that lists need no join
    t.text('stage').notNullable() // received | processing | processed | split | unreadable | failed
    t.text('stage_at').notNullable()
    t.text('claimed_by')
    t.text('rung_at') // when its job was last enqueued; the sweep rings again whatever stands still
    t.integer('attempts').notNullable().defaultTo(0)
    t.text('unreadable_reason')
    t.text('last_error')
    t.text('title').notNullable().defaultTo('')
    t.text('kind').notNullable()
    t.boolean('kind_guessed').notNullable()
    t.text('given').notNullable().defaultTo('{}') // what the sender said: kind, date, region, entity, channel
    t.text('format')
    t.text('encoding')
    t.text('fingerprint')
    t.text('received_at').notNullable()
    t.text('assessment_id')
    t.integer('version').notNullable().defaultTo(1)
    t.index(['stage', 'stage_at'])
    t.index(['region', 'received_at'])
    t.index(['fingerprint'])
  })
  await knex.schema.createTable('document_texts', (t) => {
    t.text('document_id').primary().references('documents.id')
    t.text('text').notNullable()
    t.text('links').notNullable().defaultTo('[]')
    t.text('pages')
  })
  await createSearchIndex(knex)

  // The whole rulebook behind any finding, under its hash.
  await knex.schema.createTable('rulebooks', (t) => {
    t.text('hash').primary()
    t.text('content').notNullable()
    t.text('stored_at').notNullable()
  })
  await knex.schema.createTable('assessments', (t) => {
    t.text('id').primary()
    t.text('document_id').notNullable().references('documents.id')
    t.text('rulebook_hash').notNullable().references('rulebooks.hash')
    t.text('model_hash').notNullable()
    t.text('at').notNullable()
    t.text('circumstances').notNullable()
    t.text('genre').notNullable()
    t.text('genre_because').notNullable()
    t.text('scores').notNullable()
    t.text('bands').notNullable()
    t.text('band').notNullable()
    t.text('labels').notNullable()
    t.text('reasons').notNullable()
    t.text('signals').notNullable()
    t.index(['document_id'])
  })
  await knex.schema.createTable('facts', (t) => {
    t.text('id').primary()
    t.text('assessment_id').notNullable().references('assessments.id')
    t.text('document_id').notNullable().references('documents.id')
    t.text('type').notNullable()
    t.text('value').notNullable() // JSON: number or string
    t.text('unit').notNullable()
    t.text('quote').notNullable()
    t.integer('start').notNullable()
    t.integer('end').notNullable()
    t.text('more').notNullable().defaultTo('{}')
    t.index(['assessment_id'])
  })
  await knex.schema.createTable('findings', (t) => {
    t.text('id').primary()
    t.text('assessment_id').notNullable().references('assessments.id')
    t.text('document_id').notNullable().references('documents.id')
    t.text('rule').notNullable()
    t.text('code').notNullable()
    t.text('category').notNullable()
    t.integer('severity').notNullable()
    t.double('confidence').notNullable()
    t.text('quote').notNullable()
    t.integer('start').notNullable()
    t.integer('end').notNullable()
    t.text('frame').notNullable()
    t.text('basis').notNullable()
    t.text('message').notNullable()
    t.text('elements').notNullable()
    t.text('unscored') // why it is shown but counts for nothing: conditional | to_be_confirmed | trial
    t.integer('version').notNullable().defaultTo(1)
    t.index(['assessment_id'])
    t.index(['document_id'])
    t.index(['code'])
  })
  await knex.schema.createTable('rulings', (t) => {
    t.text('id').primary()
    t.text('finding_id').notNullable().references('findings.id')
    t.text('officer_id').notNullable().references('officers.id')
    t.text('verdict').notNullable() // upheld | dismissed | withdrawn
    t.text('reason')
    t.text('note').notNullable().defaultTo('')
    t.text('at').notNullable()
    t.index(['finding_id', 'at'])
  })
  await appendOnly(knex, 'rulings')

  await knex.schema.createTable('sequences', (t) => {
    t.text('name').primary()
    t.integer('value').notNullable()
  })
  await knex.schema.createTable('leads', (t) => {
    t.text('id').primary()
    t.text('number').notNullable().unique()
    t.text('group_key').notNullable().unique() // one lead per document, or per identical marketing text within a region
    t.text('state').notNullable() // proposed | opened | dismissed | returned
    t.text('title').notNullable()
    t.text('kind').notNullable()
    t.text('band').notNullable()
    t.integer('band_rank').notNullable() // 0 red … 4 none: for sorting worst first
    t.double('score').notNullable()
    t.text('region').notNullable()
    t.text('owner_id').references('officers.id')
    t.integer('document_count').notNullable()
    t.text('proposed_at').notNullable()
    t.text('updated_at').notNullable()
    t.text('dismiss_reason')
    t.text('dispatched_from') // the region a return goes back to
    t.integer('version').notNullable().defaultTo(1)
    t.index(['region', 'state', 'band_rank', 'proposed_at'])
    t.index(['owner_id', 'state'])
  })
  await knex.schema.createTable('lead_labels', (t) => {
    t.text('lead_id').notNullable().references('leads.id')
    t.text('category').notNullable()
    t.text('band').notNullable()
    t.primary(['lead_id', 'category'])
    t.index(['category'])
  })
  await knex.schema.createTable('lead_documents', (t) => {
    t.text('document_id').primary().references('documents.id') // a document stands under one lead at most
    t.text('lead_id').notNullable().references('leads.id')
    t.text('joined_at').notNullable()
    t.index(['lead_id'])
  })
  await knex.schema.createTable('cases', (t) => {
    t.text('id').primary()
    t.text('number').notNullable().unique()
    t.text('lead_id').notNullable().unique().references('leads.id')
    t.text('title').notNullable()
    t.text('state').notNullable()
    t.text('region').notNullable()
    t.text('owner_id').notNullable().references('officers.id')
    t.text('opened_at').notNullable()
    t.text('reason').notNullable()
    t.integer('version').notNullable().defaultTo(1)
    t.index(['region', 'opened_at'])
  })

  await knex.schema.createTable('events', (t) => {
    t.increments('seq')
    t.text('at').notNullable()
    t.text('actor').notNullable() // officer id, or `system`
    t.text('verb').notNullable() // past tense: lead.proposed
    t.text('subject_type').notNullable()
    t.text('subject_id').notNullable()
    t.text('reason').notNullable().defaultTo('')
    t.text('before')
    t.text('after')
    t.index(['subject_type', 'subject_id', 'seq'])
  })
  await appendOnly(knex, 'events')

  await knex.schema.createTable('faults', (t) => {
    t.increments('id')
    t.text('at').notNullable()
    t.text('where').notNullable()
    t.text('document_id')
    t.text('message').notNullable()
    t.index(['at'])
  })
  await knex.schema.createTable('idempotency_keys', (t) => {
    t.text('key').primary() // hash of token + key
    t.text('request_hash').notNullable()
    t.integer('status').notNullable()
    t.text('body').notNullable()
    t.text('at').notNullable()
  })
}

export async function down(knex: Knex): Promise<void> {
  await dropAppendOnly(knex, 'events')
  await dropAppendOnly(knex, 'rulings')
  await dropSearchIndex(knex)
  const newestFirst = [
    'idempotency_keys',
    'faults',
    'events',
    'cases',
    'lead_documents',
    'lead_labels',
    'leads',
    'sequences',
    'rulings',
    'findings',
    'facts',
    'assessments',
    'rulebooks',
    'document_texts',
    'documents',
    'intakes',
    'import_items',
    'import_runs',
    'files',
    'identities',
    'api_tokens',
    'sign_in_failures',
    'sessions',
    'officers',
    'installation',
  ]
  for (const table of newestFirst) await knex.schema.dropTable(table)
}
