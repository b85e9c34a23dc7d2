import { randomUUID } from 'node:crypto'
import type { RequestHandler } from 'express'
import { may } from '../../core/access/viewer.ts'
import { problem } from '../../core/problem.ts'
import { screen } from '../doors.ts'
import type { WebParts } from '../web-parts.ts'

/** A call of its own address from the first moment: whoever comes back to it goes on where the line dropped. */
export function newCall(web: WebParts): RequestHandler {
  return screen(web, async ({ viewer }, _req, res) => {
    if (!may(viewer, 'call.take')) throw problem('auth.forbidden', { permission: 'call.take' })
    res.redirect(303, `/calls/${randomUUID()}`)
  })
}
