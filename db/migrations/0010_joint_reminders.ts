import type { Knex } from 'knex'

/** Reminders of opinions that departments owe and of tasks: each stage once for each last day, as `matter_reminders` keeps them for clocks. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('joint_reminders', (t) => {
    t.text('kind').notNullable() // opinion | task
    t.text('subject_id').notNullable() // of opinions or tasks
    t.text('stage').notNullable() // soon | today | overdue
    t.text('due').notNullable() // a last day that moves is reminded of anew
    t.text('at').notNullable()
    t.primary(['kind', 'subject_id', 'stage', 'due'])
  })
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('joint_reminders')
}
