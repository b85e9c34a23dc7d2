import type { RequestHandler } from 'express'
import { returnLead } from '../../actions/leads/return-lead.ts'
import { form } from '../doors.ts'
import { textField, versionField } from '../fields.ts'
import type { WebParts } from '../web-parts.ts'

export function postReturn(web: WebParts): RequestHandler[] {
  return form(web, async (visit, fields, req) => {
    const leadId = String(req.params.id)
    await returnLead(web, visit.viewer, { leadId, version: versionField(fields), reason: textField(fields, 'reason') })
    return `/leads/${leadId}`
  })
}
