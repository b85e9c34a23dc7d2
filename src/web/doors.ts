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
    const path = await act(visit, fields, req, res)
    if (path !== undefined) res.redirect(303, path)
  }
  return [known, read, done]
}
