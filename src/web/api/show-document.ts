import type { RequestHandler } from 'express'
import { documentPage } from '../../store/views/document-page.ts'
import type { WebParts } from '../web-parts.ts'
import { documentAnswer } from './document-answer.ts'
import { pathId } from './path-id.ts'
import { withToken } from './token-holder.ts'

/** `GET /api/v1/documents/:id`: where a paper stands and, once processed, what the machine says of it. */
export function showDocument(web: WebParts): RequestHandler {
  return withToken(web, 'document.read', async ({ viewer }, request, response) => {
    response.json(documentAnswer(await documentPage(web.db, viewer, pathId(request))))
  })
}
