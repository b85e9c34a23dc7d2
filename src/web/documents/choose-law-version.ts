import type { RequestHandler } from 'express'
import { chooseLawVersion } from '../../actions/papers/choose-law-version.ts'
import { LAW_VERSIONS } from '../../core/case/law-version.ts'
import { problem } from '../../core/problem.ts'
import { form } from '../doors.ts'
import { choice, textField, versionField } from '../fields.ts'
import type { WebParts } from '../web-parts.ts'

export function postChooseLawVersion(web: WebParts): RequestHandler[] {
  return form(web, async (visit, fields, req) => {
    const documentId = String(req.params.id)
    const version = choice(fields, 'choice', LAW_VERSIONS)
    if (!version) throw problem('form.invalid', { field: 'choice' })
    await chooseLawVersion(web, visit.viewer, {
      documentId,
      matter: textField(fields, 'matter'),
      version,
      seen: versionField(fields),
      reason: textField(fields, 'reason'),
    })
    return `/documents/${documentId}#law`
  })
}
