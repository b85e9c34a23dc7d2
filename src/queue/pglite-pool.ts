import { EventEmitter } from 'node:events'
import { setTimeout as delay } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import type { PgliteReply, PgliteRequest } from './pglite-thread.ts'

interface Result<R> {
  rows: R[]
  rowCount: number | null
}

interface Session {
  readonly thread: Worker
  readonly waiting: Map<number, { resolve(reply: Result<unknown>): void; reject(error: Error): void }>
}

/** Statements between two VACUUMs: PGlite has no autovacuum, and a queue is nothing but updated and deleted rows. */
const VACUUM_EVERY = 20_000
const RESTART_AFTER_MS = 1_000

/**
 * PGlite in a thread of its own, in the shape of a `pg.Pool`, for BullMQ. Off the main thread because it would hold up the web for half a second
 * at a time.
 *
 * PGlite is one session: what runs outside a transaction takes turns, and a client that begins one keeps the turn until it ends it.
 * When the thread dies, whoever waits is told (code ECONNREFUSED, which BullMQ takes for a lost connection and tries again), `error` is emitted,
 * and the next statement starts a new thread.
 */
export class PglitePool extends EventEmitter {
  /** BullMQ asks; a notification cannot get lost on its way from a thread. */
  readonly options = { keepAlive: true }
  readonly #folder: string
  readonly #schema: string
  readonly #clients = new Set<PgliteClient>()
  #session: Promise<Session> | undefined
  #turn: Promise<void> = Promise.resolve()
  #statements = 0
  #restartAt = 0
  #lastId = 0
  #ended = false

  constructor(folder: string, schema: string) {
    super()
    this.setMaxListeners(0)
    this.#folder = folder
    this.#schema = schema
  }

  /** Open the database, or make it. Rejects when the folder is damaged. */
  async open(): Promise<void> {
    await this.#start()
  }

  async query<R>(sql: string, params?: readonly unknown[]): Promise<Result<R>> {
    const endTurn = await this.takeTurn()
    try {
      return await this.run<R>(sql, params)
    } finally {
      endTurn()
    }
  }

  async connect(): Promise<PgliteClient> {
    const client = new PgliteClient(this, () => this.#clients.delete(client))
    this.#clients.add(client)
    return client
  }

  async end(): Promise<void> {
    if (this.#ended) return
    const endTurn = await this.takeTurn()
    this.#ended = true
    endTurn()
    const session = await this.#session?.catch(() => undefined)
    if (!session) return
    await this.#ask(session, {})
    await session.thread.terminate()
  }

  /** Stop the thread where it stands, as a crash would; the next statement starts another. */
  async stopThread(): Promise<void> {
    const session = await this.#session
    await session?.thread.terminate()
  }

  /** Wait for the turn; the returned function ends it. */
  async takeTurn(): Promise<() => void> {
    const before = this.#turn
    let endTurn = () => {}
    this.#turn = new Promise((resolve) => {
      endTurn = resolve
    })
    await before
    return endTurn
  }

  /** One statement, now. Only for who has the turn. */
  async run<R>(sql: string, params?: readonly unknown[]): Promise<Result<R>> {
    if (this.#ended) throw new Error('Cannot use a pool after calling end on the pool') // pg's words, which BullMQ looks for
    const result = await this.#ask(await this.#start(), params?.length ? { sql, params } : { sql })
    if (++this.#statements % VACUUM_EVERY === 0) this.query('VACUUM').catch((error) => this.emit('error', error))
    return result as Result<R>
  }

  #ask(session: Session, request: Omit<PgliteRequest, 'id'>): Promise<Result<unknown>> {
    const id = ++this.#lastId
    return new Promise((resolve, reject) => {
      session.waiting.set(id, { resolve, reject })
      session.thread.postMessage({ id, ...request } satisfies PgliteRequest)
    })
  }

  #start(): Promise<Session> {
    this.#session ??= this.#startThread()
    return this.#session
  }

  async #startThread(): Promise<Session> {
    await delay(Math.max(0, this.#restartAt - Date.now()))
    return startThread(this.#folder, this.#schema, {
      notify: (channel, payload) => {
        for (const client of this.#clients) client.emit('notification', { channel, payload })
      },
      died: (error) => {
        this.#session = undefined
        this.#restartAt = Date.now() + RESTART_AFTER_MS
        if (this.#ended) return
        for (const client of this.#clients) client.lose(error)
        if (this.listenerCount('error') > 0) this.emit('error', error)
      },
    })
  }
}

/** A checked-out client. Statements outside a transaction take turns with everybody's; BEGIN keeps the turn until COMMIT, ROLLBACK or `release`. */
export class PgliteClient extends EventEmitter {
  readonly #pool: PglitePool
  readonly #released: () => void
  #endTurn: (() => void) | undefined

  constructor(pool: PglitePool, released: () => void) {
    super()
    this.#pool = pool
    this.#released = released
  }

  async query<R>(sql: string, params?: readonly unknown[]): Promise<Result<R>> {
    const verb = verbOf(sql)
    const endTurn = this.#endTurn ?? (await this.#pool.takeTurn())
    if (verb === 'begin') this.#endTurn = endTurn
    try {
      return await this.#pool.run<R>(sql, params)
    } finally {
      if (verb === 'end') this.#endTurn = undefined
      if (!this.#endTurn) endTurn()
    }
  }

  release(): void {
    this.#released()
    const endTurn = this.#endTurn
    if (!endTurn) return
    this.#endTurn = undefined
    this.#pool.run('ROLLBACK').then(endTurn, endTurn)
  }

  /** The session is gone, and with it the transaction. */
  lose(error: Error): void {
    this.#endTurn?.()
    this.#endTurn = undefined
    if (this.listenerCount('error') > 0) this.emit('error', error)
  }
}

/** Whether a statement begins or ends a transaction. BullMQ's SQL has comment lines above it. */
function verbOf(sql: string): 'begin' | 'end' | undefined {
  const statement = sql.replace(/^(?:\s|--[^\n]*(?:\n|$))+/, '')
  if (/^(?:begin|start\s+transaction)\b/i.test(statement)) return 'begin'
  if (/^(?:commit|end|rollback|abort)\b(?!\s+to\b)/i.test(statement)) return 'end'
  return undefined
}

async function startThread(
  folder: string,
  schema: string,
  on: { notify(channel: string, payload: string): void; died(error: Error): void },
): Promise<Session> {
  const thread = newThread({ folder, schema })
  const session: Session = { thread, waiting: new Map() }
  const opened = new Promise<Result<unknown>>((resolve, reject) => session.waiting.set(0, { resolve, reject }))

  let reason: Error | undefined
  thread.on('error', (error: Error) => {
    reason = error
  })
  thread.on('exit', () => {
    const lost = Object.assign(new Error('the thread of the embedded queue stopped', { cause: reason }), {
      code: 'ECONNREFUSED',
    })
    on.died(lost)
    for (const { reject } of session.waiting.values()) reject(lost)
  })
  thread.on('message', (reply: PgliteReply) => {
    if ('channel' in reply) return on.notify(reply.channel, reply.payload)
    const asker = session.waiting.get(reply.id)
    session.waiting.delete(reply.id)
    if ('error' in reply) asker?.reject(Object.assign(new Error(reply.error.message), reply.error))
    else asker?.resolve(reply)
  })
  await opened
  return session
}

/** From dist the entry is JavaScript. From the sources it is TypeScript, and Node 20 does not hand the process's loader on to its threads. */
function newThread(workerData: object): Worker {
  if (import.meta.url.endsWith('.js')) return new Worker(new URL('./pglite-thread.js', import.meta.url), { workerData })
  const entry = JSON.stringify(new URL('./pglite-thread.ts', import.meta.url))
  return new Worker(`import('tsx/esm/api').then(({ register }) => (register(), import(${entry})))`, {
    eval: true,
    workerData,
  })
}
