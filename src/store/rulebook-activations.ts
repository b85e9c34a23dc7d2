import type { Knex } from 'knex'

/** shipped: taken up with a release; approved: proposed, tried and approved; rolled_back: an earlier one brought back. */
export type ActivationWay = 'shipped' | 'approved' | 'rolled_back'

/** One change of the active rulebook. The newest one stands. */
export interface Activation {
  /** 1, 2, 3 …; each replaces the one before it. */
  seq: number
  hash: string
  way: ActivationWay
  /** Null for a version that came with a release. */
  authorId: string | null
  /** Null when the system took up a release. */
  approverId: string | null
  backtestId: string | null
  reason: string
  at: string
}

/** The activation that stands, or undefined on a database that has none yet. */
export async function activeActivation(db: Knex): Promise<Activation | undefined> {
  const row = await db('rulebook_activations').orderBy('seq', 'desc').first()
  return row && asActivation(row)
}

/** Hash of the active rulebook: asked before every paper, so it reads no more than it needs. */
export async function activeHash(db: Knex): Promise<string | undefined> {
  const row = await db('rulebook_activations').orderBy('seq', 'desc').select('hash').first()
  return row?.hash
}

/** Every activation, newest first. */
export async function listActivations(db: Knex): Promise<Activation[]> {
  const rows = await db('rulebook_activations').orderBy('seq', 'desc')
  return rows.map(asActivation)
}

/** @returns false when another activation took the same number first. */
export async function insertActivation(trx: Knex.Transaction, activation: Activation): Promise<boolean> {
  const { seq, hash, way, authorId, approverId, backtestId, reason, at } = activation
  const row = { seq, hash, way, author_id: authorId, approver_id: approverId, backtest_id: backtestId, reason, at }
  const taken = await trx('rulebook_activations').insert(row).onConflict('seq').ignore().returning('seq')
  return taken.length > 0
}

/** Note that a release brought this version. @returns false when one did before. */
export async function noteShipment(trx: Knex.Transaction, hash: string, at: string): Promise<boolean> {
  const noted = await trx('rulebook_shipments').insert({ hash, at }).onConflict('hash').ignore().returning('hash')
  return noted.length > 0
}

/** Versions that came with a release, by hash, and when. */
export async function listShipments(db: Knex): Promise<Map<string, string>> {
  const rows = await db('rulebook_shipments').select('hash', 'at')
  return new Map(rows.map((row) => [row.hash, row.at]))
}

function asActivation(row: Record<string, any>): Activation {
  return {
    seq: row.seq,
    hash: row.hash,
    way: row.way,
    authorId: row.author_id,
    approverId: row.approver_id,
    backtestId: row.backtest_id,
    reason: row.reason,
    at: row.at,
  }
}
