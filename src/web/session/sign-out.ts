import type { RequestHandler } from 'express'
import { signOut } from '../../actions/officers/sign-in.ts'
import { cookieOptions, readCookie } from '../cookies.ts'
import { form } from '../doors.ts'
import { SESSION_COOKIE } from '../visit.ts'
import type { WebParts } from '../web-parts.ts'

/** The session ends on the server, not only in the browser. */
export function postSignOut(web: WebParts): RequestHandler[] {
  return form(web, async (_visit, _fields, req, res) => {
    const secret = readCookie(req, SESSION_COOKIE)
    if (secret) await signOut(web, secret)
    res.clearCookie(SESSION_COOKIE, cookieOptions(req))
    return '/sign-in'
  })
}
