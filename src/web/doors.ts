import express, { type Request, type RequestHandler, type Response } from 'express'
import { problem } from '../core/problem.ts'
import { checkCsrf } from './csrf.ts'
import { type Fields, mustBeText } from './fields.ts'
import { type Visit, visitOf } from './visit.ts'
import type { WebParts } from './web-parts.ts'

/** A page for signed-in officers; anybody else is sent to sign in and back again. */
export function screen(
  web: WebParts,
  show: (visit: Visit, req: Request, res: Response) => Promise<void>,
): RequestHandler {
  return async (req, res) => {
    const visit = await visitOf(web, req)
    if (!visit) return res.redirect(303, `/sign-in?next=${encodeURIComponent(req.originalUrl)}`)
    res.locals.visit = visit
    await show(visit, req, res)
  }
}

const readForm = express.urlencoded({ extended: false, limit: '64kb', parameterLimit: 50 })

/**
 * A form post by a signed-in officer: session, then body, then CSRF, then the deed, which answers with the path to show next, or with a page of its own and undefined.
 * @throws problem auth.required, form.csrf, form.invalid for what is no text, and what the deed throws.
 */
export function form(
  web: WebParts,
  act: (visit: Visit, fields: Fields, req: Request, res: Response) => Promise<string | undefined>,
  read: RequestHandler = readForm,
): RequestHandler[] {
  const known: RequestHandler = async (req, res, next) => {
    const visit = await visitOf(web, req)
    if (!visit) throw problem('auth.required')
    res.locals.visit = visit
    next()
  }
  const done: RequestHandler = async (req, res) => {
    const visit = res.locals.visit as Visit
    const fields = (req.body ?? {}) as Fields
    checkCsrf(fields, visit.csrfToken)
    mustBeText(fields)
    mustBeText({ files: namesOf(req.files) })
    const path = await act(visit, fields, req, res)
    if (path !== undefined) res.redirect(303, path)
  }
  return [known, readWell(read), done]
}

/** Of uploaded files: they are kept as text too. */
function namesOf(files: Request['files']): string[] {
  return Array.isArray(files) ? files.map(({ originalname }) => originalname) : []
}

/** The reader of uploads throws plain errors at a body that is cut off or garbled: whoever sent it is told, and nothing is broken. */
function readWell(read: RequestHandler): RequestHandler {
  return (req, res, next) =>
    read(req, res, (error?: unknown) => next(isOfParser(error) ? problem('request.malformed', {}, error) : error))
}

function isOfParser(error: unknown): boolean {
  return error instanceof Error && Object.getPrototypeOf(error) === Error.prototype && !('status' in error)
}
