import type { RequestHandler } from 'express'
import { attachToCall } from '../../actions/calls/attach-to-call.ts'
import { form } from '../doors.ts'
import type { WebParts } from '../web-parts.ts'
import { filesOf, readCallForm } from './read-fields.ts'

/** Files chosen while the caller talks: they are on the server before the call is. */
export function postAttach(web: WebParts): RequestHandler[] {
  return form(
    web,
    async ({ viewer, words }, _fields, req, res) => {
      const callId = String(req.params.id)
      const ids = new Set<string>()
      for (const file of filesOf(req.files)) ids.add(await attachToCall(web, viewer, { callId, ...file }))
      res.json({ attached: ids.size, said: words.calls.attached(ids.size) })
      return undefined
    },
    readCallForm,
  )
}
