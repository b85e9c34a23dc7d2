import type { Knex } from 'knex'
import { regionPrefix } from '../core/access/viewer.ts'

/** Papers to be assessed again under the version that was active when it was asked for. */
export interface Recheck {
  id: string
  hash: string
  /** Papers received from this instant, and before that one; ISO-8601 UTC. */
  receivedFrom: string
  receivedBefore: string
  /** Papers of this region and what lies below it. */
  region: string
  officerId: string
  reason: string
  /** How many there were when it was asked for. */
  papers: number
  at: string
  finishedAt: string | null
  /** overtaken: another version became active before it was through. */
  ended: 'done' | 'overtaken' | null
}

export async function insertRecheck(trx: Knex.Transaction, recheck: Recheck): Promise<void> {
  await trx('rechecks').insert({
    id: recheck.id,
    hash: recheck.hash,
    received_from: recheck.receivedFrom,
    received_before: recheck.receivedBefore,
    region: recheck.region,
    officer_id: recheck.officerId,
    reason: recheck.reason,
    papers: recheck.papers,
    at: recheck.at,
  })
}

/** Rechecks, newest first; those still going on alone where asked for. */
export async function listRechecks(db: Knex, which: { unfinished?: boolean } = {}): Promise<Recheck[]> {
  const query = db('rechecks').orderBy('at', 'desc').limit(100)
  if (which.unfinished) query.whereNull('finished_at')
  return (await query).map(asRecheck)
}

export async function finishRecheck(
  db: Knex,
  id: string,
  ended: NonNullable<Recheck['ended']>,
  now: string,
): Promise<void> {
  await db('rechecks').where({ id }).whereNull('finished_at').update({ finished_at: now, ended })
}

type Range = Pick<Recheck, 'hash' | 'receivedFrom' | 'receivedBefore' | 'region'>

/** How many papers of the range still rest on another version. Those set aside as unreadable or failed rest on none. */
export async function countOutdated(db: Knex, range: Range): Promise<number> {
  const row = await outdated(db, range).count({ n: '*' }).first()
  return Number(row?.n ?? 0)
}

/** Papers of the range that rest on another version and wait for nobody, oldest first. */
export async function nextOutdated(db: Knex, range: Range, limit: number): Promise<{ id: string; version: number }[]> {
  return outdated(db, range)
    .where('documents.stage', 'processed')
    .orderBy(['documents.received_at', 'documents.id'])
    .limit(limit)
    .select('documents.id', 'documents.version')
}

function outdated(db: Knex, { hash, receivedFrom, receivedBefore, region }: Range) {
  const query = db('documents')
    .join('assessments', 'assessments.id', 'documents.assessment_id')
    .whereIn('documents.stage', ['processed', 'received', 'processing'])
    .andWhere('documents.received_at', '>=', receivedFrom)
    .andWhere('documents.received_at', '<', receivedBefore)
    .andWhereNot('assessments.rulebook_hash', hash)
  const prefix = regionPrefix(region)
  if (prefix !== '') query.andWhere('documents.region', 'like', `${prefix}%`)
  return query
}

function asRecheck(row: Record<string, any>): Recheck {
  return {
    id: row.id,
    hash: row.hash,
    receivedFrom: row.received_from,
    receivedBefore: row.received_before,
    region: row.region,
    officerId: row.officer_id,
    reason: row.reason,
    papers: row.papers,
    at: row.at,
    finishedAt: row.finished_at,
    ended: row.ended,
  }
}
