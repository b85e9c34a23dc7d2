import type { Knex } from 'knex'

/** Who did what to which thing, when, why, and what it changed. Holds ids and states only, never names of callers or texts of papers. */
export interface Event {
  /** ISO-8601 UTC. */
  at: string
  /** Officer id, or `system`. */
  actor: string
  /** Past tense, subject first: `lead.proposed`. */
  verb: string
  subjectType:
    | 'document'
    | 'finding'
    | 'lead'
    | 'case'
    | 'matter'
    | 'operator'
    | 'letter'
    | 'bureau'
    | 'delegation'
    | 'task'
    | 'campaign'
    | 'duty_item'
    | 'import_run'
    | 'officer'
    | 'api_token'
    | 'article'
    | 'rulebook'
    | 'model'
  subjectId: string
  reason?: string
  before?: Record<string, unknown>
  after?: Record<string, unknown>
}

/** One event as stored, newest last. */
export interface StoredEvent extends Event {
  seq: number
}

/** Append an event in the action's own transaction; the table refuses changes. */
export async function appendEvent(trx: Knex.Transaction, event: Event): Promise<void> {
  await trx('events').insert({
    at: event.at,
    actor: event.actor,
    verb: event.verb,
    subject_type: event.subjectType,
    subject_id: event.subjectId,
    reason: event.reason ?? '',
    before: event.before ? JSON.stringify(event.before) : null,
    after: event.after ? JSON.stringify(event.after) : null,
  })
}

/** The history of one thing, oldest first. The caller has checked that the viewer may see the thing itself. */
export async function eventsOf(db: Knex, subjectType: Event['subjectType'], subjectId: string): Promise<StoredEvent[]> {
  const rows = await db('events').where({ subject_type: subjectType, subject_id: subjectId }).orderBy('seq')
  return rows.map((row) => ({
    seq: row.seq,
    at: row.at,
    actor: row.actor,
    verb: row.verb,
    subjectType: row.subject_type,
    subjectId: row.subject_id,
    reason: row.reason,
    ...(row.before ? { before: JSON.parse(row.before) } : {}),
    ...(row.after ? { after: JSON.parse(row.after) } : {}),
  }))
}
