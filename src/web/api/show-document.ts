import type { RequestHandler } from 'express'
import { checkAnswer } from '../../actions/check-answer.ts'
import { type DocumentPage, documentPage } from '../../store/views/document-page.ts'
import type { WebParts } from '../web-parts.ts'
import { pathId } from './path-id.ts'
import { withToken } from './token-holder.ts'

/** `GET /api/v1/documents/:id`: where a paper stands and, once processed, what the machine says of it. */
export function showDocument(web: WebParts): RequestHandler {
  return withToken(web, 'document.read', async ({ viewer }, request, response) => {
    response.json(answer(await documentPage(web.db, viewer, pathId(request))))
  })
}

function answer({ document, origin, text, assessment, findings, facts, lead }: DocumentPage) {
  return {
    id: document.id,
    stage: document.stage,
    kind: document.kind,
    kind_guessed: document.kindGuessed,
    title: document.title,
    region: document.region,
    received_at: document.receivedAt,
    source: origin.source,
    sender: origin.sender,
    external: origin.external,
    file_name: origin.fileName,
    row: origin.rowLocator,
    parent: origin.parentDocumentId,
    sha256: document.sha256,
    unreadable: document.unreadableReason,
    lead: lead?.id ?? null,
    /** The text as read: offsets of findings and facts are into this. */
    text: text?.text ?? null,
    assessment: assessment ? checkAnswer(document.id, { ...assessment, findings, facts }) : null,
  }
}
