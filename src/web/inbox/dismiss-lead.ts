import type { RequestHandler } from 'express'
import { dismissLead } from '../../actions/leads/dismiss-lead.ts'
import { form } from '../doors.ts'
import { dismissReasonField, textField, versionField } from '../fields.ts'
import type { WebParts } from '../web-parts.ts'

export function postDismiss(web: WebParts): RequestHandler[] {
  return form(web, async (visit, fields, req) => {
    const leadId = String(req.params.id)
    await dismissLead(web, visit.viewer, {
      leadId,
      version: versionField(fields),
      reason: dismissReasonField(fields),
      note: textField(fields, 'note'),
    })
    return `/leads/${leadId}`
  })
}
