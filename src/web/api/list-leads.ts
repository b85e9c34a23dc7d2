import type { Request, RequestHandler } from 'express'
import { endOfShanghaiDay, isDay, startOfShanghaiDay } from '../../core/clock/shanghai.ts'
import { BANDS, CATEGORIES, KINDS } from '../../core/document.ts'
import { problem } from '../../core/problem.ts'
import { DESKS, type InboxFilter, inboxPage, readCursor } from '../../store/views/inbox.ts'
import type { WebParts } from '../web-parts.ts'
import { leadAnswer } from './lead-answer.ts'
import { withToken } from './token-holder.ts'

export const LEAD_FILTERS = ['desk', 'category', 'band', 'kind', 'from', 'to', 'q', 'limit', 'after'] as const

/** `GET /api/v1/leads`: leads the token may see, worst first, then oldest first, a page at a time. */
export function listLeads(web: WebParts): RequestHandler {
  return withToken(web, 'lead.read', async ({ viewer }, request, response) => {
    const { rows, next } = await inboxPage(web.db, viewer, filterOf(request))
    const items = rows.map((row) => ({
      ...leadAnswer(row, row.labels),
      owner_name: row.ownerName,
      codes: row.codes,
    }))
    response.json({ items, next: next ?? null })
  })
}

// A program that misspells a filter should hear of it, not work through every lead there is.
function filterOf(request: Request): InboxFilter {
  const asked = request.query as Record<string, unknown>
  for (const name of Object.keys(asked)) {
    if (!(LEAD_FILTERS as readonly string[]).includes(name)) throw invalid(name, LEAD_FILTERS)
    if (typeof asked[name] !== 'string') throw invalid(name, 'once')
  }
  const value = (name: (typeof LEAD_FILTERS)[number]) => (asked[name] as string | undefined) || undefined
  const category = oneOf('category', value('category'), CATEGORIES)
  const band = oneOf('band', value('band'), BANDS)
  const kind = oneOf('kind', value('kind'), KINDS)
  const from = day('from', value('from'))
  const to = day('to', value('to'))
  const typed = value('q')
  const after = cursor(value('after'))
  return {
    desk: oneOf('desk', value('desk'), DESKS) ?? 'all',
    limit: limitOf(value('limit')),
    ...(category ? { category } : {}),
    ...(band ? { band } : {}),
    ...(kind ? { kind } : {}),
    ...(from ? { from: startOfShanghaiDay(from) } : {}),
    ...(to ? { before: endOfShanghaiDay(to) } : {}),
    ...(typed ? { typed } : {}),
    ...(after ? { after } : {}),
  }
}

function oneOf<T extends string>(field: string, value: string | undefined, known: readonly T[]): T | undefined {
  if (value === undefined) return undefined
  const found = known.find((word) => word === value)
  if (!found) throw invalid(field, known)
  return found
}

function day(field: string, value: string | undefined): string | undefined {
  if (value !== undefined && !isDay(value)) throw invalid(field, 'YYYY-MM-DD')
  return value
}

const MOST_AT_ONCE = 200

function limitOf(value: string | undefined): number {
  if (value === undefined) return 50
  const limit = /^\d{1,4}$/.test(value) ? Number(value) : 0
  if (limit < 1 || limit > MOST_AT_ONCE) throw invalid('limit', `1 to ${MOST_AT_ONCE}`)
  return limit
}

// A cursor nobody gave out would begin the list again, and a program following it would go round for ever.
function cursor(value: string | undefined): string | undefined {
  if (value === undefined) return undefined
  if (readCursor(value)) return value
  throw invalid('after', 'the value of "next" of the page before')
}

function invalid(field: string, allowed: unknown) {
  return problem('form.invalid', { field, allowed })
}
