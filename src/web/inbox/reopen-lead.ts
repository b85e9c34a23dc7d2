import type { RequestHandler } from 'express'
import { reopenLead } from '../../actions/leads/reopen-lead.ts'
import { form } from '../doors.ts'
import { textField, versionField } from '../fields.ts'
import type { WebParts } from '../web-parts.ts'

export function postReopen(web: WebParts): RequestHandler[] {
  return form(web, async (visit, fields, req) => {
    const leadId = String(req.params.id)
    await reopenLead(web, visit.viewer, { leadId, version: versionField(fields), reason: textField(fields, 'reason') })
    return `/leads/${leadId}`
  })
}
