import type { Knex } from 'knex'
import type { BacktestResult, BacktestScope } from '../core/backtest.ts'

/** Somebody wants a stored version to become the active one. */
export interface Proposal {
  id: string
  hash: string
  authorId: string
  reason: string
  at: string
}

/** What one version would have said otherwise than another, as kept: counts and ids, no words of papers. */
export interface StoredBacktest {
  id: string
  oldHash: string
  newHash: string
  officerId: string
  result: BacktestResult & BacktestScope
  at: string
}

export async function insertProposal(trx: Knex.Transaction, proposal: Proposal): Promise<void> {
  const { id, hash, authorId, reason, at } = proposal
  await trx('rulebook_proposals').insert({ id, hash, author_id: authorId, reason, at })
}

/** Proposals of one version, or of all, oldest first. */
export async function listProposals(db: Knex, hash?: string): Promise<Proposal[]> {
  const rows = await db('rulebook_proposals')
    .where(hash === undefined ? {} : { hash })
    .orderBy(['at', 'id'])
  return rows.map((row) => ({ id: row.id, hash: row.hash, authorId: row.author_id, reason: row.reason, at: row.at }))
}

export async function insertBacktest(trx: Knex.Transaction, backtest: StoredBacktest): Promise<void> {
  await trx('rulebook_backtests').insert({
    id: backtest.id,
    old_hash: backtest.oldHash,
    new_hash: backtest.newHash,
    officer_id: backtest.officerId,
    result: JSON.stringify(backtest.result),
    at: backtest.at,
  })
}

/** The newest backtest from one version to another, or undefined. */
export async function backtestBetween(db: Knex, oldHash: string, newHash: string): Promise<StoredBacktest | undefined> {
  const row = await db('rulebook_backtests')
    .where({ old_hash: oldHash, new_hash: newHash })
    .orderBy(['at', 'id'].map((column) => ({ column, order: 'desc' as const })))
    .first()
  return row && asBacktest(row)
}

/** Every backtest towards a version, newest first. */
export async function backtestsOf(db: Knex, newHash: string): Promise<StoredBacktest[]> {
  const rows = await db('rulebook_backtests').where({ new_hash: newHash }).orderBy('at', 'desc')
  return rows.map(asBacktest)
}

function asBacktest(row: Record<string, any>): StoredBacktest {
  return {
    id: row.id,
    oldHash: row.old_hash,
    newHash: row.new_hash,
    officerId: row.officer_id,
    result: JSON.parse(row.result),
    at: row.at,
  }
}
