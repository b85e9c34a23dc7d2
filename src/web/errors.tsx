import { randomUUID } from 'node:crypto'
import type { ErrorRequestHandler, Request, RequestHandler } from 'express'
import { MulterError } from 'multer'
import { Problem, problem } from '../core/problem.ts'
import { ProblemPage } from './problem-page.tsx'
import { sendPage } from './send-page.ts'
import { guestOf, type Visit, visitOf } from './visit.ts'
import type { WebParts } from './web-parts.ts'

/** Nothing stands at this address. */
export function notFound(web: WebParts): RequestHandler {
  return async (req, res) => {
    res.locals.visit = await visitOf(web, req)
    throw problem('not_found')
  }
}

/** An address with a NUL in it names nothing, and PostgreSQL would take none as a key. */
export const refuseNul: RequestHandler = (req, _res, next) => {
  if (req.originalUrl.includes('%00')) throw problem('not_found')
  next()
}

/** The one place where a failure becomes a page: expected ones in words, anything else logged once under an id the user is shown. */
export function showError(web: WebParts): ErrorRequestHandler {
  return (error, req, res, next) => {
    if (res.headersSent) return next(error)
    const at = (res.locals.visit as Visit | undefined) ?? guestOf(web, req)
    const expected = expectedOf(error)
    if (expected && expected.status < 500) {
      sendPage(
        res,
        <ProblemPage at={at} status={expected.status} expected={expected} back={backOf(req)} />,
        expected.status,
      )
      return
    }
    const bugId = randomUUID().slice(0, 8)
    const status = expected?.status ?? 500
    web.log.error({ bugId, method: req.method, path: req.path, err: error }, 'a page failed')
    sendPage(res, <ProblemPage at={at} status={status} expected={expected} bugId={bugId} back={backOf(req)} />, status)
  }
}

/** Failures of the libraries that read requests, by our names. */
function expectedOf(error: unknown): Problem | undefined {
  if (error instanceof Problem) return error
  if (error instanceof MulterError) {
    return problem(error.code === 'LIMIT_UNEXPECTED_FILE' ? 'request.malformed' : 'request.too_large')
  }
  const status = (error as { status?: unknown } | null)?.status
  if (status === 413) return problem('request.too_large')
  if (status === 415) return problem('request.unsupported_media')
  if (typeof status === 'number' && status >= 400 && status < 500) return problem('request.malformed')
  return undefined
}

/** The page a form stands on is the thing its address begins with: `/leads/:id/take` -> `/leads/:id`. */
function backOf(req: Request): string | undefined {
  if (req.method === 'GET' || req.method === 'HEAD') return undefined
  const article = /^\/articles\/[\w.-]+\/[\w.-]+(?=\/)/.exec(req.path)?.[0]
  if (article) return article
  if (/^\/models\//.test(req.path)) return req.path.startsWith('/models/sample') ? '/models/sample' : '/models'
  return (
    /^\/(?:leads|documents|rulebook|matters)\/[\w-]+(?=\/)/.exec(req.path)?.[0] ??
    (req.path === '/upload' ? '/upload' : undefined)
  )
}
