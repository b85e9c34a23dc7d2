import type { RequestHandler } from 'express'
import { dispatchLead } from '../../actions/leads/dispatch-lead.ts'
import { form } from '../doors.ts'
import { regionField, textField, versionField } from '../fields.ts'
import type { WebParts } from '../web-parts.ts'

export function postDispatch(web: WebParts): RequestHandler[] {
  return form(web, async (visit, fields, req) => {
    const leadId = String(req.params.id)
    await dispatchLead(web, visit.viewer, {
      leadId,
      version: versionField(fields),
      region: regionField(fields, 'region'),
      reason: textField(fields, 'reason'),
    })
    return `/leads/${leadId}`
  })
}
