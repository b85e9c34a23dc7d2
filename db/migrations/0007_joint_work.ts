import type { Knex } from 'knex'

/** Joint work: the lines one intake opened, opinions asked of other departments, tasks, campaigns and the yearly list of responsibilities. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('lines', (t) => {
    t.text('id').primary()
    t.text('bundle_id').notNullable() // of the matters of one letter
    t.text('matter_id').notNullable().references('matters.id') // where it was opened
    t.text('line').notNullable() // of rules/responsibilities.yaml
    t.text('place').notNullable() // region of the addressee; empty where it is our own
    t.text('department').notNullable()
    t.text('target_id').references('matters.id') // the matter of our own that carries it
    t.text('state').notNullable() // open | sent | answered | returned | ended
    t.text('because').notNullable() // what brought it about, as shown when it was opened
    t.text('opened_by').notNullable()
    t.text('opened_at').notNullable()
    t.text('sent_at') // day zero of the answer
    t.text('sent_how').notNullable().defaultTo('')
    t.text('due') // last day for the answer; null where it cannot be told or nothing was sent
    t.text('answered_at')
    t.text('answer').notNullable().defaultTo('')
    t.integer('version').notNullable().defaultTo(1)
    t.unique(['bundle_id', 'line', 'place'])
    t.index(['matter_id'])
    t.index(['state', 'due'])
  })
  await knex.schema.createTable('bundle_notes', (t) => {
    t.text('bundle_id').notNullable()
    t.text('note').notNullable() // of rules/responsibilities.yaml
    t.text('stated_by').notNullable()
    t.text('stated_at').notNullable()
    t.primary(['bundle_id', 'note'])
  })
  await knex.schema.createTable('opinions', (t) => {
    t.text('id').primary()
    t.text('matter_id').notNullable().references('matters.id')
    t.text('department').notNullable()
    t.text('place').notNullable()
    t.text('question').notNullable()
    t.text('asked_by').notNullable()
    t.text('asked_at').notNullable()
    t.text('rests_on').notNullable() // what sets the period: T14, or house
    t.text('due')
    t.text('told_later') // a later day of which the department told in time
    t.text('answer') // agrees | differs | no_objection | not_competent; null while it is silent
    t.text('answer_text').notNullable().defaultTo('')
    t.text('answered_at')
    t.text('recorded_by')
    t.text('withdrawn_at')
    t.integer('version').notNullable().defaultTo(1)
    t.index(['matter_id'])
    t.index(['answered_at', 'due'])
  })
  await knex.schema.createTable('campaigns', (t) => {
    t.text('id').primary()
    t.text('name').notNullable()
    t.text('aim').notNullable()
    t.text('region').notNullable()
    t.text('from_day').notNullable()
    t.text('to_day').notNullable()
    t.text('owner_id').notNullable().references('officers.id')
    t.text('state').notNullable() // open | closed
    t.text('summary').notNullable().defaultTo('')
    t.text('opened_by').notNullable()
    t.text('opened_at').notNullable()
    t.text('closed_at')
    t.integer('version').notNullable().defaultTo(1)
    t.index(['region', 'state', 'to_day'])
  })
  await knex.schema.createTable('duty_items', (t) => {
    t.text('id').primary()
    t.integer('year').notNullable()
    t.text('region').notNullable()
    t.integer('number').notNullable()
    t.text('title').notNullable()
    t.text('matter') // of rules/responsibilities.yaml, where it is one of them
    t.text('lead_department').notNullable()
    t.text('joint_departments').notNullable() // JSON list
    t.text('duties').notNullable()
    t.text('due_day').notNullable()
    t.text('owner_id').notNullable().references('officers.id')
    t.text('state').notNullable() // open | done
    t.text('result').notNullable().defaultTo('')
    t.text('added_by').notNullable()
    t.text('added_at').notNullable()
    t.text('done_at')
    t.integer('version').notNullable().defaultTo(1)
    t.unique(['year', 'region', 'number'])
  })
  await knex.schema.createTable('tasks', (t) => {
    t.text('id').primary()
    t.text('matter_id').references('matters.id') // of these three at most one
    t.text('campaign_id').references('campaigns.id')
    t.text('duty_item_id').references('duty_items.id')
    t.text('region').notNullable()
    t.text('title').notNullable()
    t.text('kind') // of `tasks` in rules/moves.yaml, where a move brought it about
    t.text('owner_id').notNullable().references('officers.id')
    t.text('due_day').notNullable()
    t.text('added_by').notNullable()
    t.text('added_at').notNullable()
    t.text('done_at')
    t.text('done_by')
    t.text('result').notNullable().defaultTo('')
    t.text('dropped_at')
    t.integer('version').notNullable().defaultTo(1)
    t.index(['matter_id'])
    t.index(['campaign_id'])
    t.index(['duty_item_id'])
    t.index(['owner_id', 'done_at', 'due_day'])
    t.index(['region', 'done_at', 'due_day'])
  })
}

export async function down(knex: Knex): Promise<void> {
  for (const table of ['tasks', 'duty_items', 'campaigns', 'opinions', 'bundle_notes', 'lines'])
    await knex.schema.dropTable(table)
}
