import { randomBytes } from 'node:crypto'
import express, { type Request, type RequestHandler, type Response } from 'express'
import { signIn } from '../../actions/officers/sign-in.ts'
import { Problem } from '../../core/problem.ts'
import { cookieOptions, readCookie } from '../cookies.ts'
import { checkCsrf } from '../csrf.ts'
import { type Fields, mustBeText, textField } from '../fields.ts'
import { localPath } from '../local-path.ts'
import { sendPage } from '../send-page.ts'
import { guestOf, SESSION_COOKIE, visitOf } from '../visit.ts'
import type { WebParts } from '../web-parts.ts'
import { SignInPage } from './sign-in-page.tsx'

/** Before there is a session, the form's token is tied to the browser by a cookie of its own. */
const FORM_COOKIE = 'sojourn_form'

export function showSignIn(web: WebParts): RequestHandler {
  return async (req, res) => {
    const next = localPath(textField(req.query as Fields, 'next'), '/')
    if (await visitOf(web, req)) return res.redirect(303, next)
    sendPage(res, <SignInPage at={guestOf(web, req)} token={formToken(req, res)} next={next} />)
  }
}

/** Sign in and go on to where one was going; a wrong try shows the form again with the login kept. */
export function postSignIn(web: WebParts): RequestHandler[] {
  return [
    express.urlencoded({ extended: false, limit: '8kb', parameterLimit: 10 }),
    async (req, res) => {
      const fields = (req.body ?? {}) as Fields
      checkCsrf(fields, readCookie(req, FORM_COOKIE) ?? '')
      mustBeText(fields)
      const next = localPath(textField(fields, 'next'), '/')
      const login = textField(fields, 'login').slice(0, 100)
      const password = typeof fields.password === 'string' ? fields.password.slice(0, 200) : ''
      try {
        const { secret, expiresAt } = await signIn(web, { login, password })
        // Counted from now rather than as a date: the browser's clock may be wrong. (Express writes both; Max-Age wins.)
        const maxAge = expiresAt.getTime() - web.now().getTime()
        res.cookie(SESSION_COOKIE, secret, { ...cookieOptions(req), maxAge })
        res.clearCookie(FORM_COOKIE, cookieOptions(req))
        res.redirect(303, next)
      } catch (error) {
        if (!(error instanceof Problem) || !error.code.startsWith('auth.')) throw error
        const page = (
          <SignInPage at={guestOf(web, req)} token={formToken(req, res)} next={next} login={login} wrong={error.code} />
        )
        sendPage(res, page, error.status)
      }
    },
  ]
}

function formToken(req: Request, res: Response): string {
  const standing = readCookie(req, FORM_COOKIE)
  const token = standing && /^[\w-]{20,64}$/.test(standing) ? standing : randomBytes(24).toString('base64url')
  res.cookie(FORM_COOKIE, token, cookieOptions(req))
  return token
}
