import type { RequestHandler } from 'express'
import { draftFields } from '../../actions/calls/save-call-draft.ts'
import { callPage, isCallTaken } from '../../store/views/calls-list.ts'
import { screen } from '../doors.ts'
import { sendPage } from '../send-page.ts'
import type { WebParts } from '../web-parts.ts'
import { CallForm } from './call-form.tsx'
import { CardPage } from './card.tsx'

/** A call at its own address: the form, with what was kept of it, until it is taken; the card afterwards. */
export function showCall(web: WebParts): RequestHandler {
  return screen(web, async (visit, req, res) => {
    const callId = String(req.params.id)
    if (await isCallTaken(web.db, callId)) {
      const page = await callPage(web.db, visit.viewer, callId)
      return sendPage(res, <CardPage visit={visit} page={page} procedure={web.procedure} />)
    }
    const draft = await draftFields(web, visit.viewer, callId)
    const standing = {
      callId,
      fields: draft?.fields ?? {},
      version: draft?.version ?? 0,
      attached: draft?.documentIds.length ?? 0,
      ...(draft && { savedAt: draft.savedAt }),
    }
    sendPage(res, <CallForm visit={visit} {...standing} />)
  })
}
