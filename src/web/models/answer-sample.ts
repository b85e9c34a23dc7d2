import type { RequestHandler } from 'express'
import { answerSample } from '../../actions/models/answer-sample.ts'
import { SAMPLE_ANSWERS } from '../../core/learn/draw.ts'
import { problem } from '../../core/problem.ts'
import { form } from '../doors.ts'
import { choice } from '../fields.ts'
import type { WebParts } from '../web-parts.ts'

export function postAnswer(web: WebParts): RequestHandler[] {
  return form(web, async ({ viewer }, fields, req) => {
    const answer = choice(fields, 'answer', SAMPLE_ANSWERS)
    if (!answer) throw problem('form.invalid', { field: 'answer' })
    await answerSample(web, viewer, { documentId: String(req.params.id), answer })
    return '/models/sample'
  })
}
