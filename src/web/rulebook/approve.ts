import type { RequestHandler } from 'express'
import { approveRulebook } from '../../actions/rulebook/activate-rulebook.ts'
import { form } from '../doors.ts'
import { textField, versionField } from '../fields.ts'
import type { WebParts } from '../web-parts.ts'

export function postApprove(web: WebParts): RequestHandler[] {
  return form(web, async ({ viewer }, fields, req) => {
    const hash = String(req.params.hash)
    await approveRulebook(web, viewer, { hash, seq: versionField(fields), reason: textField(fields, 'reason') })
    return `/rulebook/${hash}`
  })
}
