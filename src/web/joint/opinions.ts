import type { RequestHandler } from 'express'
import { askOpinions } from '../../actions/joint/ask-opinions.ts'
import { recordOpinion } from '../../actions/joint/record-opinion.ts'
import { tellOpinionLater } from '../../actions/joint/tell-opinion-later.ts'
import { withdrawOpinion } from '../../actions/joint/withdraw-opinion.ts'
import { problem } from '../../core/problem.ts'
import { ANSWERS } from '../../core/routing/standing.ts'
import { form } from '../doors.ts'
import { choice, listField, regionField, textField, versionField } from '../fields.ts'
import { shanghaiInstant } from '../matters/read-move.ts'
import type { WebParts } from '../web-parts.ts'

export function postAskOpinions(web: WebParts): RequestHandler[] {
  return form(web, async (visit, fields, req) => {
    const matterId = String(req.params.id)
    const place = regionField(fields, 'place')
    await askOpinions(web, visit.viewer, {
      matterId,
      version: versionField(fields),
      departments: listField(fields, 'departments'),
      question: textField(fields, 'question'),
      ...(place ? { place } : {}),
    })
    return `/matters/${matterId}#opinions`
  })
}

/** Recorded, told later or withdrawn: `/matters/:id/opinions/:opinion/:deed`. */
export function postOpinionDeed(web: WebParts): RequestHandler[] {
  return form(web, async (visit, fields, req) => {
    const { id, opinion, deed } = req.params
    const target = { matterId: String(id), opinionId: String(opinion), version: versionField(fields) }
    const reason = textField(fields, 'reason')
    if (deed === 'record') {
      const answer = choice(fields, 'answer', ANSWERS)
      if (!answer) throw problem('form.invalid', { field: 'answer' })
      const at = textField(fields, 'at')
      const answeredAt = at ? { answeredAt: shanghaiInstant(at) } : {}
      await recordOpinion(web, visit.viewer, { ...target, answer, text: textField(fields, 'text'), ...answeredAt })
    } else if (deed === 'later') {
      await tellOpinionLater(web, visit.viewer, { ...target, until: textField(fields, 'until'), reason })
    } else if (deed === 'withdraw') {
      await withdrawOpinion(web, visit.viewer, { ...target, reason })
    } else throw problem('not_found')
    return `/matters/${id}#opinions`
  })
}
