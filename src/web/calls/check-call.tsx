import type { RequestHandler } from 'express'
import { render } from 'preact-render-to-string'
import { liveCheck } from '../../actions/calls/live-check.ts'
import { form } from '../doors.ts'
import { textField, versionField } from '../fields.ts'
import { sendPage } from '../send-page.ts'
import type { WebParts } from '../web-parts.ts'
import { CallForm } from './call-form.tsx'
import { LivePanel } from './live-panel.tsx'
import { callFields, readLongForm } from './read-fields.ts'

/** The script is answered with the panel alone, the button with the whole page. Nothing is kept. */
export function postCheck(web: WebParts): RequestHandler[] {
  return form(
    web,
    async (visit, posted, req, res) => {
      const fields = callFields(posted)
      const attached = Number(textField(posted, 'attached')) || 0
      const check = await liveCheck(web, visit.viewer, { fields, attachments: attached })
      const panel = <LivePanel visit={visit} check={check} procedure={web.procedure} />
      if (textField(posted, 'part') !== '') {
        res.set('Cache-Control', 'no-store').type('html').send(render(panel))
      } else {
        const standing = { callId: String(req.params.id), fields, version: versionField(posted), attached }
        sendPage(res, <CallForm visit={visit} {...standing} live={panel} />)
      }
      return undefined
    },
    readLongForm,
  )
}
