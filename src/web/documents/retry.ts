import type { RequestHandler } from 'express'
import { retryDocument } from '../../actions/papers/retry-document.ts'
import { form } from '../doors.ts'
import { versionField } from '../fields.ts'
import type { WebParts } from '../web-parts.ts'

export function postRetry(web: WebParts): RequestHandler[] {
  return form(web, async (visit, fields, req) => {
    const documentId = String(req.params.id)
    await retryDocument(web, visit.viewer, { documentId, version: versionField(fields) })
    return `/documents/${documentId}`
  })
}
