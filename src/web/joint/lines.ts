import type { RequestHandler } from 'express'
import { answerLine } from '../../actions/joint/answer-line.ts'
import { draftNotice } from '../../actions/joint/draft-notice.ts'
import { endLine } from '../../actions/joint/end-line.ts'
import { openLines } from '../../actions/joint/open-lines.ts'
import { sendLine } from '../../actions/joint/send-line.ts'
import { stateNotes } from '../../actions/joint/state-notes.ts'
import { problem } from '../../core/problem.ts'
import { form } from '../doors.ts'
import { choice, listField, regionField, textField, versionField } from '../fields.ts'
import { shanghaiInstant } from '../matters/read-move.ts'
import type { WebParts } from '../web-parts.ts'

/** Several lines at once. */
export function postOpenLines(web: WebParts): RequestHandler[] {
  return form(web, async (visit, fields, req) => {
    const matterId = String(req.params.id)
    await openLines(web, visit.viewer, {
      matterId,
      version: versionField(fields),
      lines: listField(fields, 'lines'),
      place: regionField(fields, 'place'),
      reason: textField(fields, 'reason'),
    })
    return `/matters/${matterId}#lines`
  })
}

export function postNotes(web: WebParts): RequestHandler[] {
  return form(web, async (visit, fields, req) => {
    const matterId = String(req.params.id)
    const order = { matterId, version: versionField(fields), notes: listField(fields, 'notes') }
    await stateNotes(web, visit.viewer, order)
    return `/matters/${matterId}#lines`
  })
}

/** Drafted, sent, answered or ended: `/matters/:id/lines/:line/:deed`. */
export function postLineDeed(web: WebParts): RequestHandler[] {
  return form(web, async (visit, fields, req) => {
    const { id, line, deed } = req.params
    const target = { matterId: String(id), lineId: String(line), version: versionField(fields) }
    if (deed === 'draft') {
      const { letterId, matterId } = await draftNotice(web, visit.viewer, target)
      return `/matters/${matterId}/letters/${letterId}`
    }
    if (deed === 'send') {
      const at = textField(fields, 'at')
      const sentAt = at ? { sentAt: shanghaiInstant(at) } : {}
      await sendLine(web, visit.viewer, { ...target, how: textField(fields, 'how'), ...sentAt })
    } else if (deed === 'answer') {
      const outcome = choice(fields, 'outcome', ['answered', 'returned'] as const)
      if (!outcome) throw problem('form.invalid', { field: 'answer' })
      await answerLine(web, visit.viewer, { ...target, outcome, answer: textField(fields, 'answer') })
    } else if (deed === 'end') {
      await endLine(web, visit.viewer, { ...target, reason: textField(fields, 'reason') })
    } else throw problem('not_found')
    return `/matters/${id}#lines`
  })
}
