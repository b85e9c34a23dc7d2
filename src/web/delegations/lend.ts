import type { RequestHandler } from 'express'
import { lendApproval, takeBackApproval } from '../../actions/matters/lend-approval.ts'
import { form } from '../doors.ts'
import { textField, versionField } from '../fields.ts'
import type { WebParts } from '../web-parts.ts'

export function postGrant(web: WebParts): RequestHandler[] {
  return form(web, async (visit, fields) => {
    await lendApproval(web, visit.viewer, {
      to: textField(fields, 'to'),
      from: textField(fields, 'from_day'),
      until: textField(fields, 'to_day'),
      inCharge: textField(fields, 'in_charge') === 'yes',
      reason: textField(fields, 'reason'),
    })
    return '/delegations'
  })
}

export function postRevoke(web: WebParts): RequestHandler[] {
  return form(web, async (visit, fields, req) => {
    await takeBackApproval(web, visit.viewer, { id: String(req.params.id), version: versionField(fields) })
    return '/delegations'
  })
}
