import type { RequestHandler } from 'express'
import { rollBackModel } from '../../actions/models/promote-model.ts'
import { form } from '../doors.ts'
import { textField, versionField } from '../fields.ts'
import type { WebParts } from '../web-parts.ts'

export function postRollBackModel(web: WebParts): RequestHandler[] {
  return form(web, async ({ viewer }, fields, req) => {
    const hash = String(req.params.hash)
    await rollBackModel(web, viewer, { hash, seq: versionField(fields), reason: textField(fields, 'reason') })
    return '/models'
  })
}
