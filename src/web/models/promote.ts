import type { RequestHandler } from 'express'
import { promoteModel } from '../../actions/models/promote-model.ts'
import { form } from '../doors.ts'
import { textField, versionField } from '../fields.ts'
import type { WebParts } from '../web-parts.ts'

export function postPromote(web: WebParts): RequestHandler[] {
  return form(web, async ({ viewer }, fields, req) => {
    const hash = String(req.params.hash)
    await promoteModel(web, viewer, { hash, seq: versionField(fields), reason: textField(fields, 'reason') })
    return '/models'
  })
}
