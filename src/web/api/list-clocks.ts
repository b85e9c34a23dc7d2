import type { Request, RequestHandler } from 'express'
import { problem } from '../../core/problem.ts'
import { clockBoard } from '../../store/views/clock-board.ts'
import type { WebParts } from '../web-parts.ts'
import { withToken } from './token-holder.ts'

export const CLOCK_FILTERS = ['clock', 'officer', 'limit'] as const

/** `GET /api/v1/clocks`: statutory periods that run, the first to end first. */
export function listClocks(web: WebParts): RequestHandler {
  return withToken(web, 'clock.read', async ({ viewer }, request, response) => {
    const filter = filterOf(web, request)
    const rows = await clockBoard(web.db, viewer, filter)
    response.json({
      items: rows.map((row) => ({
        matter: row.matterId,
        number: row.number,
        kind: row.kind,
        state: row.state,
        region: row.region,
        clock: row.clock,
        variant: row.variant,
        title: web.procedure.clocks[row.clock]?.title.zh ?? row.clock,
        event_at: row.eventAt,
        due: row.due,
        due_alt: row.dueAlt,
        stands_since: row.standsSince,
        handlers: row.handlers.map(({ id }) => id),
      })),
    })
  })
}

function filterOf({ procedure }: WebParts, request: Request) {
  const asked = request.query as Record<string, unknown>
  for (const name of Object.keys(asked)) {
    if (!(CLOCK_FILTERS as readonly string[]).includes(name))
      throw problem('form.invalid', { field: name, allowed: CLOCK_FILTERS })
    if (typeof asked[name] !== 'string') throw problem('form.invalid', { field: name, allowed: 'once' })
  }
  const value = (name: (typeof CLOCK_FILTERS)[number]) => (asked[name] as string | undefined) || undefined
  const [clock, officerId, limit] = [value('clock'), value('officer'), value('limit') ?? '100']
  if (clock !== undefined && !Object.hasOwn(procedure.clocks, clock))
    throw problem('form.invalid', { field: 'clock', allowed: Object.keys(procedure.clocks) })
  if (!/^\d{1,3}$/.test(limit) || Number(limit) < 1 || Number(limit) > 500)
    throw problem('form.invalid', { field: 'limit', allowed: '1 to 500' })
  return { limit: Number(limit), ...(clock ? { clock } : {}), ...(officerId ? { officerId } : {}) }
}
