import express, { type RequestHandler } from 'express'
import { saveWorksheet } from '../../actions/matters/save-worksheet.ts'
import { form } from '../doors.ts'
import { versionField } from '../fields.ts'
import type { WebParts } from '../web-parts.ts'
import { readWorksheet } from './read-worksheet.ts'

/** A worksheet has more fields than any other form: five acts, and a reason for each circumstance. */
const readForm = express.urlencoded({ extended: false, limit: '256kb', parameterLimit: 1000 })

export function postWorksheet(web: WebParts): RequestHandler[] {
  return form(
    web,
    async (visit, fields, req) => {
      const matterId = String(req.params.id)
      await saveWorksheet(web, visit.viewer, {
        matterId,
        version: versionField(fields),
        draft: readWorksheet(fields),
      })
      return `/matters/${matterId}/worksheet`
    },
    readForm,
  )
}
