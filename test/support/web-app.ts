import { randomUUID } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import type { Knex } from 'knex'
import { processDocument } from '../../src/actions/papers/process-document.ts'
import { receiveDocument } from '../../src/actions/papers/receive-document.ts'
import type { Viewer } from '../../src/core/access/viewer.ts'
import { sha256Of } from '../../src/store/file-bytes.ts'
import { insertSession } from '../../src/store/sessions.ts'
import { createServer } from '../../src/web/server.ts'
import type { WebParts } from '../../src/web/web-parts.ts'
import { type Cast, theCast } from './cast.ts'
import { freshDb } from './fresh-db.ts'
import { aDelivery, partsOver, type TestParts } from './parts.ts'

/** What came back: the page as text, beside status and headers. Redirects are not followed. */
export interface Answer {
  status: number
  headers: Headers
  text: string
  /** Where a redirect leads, path and all; empty when there is none. */
  location: string
}

/** Somebody at a browser. */
export interface Client {
  /** Filled in by itself on every post, unless a test gives another. */
  csrf: string
  cookie: string
  get(path: string, headers?: Record<string, string>): Promise<Answer>
  post(path: string, fields: Record<string, string>): Promise<Answer>
  /** A multipart form with its files in order. */
  upload(
    path: string,
    fields: Record<string, string>,
    files: { name: string; bytes: Buffer | string }[],
  ): Promise<Answer>
}

export interface WebApp {
  db: Knex
  parts: TestParts
  web: WebParts
  cast: Cast
  url: string
  /** Nobody signed in. */
  guest(cookie?: string): Client
  as(viewer: Viewer): Promise<Client>
  /** Take in and process one text; answers its document id. */
  paper(text: string, changes?: Parameters<typeof aDelivery>[1]): Promise<string>
  close(): Promise<void>
}

/** The whole web over a database in memory, listening on a port of its own, with the cast on stage. */
export async function webApp(changes: Partial<WebParts> = {}): Promise<WebApp> {
  const db = await freshDb()
  const parts = await partsOver(db)
  const web: WebParts = {
    ...parts,
    queueCounts: async () => ({ documents: { waiting: 3, active: 1, delayed: 0, failed: 0 } }),
    queueFailures: async () => [],
    engine: { database: 'sqlite', queue: 'embedded' },
    ...changes,
  }
  const server = createServer(web).listen(0, '127.0.0.1')
  await new Promise((done) => server.once('listening', done))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    db,
    parts,
    web,
    cast: await theCast(db),
    url,
    guest: (cookie = '') => clientAt(url, cookie, ''),
    async as(viewer) {
      const secret = randomUUID()
      const csrf = randomUUID()
      const now = parts.now()
      await db.transaction((trx) =>
        insertSession(trx, {
          id: sha256Of(secret),
          officerId: viewer.officerId,
          csrfToken: csrf,
          createdAt: now.toISOString(),
          seenAt: now.toISOString(),
          expiresAt: new Date(now.getTime() + 12 * 3_600_000).toISOString(),
        }),
      )
      return clientAt(url, `sojourn_session=${secret}`, csrf)
    },
    async paper(text, delivery) {
      const { documentId } = await receiveDocument(parts, aDelivery(text, delivery))
      await processDocument(parts, documentId)
      return documentId
    },
    async close() {
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
      await parts.dispose()
      await db.destroy()
    },
  }
}

function clientAt(url: string, cookie: string, csrf: string): Client {
  const ask = async (path: string, init: RequestInit): Promise<Answer> => {
    const headers = { ...(cookie ? { cookie } : {}), ...(init.headers as Record<string, string>) }
    const response = await fetch(url + path, { ...init, headers, redirect: 'manual' })
    return {
      status: response.status,
      headers: response.headers,
      text: await response.text(),
      location: response.headers.get('location') ?? '',
    }
  }
  return {
    csrf,
    cookie,
    get: (path, headers = {}) => ask(path, { headers }),
    post: (path, fields) => ask(path, { method: 'POST', body: new URLSearchParams({ csrf, ...fields }) }),
    upload(path, fields, files) {
      const body = new FormData()
      for (const [name, value] of Object.entries({ csrf, ...fields })) body.append(name, value)
      for (const { name, bytes } of files) body.append('files', new Blob([new Uint8Array(Buffer.from(bytes))]), name)
      return ask(path, { method: 'POST', body })
    },
  }
}

/** The value of a hidden field on a page. */
export function hidden(page: Answer, name: string): string {
  const match = new RegExp(`<input type="hidden" name="${name}" value="([^"]*)"`).exec(page.text)
  if (!match) throw new Error(`no hidden field ${name} on the page`)
  return match[1]!
}

/** What a browser would show of a page: tags away, entities read, white space kept. */
export function shown(html: string): string {
  return html
    .replace(/<(script|style)[^>]*>.*?<\/\1>/gs, '')
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
}
