import type { RequestHandler } from 'express'
import { readPaperFields } from '../../actions/imports/paper-fields.ts'
import { useActiveModel } from '../../actions/models/use-active-model.ts'
import { checkAnswer } from '../../actions/papers/check-answer.ts'
import { mustHoldText } from '../../actions/papers/must-hold-text.ts'
import { useActiveRulebook } from '../../actions/rulebook/use-active-rulebook.ts'
import { shanghaiDay } from '../../core/clock/shanghai.ts'
import { assess } from '../../core/pipeline.ts'
import { problem } from '../../core/problem.ts'
import type { WebParts } from '../web-parts.ts'
import { jsonBody } from './json-body.ts'
import { withToken } from './token-holder.ts'

/** Longest text checked while the caller waits, in UTF-16 units: some second at worst, in which every other request waits too. Longer ones go to `documents`. */
export const LONGEST_CHECKED = 500_000

export const CHECK_FIELDS = ['text', 'kind', 'date', 'until', 'region', 'entity', 'channel', 'id'] as const

/** `POST /api/v1/check`: what the machine says of a text, the same as `scan` would; nothing is kept. */
export function check(web: WebParts): RequestHandler {
  return withToken(web, 'document.read', async (_holder, request, response) => {
    const { text, given, id } = readPaperFields(await jsonBody(request, response), CHECK_FIELDS)
    if (text === undefined) throw problem('form.invalid', { field: 'text', allowed: 'text' })
    mustHoldText(text)
    if (text.length > LONGEST_CHECKED) throw problem('request.too_large')
    const compiled = await useActiveRulebook(web)
    await useActiveModel(web)
    const assessment = assess({ text, ...given }, shanghaiDay(web.now()), compiled, web.model)
    response.json(checkAnswer(id ?? '', assessment))
  })
}
