import { createPostgresBackend, DEFAULT_SCHEMA, type PgPool, runMigrations, withBackend } from 'bullmq'
import pg from 'pg'
import type { Engine, EngineName, QueueLog } from './engine.ts'

/** BullMQ on a PostgreSQL server, in the schema `bullmq`, which may lie in the application's own database. */
export async function openPostgres(connectionString: string, log: QueueLog): Promise<Engine> {
  const pool = new pg.Pool({
    connectionString,
    options: `-c search_path=${DEFAULT_SCHEMA}`, // BullMQ's statements name no schema, and cannot set one on a pool that is not theirs
    application_name: 'sojourn-watch-queue',
    max: 12,
    keepAlive: true,
    connectionTimeoutMillis: 5_000,
  })
  pool.on('error', (error) => log.warn({ reason: error.message }, 'a connection of the PostgreSQL queue was lost'))
  try {
    return await onPool('postgres', pool as unknown as PgPool, () => pool.end())
  } catch (error) {
    await pool.end()
    throw error
  }
}

/** An engine on anything of `pg.Pool`'s shape; brings BullMQ's schema up to date first. */
export async function onPool(name: EngineName, pool: PgPool, close: () => Promise<void>): Promise<Engine> {
  const client = await pool.connect()
  try {
    await runMigrations(client)
  } finally {
    client.release()
  }
  const { Queue, Worker } = withBackend(createPostgresBackend)
  return {
    name,
    queue: (queueName, options) =>
      new Queue(queueName, { ...options, connection: pool }) as unknown as ReturnType<Engine['queue']>,
    worker: (queueName, processor, options) =>
      new Worker(queueName, processor, { ...options, connection: pool }) as unknown as ReturnType<Engine['worker']>,
    close,
  }
}
