import { parentPort, workerData } from 'node:worker_threads'
import { PGlite } from '@electric-sql/pglite'

/** What the pool asks of the thread: one statement, or to close. Answered under the same id. */
export interface PgliteRequest {
  readonly id: number
  readonly sql?: string
  readonly params?: readonly unknown[]
}

export type PgliteReply =
  | { readonly id: number; readonly rows: unknown[]; readonly rowCount: number | null }
  | { readonly id: number; readonly error: Record<string, unknown> & { message: string } }
  | { readonly channel: string; readonly payload: string }

const port = parentPort!
const { folder, schema } = workerData as { folder: string; schema: string }

const db = await PGlite.create({
  dataDir: folder,
  // The defaults would keep 128 MB of buffers and up to 1 GB of log. PGlite runs without fsync: a killed process loses nothing, a power failure
  // may, and the queue may be lost. `synchronous_commit` must stay on: with no writer beside the session, off would keep commits in memory.
  postgresqlconf: ['shared_buffers=16MB', 'max_wal_size=64MB', 'min_wal_size=32MB'],
})
await db.exec(`SET search_path TO ${schema}`)
db.onNotification((channel, payload) => port.postMessage({ channel, payload } satisfies PgliteReply))
port.on('message', answer)
port.postMessage({ id: 0, rows: [], rowCount: null } satisfies PgliteReply)

async function answer({ id, sql, params }: PgliteRequest): Promise<void> {
  if (sql === undefined) {
    await db.close()
    port.postMessage({ id, rows: [], rowCount: null } satisfies PgliteReply)
    return
  }
  try {
    // Only `exec` takes several statements at once (the migrations), only `query` takes parameters.
    const result = params ? await db.query(sql, [...params]) : (await db.exec(sql)).at(-1)
    const rowCount = result?.affectedRows ?? null
    port.postMessage({ id, rows: result?.rows ?? [], rowCount } satisfies PgliteReply)
  } catch (error) {
    const { message } = error as Error
    port.postMessage({ id, error: { ...(error as object), message } } satisfies PgliteReply)
    // The database inside is gone after this; the pool starts another thread.
    if ((error as Error).name === 'RuntimeError') throw error
  }
}
