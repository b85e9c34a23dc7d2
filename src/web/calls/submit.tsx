import type { RequestHandler, Response } from 'express'
import { submitCall } from '../../actions/calls/submit-call.ts'
import { Problem } from '../../core/problem.ts'
import { form } from '../doors.ts'
import { type Fields, versionField } from '../fields.ts'
import { sendPage } from '../send-page.ts'
import type { Visit } from '../visit.ts'
import type { WebParts } from '../web-parts.ts'
import { CallForm } from './call-form.tsx'
import { callFields, filesOf, readCallForm } from './read-fields.ts'

/** Take the call and show its card; what is wrong with the form is said above it, with everything typed kept. */
export function postCall(web: WebParts): RequestHandler[] {
  return form(
    web,
    async (visit, fields, req, res) => {
      const callId = String(req.params.id)
      try {
        const version = versionField(fields)
        const attachments = filesOf(req.files)
        await submitCall(web, visit.viewer, { callId, version, fields: callFields(fields), attachments })
        return `/calls/${callId}`
      } catch (error) {
        return showAgain(error, visit, callId, fields, res)
      }
    },
    readCallForm,
  )
}

function showAgain(error: unknown, visit: Visit, callId: string, fields: Fields, res: Response): undefined {
  if (!(error instanceof Problem) || error.code !== 'form.invalid') throw error
  const standing = { callId, fields: callFields(fields), version: versionField(fields), attached: 0 }
  sendPage(res, <CallForm visit={visit} {...standing} wrong={error} />, error.status)
}
