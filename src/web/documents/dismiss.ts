import type { RequestHandler } from 'express'
import { dismissFinding } from '../../actions/leads/dismiss-finding.ts'
import { form } from '../doors.ts'
import { dismissReasonField, textField, versionField } from '../fields.ts'
import type { WebParts } from '../web-parts.ts'
import { documentAnchor } from './document-anchor.ts'

export function postDismiss(web: WebParts): RequestHandler[] {
  return form(web, async (visit, fields, req) => {
    const { documentId } = await dismissFinding(web, visit.viewer, {
      findingId: String(req.params.findingId),
      version: versionField(fields),
      reason: dismissReasonField(fields),
      note: textField(fields, 'note'),
    })
    return documentAnchor(documentId, fields)
  })
}
