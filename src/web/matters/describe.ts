import type { RequestHandler } from 'express'
import { describeMatter } from '../../actions/matters/describe-matter.ts'
import { form } from '../doors.ts'
import { textField, versionField } from '../fields.ts'
import type { WebParts } from '../web-parts.ts'

export function postDescribe(web: WebParts): RequestHandler[] {
  return form(web, async (visit, fields, req) => {
    const matterId = String(req.params.id)
    await describeMatter(web, visit.viewer, {
      matterId,
      version: versionField(fields),
      title: textField(fields, 'title'),
      seller: textField(fields, 'seller'),
      creditCode: textField(fields, 'credit_code'),
      phone: textField(fields, 'phone'),
    })
    return `/matters/${matterId}`
  })
}
