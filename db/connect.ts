import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import knex, { type Knex } from 'knex'
import pg from 'pg'
import { ImmediateSqliteClient } from './sqlite-client.ts'

export interface DatabaseOptions {
  /** `postgres://…` chooses PostgreSQL; without it, SQLite. */
  readonly databaseUrl?: string | undefined
  /** Folder of the SQLite file `sojourn.sqlite`; made when it is missing. */
  readonly dataDir?: string | undefined
  /** SQLite in memory, gone when the connection is destroyed. */
  readonly memory?: boolean | undefined
  /** PostgreSQL connections at most. SQLite always has one. */
  readonly poolMax?: number | undefined
}

/** Open the database. Nothing is touched until the first query; the caller ends with `destroy()`. */
export function connectDatabase(options: DatabaseOptions): Knex {
  if (options.databaseUrl !== undefined) return connectPostgres(options.databaseUrl, options.poolMax ?? 10)
  if (options.memory) return connectSqlite(':memory:')
  if (options.dataDir === undefined) throw new Error('connectDatabase needs databaseUrl, dataDir or memory')
  mkdirSync(options.dataDir, { recursive: true })
  return connectSqlite(join(options.dataDir, 'sojourn.sqlite'))
}

// Errors keep the SQL with its `?`: filled in, it would carry names and telephone numbers into the logs.
const quiet = { compileSqlOnError: false } as const

/**
 * One connection, never idled away: an idle `:memory:` database would be wiped, and SQLite has one writer anyway. With one connection,
 * using `db` inside a transaction where `trx` was meant waits for itself until the acquire time-out.
 */
function connectSqlite(filename: string): Knex {
  return knex({
    ...quiet,
    client: ImmediateSqliteClient,
    connection: { filename },
    useNullAsDefault: true,
    acquireConnectionTimeout: 30_000,
    pool: { min: 1, max: 1, afterCreate: applyPragmas },
  })
}

/**
 * `synchronous = FULL`: in WAL mode NORMAL may lose the last commits when the power fails. A sender was told "received", with a number and a
 * statutory clock behind it; that answer is worth one fsync a transaction.
 * `recursive_triggers`: without it INSERT OR REPLACE deletes rows past the triggers that keep append-only tables.
 */
const PRAGMAS = `
  PRAGMA busy_timeout = 10000;
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = FULL;
  PRAGMA foreign_keys = ON;
  PRAGMA recursive_triggers = ON;
`

interface SqliteConnection {
  exec(sql: string, done: (error: Error | null) => void): void
}

function applyPragmas(connection: SqliteConnection, done: (error: Error | null, connection: SqliteConnection) => void) {
  connection.exec(PRAGMAS, (error) => done(error, connection))
}

function connectPostgres(connectionString: string, poolMax: number): Knex {
  const connection = { connectionString, types: { getTypeParser }, application_name: 'sojourn-watch', keepAlive: true }
  // knex's own type of a PostgreSQL connection lacks `types`, which it hands to the driver all the same.
  return knex({
    ...quiet,
    client: 'pg',
    connection: connection as Knex.PgConnectionConfig,
    pool: { min: 0, max: poolMax },
    acquireConnectionTimeout: 30_000,
  })
}

const INT8 = 20
const NUMERIC = 1700

/** Counts, sums and fen come as numbers, as they do from SQLite; whole fen stay far below 2^53. */
function getTypeParser(oid: number, format: 'text' | 'binary' = 'text'): (value: string) => unknown {
  return oid === INT8 || oid === NUMERIC ? Number : pg.types.getTypeParser(oid, format)
}
