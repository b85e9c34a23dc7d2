import type { RequestHandler } from 'express'
import { countClocks } from '../../core/procedure/counted-clock.ts'
import { matterPage } from '../../store/views/matter-page.ts'
import type { WebParts } from '../web-parts.ts'
import { matterAnswer, matterEventAnswer } from './matter-answer.ts'
import { pathId } from './path-id.ts'
import { withToken } from './token-holder.ts'

/** `GET /api/v1/cases/:id`: a case, complaint or report with its clocks and everything that happened to it. */
export function showCase(web: WebParts): RequestHandler {
  return withToken(web, 'matter.read', async ({ viewer }, request, response) => {
    const page = await matterPage(web.db, viewer, pathId(request))
    const { file, names, events } = page
    const opened = events.find(({ move }) => move === 'confirm_lead') ?? events[0]
    response.json({
      ...matterAnswer(file, opened?.reason ?? ''),
      owner_name: names.get(file.openedBy) ?? null,
      clocks: countClocks(web.procedure, file.matter).map((clock) => ({
        clock: clock.clock,
        variant: clock.variant,
        event_at: clock.eventAt,
        due: clock.due,
        due_alt: clock.dueAlt,
        stands_since: clock.standsSince,
        ended_at: clock.endedAt,
      })),
      history: events.map((event) => matterEventAnswer(event, names)),
    })
  })
}
