import type { RequestHandler } from 'express'
import { correctCircumstances } from '../../actions/papers/correct-circumstances.ts'
import { type Changes, CORRECTABLE } from '../../core/intake/correction.ts'
import { form } from '../doors.ts'
import { regionField, textField, versionField } from '../fields.ts'
import type { WebParts } from '../web-parts.ts'

export function postCorrect(web: WebParts): RequestHandler[] {
  return form(web, async (visit, fields, req) => {
    const documentId = String(req.params.id)
    const asked = CORRECTABLE.flatMap((field): [string, string | null][] => {
      const value = field === 'region' ? regionField(fields, field) : textField(fields, field)
      if (value !== '') return [[field, value]]
      return textField(fields, `withdraw-${field}`) === '' ? [] : [[field, null]]
    })
    await correctCircumstances(web, visit.viewer, {
      documentId,
      version: versionField(fields),
      // Judged field by field by the action, which knows what is allowed.
      changes: Object.fromEntries(asked) as Changes,
      reason: textField(fields, 'reason'),
    })
    return `/documents/${documentId}#circumstances`
  })
}
