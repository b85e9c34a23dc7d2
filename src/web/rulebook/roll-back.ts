import type { RequestHandler } from 'express'
import { rollBackRulebook } from '../../actions/rulebook/activate-rulebook.ts'
import { form } from '../doors.ts'
import { textField, versionField } from '../fields.ts'
import type { WebParts } from '../web-parts.ts'

export function postRollBack(web: WebParts): RequestHandler[] {
  return form(web, async ({ viewer }, fields, req) => {
    const hash = String(req.params.hash)
    await rollBackRulebook(web, viewer, { hash, seq: versionField(fields), reason: textField(fields, 'reason') })
    return `/rulebook/${hash}`
  })
}
