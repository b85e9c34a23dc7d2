import type { RequestHandler } from 'express'
import { takeLead } from '../../actions/leads/take-lead.ts'
import { form } from '../doors.ts'
import { versionField } from '../fields.ts'
import type { WebParts } from '../web-parts.ts'

export function postTake(web: WebParts): RequestHandler[] {
  return form(web, async (visit, fields, req) => {
    const leadId = String(req.params.id)
    await takeLead(web, visit.viewer, { leadId, version: versionField(fields) })
    return `/leads/${leadId}`
  })
}
