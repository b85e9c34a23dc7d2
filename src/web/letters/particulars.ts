import type { RequestHandler } from 'express'
import { noteParticulars } from '../../actions/letters/note-particulars.ts'
import { PARTICULAR_FIELDS } from '../../core/letter/letterhead.ts'
import { form } from '../doors.ts'
import { textField, versionField } from '../fields.ts'
import type { WebParts } from '../web-parts.ts'

export function postParticulars(web: WebParts): RequestHandler[] {
  return form(web, async (visit, fields, req) => {
    const matterId = String(req.params.id)
    await noteParticulars(web, visit.viewer, {
      matterId,
      version: versionField(fields),
      fields: Object.fromEntries(PARTICULAR_FIELDS.map((name) => [name, textField(fields, name)])),
    })
    return `/matters/${matterId}#letters`
  })
}
