import type { Knex } from 'knex'

/** Worksheets of decisions: each saving is a version of its own, and none is ever changed. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('worksheets', (t) => {
    t.text('id').primary()
    t.text('matter_id').notNullable().references('matters.id')
    t.integer('version').notNullable() // 1, 2, 3 … of one matter
    t.text('draft').notNullable() // JSON: what was filled in
    t.text('input').notNullable() // JSON: the same with findings and articles as they stood
    t.text('result').notNullable() // JSON: what it came to
    t.text('rulebook').notNullable()
    t.text('saved_by').notNullable()
    t.text('saved_at').notNullable()
    t.unique(['matter_id', 'version'])
  })
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('worksheets')
}
