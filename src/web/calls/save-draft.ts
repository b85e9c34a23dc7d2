import type { RequestHandler } from 'express'
import { dropCallDraft, saveCallDraft } from '../../actions/calls/save-call-draft.ts'
import { shanghaiTime } from '../../core/clock/shanghai.ts'
import { form } from '../doors.ts'
import { versionField } from '../fields.ts'
import type { WebParts } from '../web-parts.ts'
import { callFields, readLongForm } from './read-fields.ts'

/** The script is answered with the version to save upon next, the button with the desk. */
export function postDraft(web: WebParts): RequestHandler[] {
  return form(
    web,
    async (visit, fields, req, res) => {
      const callId = String(req.params.id)
      const order = { callId, version: versionField(fields), fields: callFields(fields) }
      const { version, savedAt } = await saveCallDraft(web, visit.viewer, order)
      if (req.accepts(['html', 'json']) === 'html') return '/calls'
      res
        .set('Cache-Control', 'no-store')
        .json({ version, said: visit.words.calls.saved(shanghaiTime(savedAt).slice(-5)) })
      return undefined
    },
    readLongForm,
  )
}

export function postDrop(web: WebParts): RequestHandler[] {
  return form(
    web,
    async ({ viewer }, fields, req) => {
      await dropCallDraft(web, viewer, { callId: String(req.params.id), version: versionField(fields) })
      return '/calls'
    },
    readLongForm,
  )
}
