import type { RequestHandler } from 'express'
import { casePage } from '../../store/views/cases-list.ts'
import type { WebParts } from '../web-parts.ts'
import { caseAnswer } from './case-answer.ts'
import { historyAnswer } from './history-answer.ts'
import { pathId } from './path-id.ts'
import { withToken } from './token-holder.ts'

/** `GET /api/v1/cases/:id`: a case with its history. */
export function showCase(web: WebParts): RequestHandler {
  return withToken(web, 'case.read', async ({ viewer }, request, response) => {
    const page = await casePage(web.db, viewer, pathId(request))
    response.json({
      ...caseAnswer(page.caseFile),
      owner_name: page.ownerName,
      history: page.history.map(historyAnswer),
    })
  })
}
