import type { RequestHandler } from 'express'
import { leadPage } from '../../store/views/lead-page.ts'
import type { WebParts } from '../web-parts.ts'
import { historyAnswer } from './history-answer.ts'
import { leadAnswer } from './lead-answer.ts'
import { pathId } from './path-id.ts'
import { withToken } from './token-holder.ts'

/** `GET /api/v1/leads/:id`: a lead with its newest hundred papers and its history. */
export function showLead(web: WebParts): RequestHandler {
  return withToken(web, 'lead.read', async ({ viewer }, request, response) => {
    const page = await leadPage(web.db, viewer, pathId(request))
    response.json({
      ...leadAnswer(page.lead, page.labels),
      owner_name: page.ownerName,
      case: page.caseFile?.id ?? null,
      papers: page.documents.map((paper) => ({
        id: paper.id,
        href: `/api/v1/documents/${paper.id}`,
        stage: paper.stage,
        kind: paper.kind,
        title: paper.title,
        sender: paper.sender,
        file_name: paper.fileName,
        findings: paper.findings,
        received_at: paper.receivedAt,
      })),
      history: page.history.map(historyAnswer),
    })
  })
}
