import type { Knex } from 'knex'
import { appendOnly, dropAppendOnly } from '../dialect.ts'

/**
 * Operators, and matters on their way: complaints, reports and leads taken up. A matter is its events; `snapshot`, `matter_clocks`,
 * `matter_proposals` and `matter_officers` are told by them and written anew with each. A case opened from a lead is such a matter,
 * under the same id and number.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.alterTable('officers', (t) => {
    t.boolean('is_principal').notNullable().defaultTo(false) // 正职: approves criminal referrals
  })
  await knex('officers').where({ login: 'head', region: '000000', role: 'head' }).update({ is_principal: true })

  await knex.schema.createTable('operators', (t) => {
    t.text('id').primary()
    t.text('name').notNullable()
    t.text('name_key').notNullable() // the name as compared: width, case, spaces and marks taken out
    t.text('region').notNullable()
    t.text('created_at').notNullable()
    t.text('created_by').notNullable()
    t.integer('version').notNullable().defaultTo(1)
    t.index(['name_key'])
    t.index(['region'])
  })
  await knex.schema.createTable('operator_identifiers', (t) => {
    t.text('operator_id').notNullable().references('operators.id')
    t.text('kind').notNullable() // name | credit_code | phone | wechat | qq | licence | domain | account
    t.text('value').notNullable()
    t.text('value_key').notNullable()
    t.text('since').notNullable()
    t.primary(['operator_id', 'kind', 'value_key'])
    t.index(['value_key'])
    t.index(['kind', 'value_key'])
  })

  await knex.schema.createTable('matters', (t) => {
    t.text('id').primary()
    t.text('number').notNullable().unique()
    t.text('kind').notNullable() // complaint | report | lead
    t.text('opening').notNullable()
    t.text('state').notNullable()
    t.text('region').notNullable()
    t.text('title').notNullable()
    t.text('summary').notNullable().defaultTo('') // what happened, as told
    t.text('operator_id').references('operators.id')
    t.text('operator_said').notNullable().defaultTo('') // the seller as named by whoever told it
    t.text('bundle_id').notNullable() // matters of one letter, and those that grew out of them
    t.text('parent_id').references('matters.id')
    t.text('lead_id').unique().references('leads.id')
    t.text('source').notNullable() // hotline | import | api | desk | lead | matter
    t.text('platform')
    t.text('external')
    t.text('external_key').unique() // hash of platform, external number and kind: a re-import meets it again
    t.text('category') // what it is mostly about, where that is known
    t.bigInteger('paid_fen')
    t.bigInteger('recovered_fen')
    t.text('opened_by').notNullable() // officer id, or `system`
    t.text('called_at') // when the call came in; the clocks count from `received_at`
    t.text('received_at').notNullable()
    t.text('opened_at').notNullable()
    t.text('updated_at').notNullable()
    t.text('snapshot').notNullable()
    t.integer('version').notNullable()
    t.integer('described').notNullable().defaultTo(1) // version of what is told beside the events
    t.index(['region', 'state', 'opened_at'])
    t.index(['operator_id'])
    t.index(['bundle_id'])
    t.index(['opened_by'])
  })
  await knex.schema.createTable('matter_events', (t) => {
    t.text('matter_id').notNullable().references('matters.id')
    t.integer('seq').notNullable()
    t.text('type').notNullable() // opened | made | proposed | refused | withdrawn
    t.text('move').notNullable()
    t.text('by').notNullable()
    t.text('at').notNullable()
    t.text('recorded_at').notNullable()
    t.text('body').notNullable()
    t.primary(['matter_id', 'seq']) // two writers at one version: the second is refused
    t.index(['move', 'at'])
  })
  await appendOnly(knex, 'matter_events')
  await knex.schema.createTable('matter_clocks', (t) => {
    t.text('matter_id').notNullable().references('matters.id')
    t.text('key').notNullable()
    t.integer('started_by').notNullable()
    t.text('clock').notNullable()
    t.text('variant')
    t.text('event_at').notNullable()
    t.text('due') // day, or instant where hours are counted; null where it cannot be told
    t.text('due_day') // its Shanghai day, for sorting
    t.text('due_alt')
    t.text('stands_since') // while it stands still
    t.text('ended_at')
    t.text('counted_by').notNullable() // hash of clocks and calendar behind `due`
    t.primary(['matter_id', 'key', 'started_by'])
    t.index(['ended_at', 'due_day'])
  })
  await knex.schema.createTable('matter_proposals', (t) => {
    t.text('matter_id').notNullable().references('matters.id')
    t.integer('proposal').notNullable() // number of the event that made it
    t.text('move').notNullable()
    t.text('by').notNullable()
    t.text('at').notNullable()
    t.primary(['matter_id', 'proposal'])
  })
  await knex.schema.createTable('matter_officers', (t) => {
    t.text('matter_id').notNullable().references('matters.id')
    t.text('officer_id').notNullable().references('officers.id')
    t.text('part').notNullable() // handler | recused | carer: who took the last step where nobody was named
    t.primary(['matter_id', 'officer_id', 'part'])
    t.index(['officer_id', 'part'])
  })
  await knex.schema.createTable('matter_people', (t) => {
    t.text('id').primary()
    t.text('matter_id').notNullable().references('matters.id')
    t.text('identity_id').notNullable().references('identities.id')
    t.text('role').notNullable() // caller | complainant | payer | reporter
    t.text('relation') // of the caller or payer to the complainant
    t.text('authority') // own | seen | pending | none: 委托书
    t.boolean('capacity_doubt').notNullable().defaultTo(false)
    t.index(['matter_id'])
    t.index(['identity_id'])
  })
  await knex.schema.createTable('matter_documents', (t) => {
    t.text('matter_id').notNullable().references('matters.id')
    t.text('document_id').notNullable().references('documents.id')
    t.text('linked_at').notNullable()
    t.text('linked_by').notNullable()
    t.primary(['matter_id', 'document_id'])
    t.index(['document_id'])
  })
  await knex.schema.createTable('matter_reminders', (t) => {
    t.text('matter_id').notNullable().references('matters.id')
    t.text('key').notNullable()
    t.integer('started_by').notNullable()
    t.text('stage').notNullable() // soon | today | overdue
    t.text('due').notNullable()
    t.text('at').notNullable()
    t.primary(['matter_id', 'key', 'started_by', 'stage', 'due'])
  })
  await knex.schema.createTable('delegations', (t) => {
    t.text('id').primary()
    t.text('from_officer').notNullable().references('officers.id')
    t.text('to_officer').notNullable().references('officers.id')
    t.text('from_day').notNullable()
    t.text('to_day').notNullable()
    t.boolean('in_charge').notNullable() // 主持工作
    t.text('reason').notNullable()
    t.text('granted_at').notNullable()
    t.text('revoked_at')
    t.integer('version').notNullable().defaultTo(1)
    t.index(['to_officer', 'to_day'])
    t.index(['from_officer'])
  })

  for (const row of await knex('cases').orderBy('id')) await takeOver(knex, row)
  await knex.schema.dropTable('cases')
}

type CaseRow = Record<'id' | 'number' | 'lead_id' | 'title' | 'region' | 'owner_id' | 'opened_at' | 'reason', string>

/** A case of before, told as the events that would have made it: the machine's lead, confirmed by the officer who opened the case. */
async function takeOver(knex: Knex, row: CaseRow): Promise<void> {
  const lead = await knex('leads').where({ id: row.lead_id }).first()
  const day = shanghaiDay(row.opened_at)
  const shared = {
    matter: row.id,
    onBehalfOf: null,
    proposedBy: null,
    proposal: null,
    evidence: [],
    input: {},
    opens: null,
  }
  const opened = {
    ...shared,
    seq: 1,
    type: 'opened',
    move: 'machine_lead',
    by: 'system',
    at: lead.proposed_at,
    recordedAt: row.opened_at,
    reason: lead.number,
    changes: [
      { set: 'kind', to: 'lead' },
      { set: 'state', from: null, to: 'proposed' },
      { set: 'facts', to: { received_on: shanghaiDay(lead.proposed_at) } },
    ],
  }
  const confirmed = {
    ...shared,
    seq: 2,
    type: 'made',
    move: 'confirm_lead',
    by: row.owner_id,
    at: row.opened_at,
    recordedAt: row.opened_at,
    reason: row.reason,
    changes: [
      { set: 'state', from: 'proposed', to: 'checking' },
      { clock: 'start', key: 'T06', id: 'T06', variant: null, eventAt: row.opened_at },
    ],
  }
  const run = {
    key: 'T06',
    clock: 'T06',
    variant: null,
    eventAt: row.opened_at,
    startedBy: 2,
    steps: [],
    endedAt: null,
    endedBy: null,
  }
  await knex('matters').insert({
    id: row.id,
    number: row.number,
    kind: 'lead',
    opening: 'machine_lead',
    state: 'checking',
    region: row.region,
    title: row.title,
    bundle_id: row.id,
    lead_id: row.lead_id,
    source: 'lead',
    opened_by: row.owner_id,
    received_at: row.opened_at,
    opened_at: row.opened_at,
    updated_at: row.opened_at,
    snapshot: JSON.stringify({
      id: row.id,
      kind: 'lead',
      opening: 'machine_lead',
      state: 'checking',
      tracks: {},
      version: 2,
      since: row.opened_at,
      handlers: [],
      everHandlers: [],
      recused: [],
      facts: { received_on: shanghaiDay(lead.proposed_at) },
      clocks: [run],
      pauses: [],
      pending: [],
    }),
    version: 2,
  })
  for (const event of [opened, confirmed]) {
    await knex('matter_events').insert({
      matter_id: row.id,
      seq: event.seq,
      type: event.type,
      move: event.move,
      by: event.by,
      at: event.at,
      recorded_at: event.recordedAt,
      body: JSON.stringify(event),
    })
  }
  // Counted at the next start, as every clock is whose calendar changed.
  await knex('matter_clocks').insert({
    matter_id: row.id,
    key: 'T06',
    started_by: 2,
    clock: 'T06',
    event_at: row.opened_at,
    due_day: day,
    counted_by: 'not yet',
  })
  for (const paper of await knex('lead_documents').where({ lead_id: row.lead_id }))
    await knex('matter_documents').insert({
      matter_id: row.id,
      document_id: paper.document_id,
      linked_at: row.opened_at,
      linked_by: row.owner_id,
    })
}

function shanghaiDay(instant: string): string {
  return new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 10)
}

export async function down(knex: Knex): Promise<void> {
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
  for (const row of await knex('matters').whereNotNull('lead_id')) {
    const confirmed = await knex('matter_events').where({ matter_id: row.id, seq: 2 }).first()
    await knex('cases').insert({
      id: row.id,
      number: row.number,
      lead_id: row.lead_id,
      title: row.title,
      state: 'open',
      region: row.region,
      owner_id: row.opened_by,
      opened_at: row.opened_at,
      reason: confirmed ? JSON.parse(confirmed.body).reason : '',
    })
  }
  await dropAppendOnly(knex, 'matter_events')
  const newestFirst = [
    'delegations',
    'matter_reminders',
    'matter_documents',
    'matter_people',
    'matter_officers',
    'matter_proposals',
    'matter_clocks',
    'matter_events',
    'matters',
    'operator_identifiers',
    'operators',
  ]
  for (const table of newestFirst) await knex.schema.dropTable(table)
  // Not by `dropColumn`, which on SQLite makes the table anew and meets everything that refers to it.
  await knex.raw('ALTER TABLE officers DROP COLUMN is_principal')
}
