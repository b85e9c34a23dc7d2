import { createRequire } from 'node:module'
import type { Knex } from 'knex'

/**
 * knex's SQLite client, beginning every transaction IMMEDIATE.
 *
 * knex begins them deferred: two processes on one file that both read and then write meet SQLITE_BUSY at once, because a reader cannot
 * become the writer while another one waits, and `busy_timeout` does not help there. IMMEDIATE takes the write lock first, and waits for it.
 * knex has no option for this and the classes are private paths, so its version is pinned.
 */
const require = createRequire(import.meta.url)
const SqliteClient = require('knex/lib/dialects/sqlite3/index.js') as typeof Knex.Client
const SqliteTransaction = require('knex/lib/dialects/sqlite3/execution/sqlite-transaction.js') as TransactionClass

export class ImmediateSqliteClient extends SqliteClient {
  override transaction(container: unknown, config: unknown, outerTransaction: unknown): Knex.Transaction {
    return new ImmediateTransaction(this, container, config, outerTransaction) as unknown as Knex.Transaction
  }
}

class ImmediateTransaction extends SqliteTransaction {
  override begin(connection: unknown): Promise<unknown> {
    return this.query(connection, this.readOnly ? 'BEGIN;' : 'BEGIN IMMEDIATE;')
  }
}

interface PrivateTransaction {
  readonly readOnly?: boolean
  begin(connection: unknown): Promise<unknown>
  query(connection: unknown, sql: string): Promise<unknown>
}
type TransactionClass = new (...args: unknown[]) => PrivateTransaction
