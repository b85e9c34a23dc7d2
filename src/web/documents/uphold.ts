import type { RequestHandler } from 'express'
import { upholdFinding } from '../../actions/leads/uphold-finding.ts'
import { form } from '../doors.ts'
import { textField, versionField } from '../fields.ts'
import type { WebParts } from '../web-parts.ts'
import { documentAnchor } from './document-anchor.ts'

export function postUphold(web: WebParts): RequestHandler[] {
  return form(web, async (visit, fields, req) => {
    const order = { version: versionField(fields), note: textField(fields, 'note') }
    const { documentId } = await upholdFinding(web, visit.viewer, { findingId: String(req.params.findingId), ...order })
    return documentAnchor(documentId, fields)
  })
}
