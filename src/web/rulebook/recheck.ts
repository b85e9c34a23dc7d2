import type { RequestHandler } from 'express'
import { recheckDocuments } from '../../actions/papers/recheck-documents.ts'
import { form } from '../doors.ts'
import { textField } from '../fields.ts'
import type { WebParts } from '../web-parts.ts'

export function postRecheck(web: WebParts): RequestHandler[] {
  return form(web, async ({ viewer }, fields) => {
    await recheckDocuments(web, viewer, {
      from: textField(fields, 'from'),
      to: textField(fields, 'to'),
      reason: textField(fields, 'reason'),
    })
    return '/rulebook'
  })
}
