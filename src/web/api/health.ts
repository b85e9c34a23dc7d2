import type { RequestHandler } from 'express'
import { schemaGaps } from '../../store/views/readiness.ts'
import type { WebParts } from '../web-parts.ts'

/** `/healthz`: the process answers. Whoever restarts processes asks this. */
export const health: RequestHandler = (_request, response) => {
  response.set('Cache-Control', 'no-store').json({ status: 'ok' })
}

const PATIENCE_MS = 3_000

/** `/readyz`: database and queue can be reached and the schema is up to date; otherwise 503 with what is wrong. Whoever sends traffic asks this. */
export function readiness(web: WebParts): RequestHandler {
  return async (_request, response) => {
    const reasons = (
      await Promise.all([
        reasonsOf('database', async () => {
          const gaps = await schemaGaps(web.db)
          return gaps.length > 0 ? [`migrations to do: ${gaps.join(', ')}`] : []
        }),
        reasonsOf('queue', async () => {
          await web.queueCounts()
          return []
        }),
      ])
    ).flat()
    const isReady = reasons.length === 0
    response
      .status(isReady ? 200 : 503)
      .set('Cache-Control', 'no-store')
      .json({ status: isReady ? 'ready' : 'not_ready', reasons })
  }
}

// The error itself stays out of the answer: it may hold an address.
async function reasonsOf(part: string, ask: () => Promise<string[]>): Promise<string[]> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<string[]>((resolve) => {
    timer = setTimeout(() => resolve([`${part} does not answer`]), PATIENCE_MS)
  })
  try {
    return await Promise.race([ask(), late])
  } catch {
    return [`${part} cannot be reached`]
  } finally {
    clearTimeout(timer)
  }
}
