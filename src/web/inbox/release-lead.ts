import type { RequestHandler } from 'express'
import { releaseLead } from '../../actions/leads/release-lead.ts'
import { form } from '../doors.ts'
import { versionField } from '../fields.ts'
import type { WebParts } from '../web-parts.ts'

export function postRelease(web: WebParts): RequestHandler[] {
  return form(web, async (visit, fields, req) => {
    const leadId = String(req.params.id)
    await releaseLead(web, visit.viewer, { leadId, version: versionField(fields) })
    return `/leads/${leadId}`
  })
}
