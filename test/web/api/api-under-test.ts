import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import type { Dialect } from '../../../db/dialect.ts'
import { createApiToken } from '../../../src/actions/officers/create-api-token.ts'
import { processWaiting } from '../../../src/actions/papers/process-waiting.ts'
import type { Viewer } from '../../../src/core/access/viewer.ts'
import { officerById } from '../../../src/store/officers.ts'
import { apiRouter } from '../../../src/web/api/router.ts'
import type { WebParts } from '../../../src/web/web-parts.ts'
import { type Cast, theCast } from '../../support/cast.ts'
import { freshDb } from '../../support/fresh-db.ts'
import { partsOver, type TestParts } from '../../support/parts.ts'

export interface ApiUnderTest {
  parts: TestParts
  cast: Cast
  origin: string
  /** A bearer header of somebody. */
  as(viewer: Viewer): Promise<{ authorization: string }>
  get(path: string, viewer: Viewer): Promise<Response>
  /** JSON unless headers or the body say otherwise. */
  post(path: string, viewer: Viewer, body: unknown, headers?: Record<string, string>): Promise<Response>
  /** Process whatever waits. */
  processAll(): Promise<void>
  close(): Promise<void>
}

/** The API alone, listening on a free port over a fresh database, in memory unless told otherwise. */
export async function openApiUnderTest(changes: Partial<WebParts> = {}, dialect?: Dialect): Promise<ApiUnderTest> {
  const db = await freshDb(dialect)
  const parts = await partsOver(db)
  const cast = await theCast(db)
  const app = express()
  app.use(
    apiRouter({
      ...parts,
      queueCounts: async () => ({ documents: { waiting: 3, active: 1, delayed: 0, failed: 0 } }),
      queueFailures: async () => [],
      engine: { database: 'sqlite', queue: 'embedded' },
      ...changes,
    }),
  )
  app.get('/elsewhere/:id', (_request, response) => {
    response.send('a screen')
  })
  const server: Server = app.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const headers = new Map<string, Promise<{ authorization: string }>>()

  const api: ApiUnderTest = {
    parts,
    cast,
    origin,
    as(viewer) {
      const known = headers.get(viewer.officerId) ?? bearer(viewer)
      headers.set(viewer.officerId, known)
      return known
    },
    async get(path, viewer) {
      return fetch(`${origin}${path}`, { headers: await api.as(viewer) })
    },
    async post(path, viewer, body, more = {}) {
      const isRaw = typeof body === 'string' || body instanceof FormData || body instanceof Uint8Array
      const type = isRaw ? {} : { 'content-type': 'application/json' }
      return fetch(`${origin}${path}`, {
        method: 'POST',
        headers: { ...(await api.as(viewer)), ...type, ...more },
        body: isRaw ? (body as BodyInit) : JSON.stringify(body),
      })
    },
    async processAll() {
      await processWaiting(parts, { concurrency: 2 })
    },
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      await db.destroy()
      await parts.dispose()
    },
  }

  async function bearer(viewer: Viewer): Promise<{ authorization: string }> {
    const officer = (await officerById(db, viewer.officerId))!
    const { secret } = await createApiToken(parts, 'system', { login: officer.login, label: 'spec' })
    return { authorization: `Bearer ${secret}` }
  }
  return api
}

/** A key no other request has. */
export function aKey(): string {
  return randomBytes(8).toString('hex')
}

/** Rows of a table. */
export async function countOf(api: ApiUnderTest, table: string): Promise<number> {
  const [row] = await api.parts.db(table).count({ n: '*' })
  return Number(row!.n)
}
