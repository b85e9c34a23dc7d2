import type { RequestHandler } from 'express'
import { logFollowUp } from '../../actions/calls/log-follow-up.ts'
import { FOLLOW_UP_WAYS } from '../../core/intake/call.ts'
import { problem } from '../../core/problem.ts'
import { matterNumber } from '../../store/views/calls-list.ts'
import { form } from '../doors.ts'
import { choice, textField } from '../fields.ts'
import { pathWith } from '../local-path.ts'
import type { WebParts } from '../web-parts.ts'

/** Back to the number it was logged under, where it can be seen. */
export function postFollowUp(web: WebParts): RequestHandler[] {
  return form(web, async ({ viewer }, fields) => {
    const way = choice(fields, 'way', FOLLOW_UP_WAYS)
    if (!way) throw problem('form.invalid', { field: 'way' })
    const matterId = textField(fields, 'matter')
    const hasNewFacts = textField(fields, 'new_facts') !== ''
    await logFollowUp(web, viewer, { matterId, way, note: textField(fields, 'note'), hasNewFacts })
    return pathWith('/calls', { number: await matterNumber(web.db, matterId) })
  })
}
