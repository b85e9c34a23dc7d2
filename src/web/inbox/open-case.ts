import type { RequestHandler } from 'express'
import { openCase } from '../../actions/leads/open-case.ts'
import { form } from '../doors.ts'
import { textField, versionField } from '../fields.ts'
import type { WebParts } from '../web-parts.ts'

export function postOpen(web: WebParts): RequestHandler[] {
  return form(web, async (visit, fields, req) => {
    const order = { version: versionField(fields), reason: textField(fields, 'reason') }
    const file = await openCase(web, visit.viewer, { leadId: String(req.params.id), ...order })
    return `/matters/${file.id}`
  })
}
