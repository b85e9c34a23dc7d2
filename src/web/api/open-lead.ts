import type { RequestHandler } from 'express'
import { openCase } from '../../actions/leads/open-case.ts'
import { problem } from '../../core/problem.ts'
import type { WebParts } from '../web-parts.ts'
import { answerKeyed } from './answer-keyed.ts'
import { jsonBody } from './json-body.ts'
import { matterAnswer } from './matter-answer.ts'
import { pathId } from './path-id.ts'
import { requestHash } from './request-hash.ts'
import { withToken } from './token-holder.ts'

/** `POST /api/v1/leads/:id/open`: the officer behind the token makes a case of a lead. */
export function openLead(web: WebParts): RequestHandler {
  return withToken(web, 'case.open', async (holder, request, response) => {
    const leadId = pathId(request)
    const body = await jsonBody(request, response)
    const order = { leadId, ...orderOf(body) }
    await answerKeyed(web, holder, request, response, {
      hash: async () => requestHash('open', leadId, body),
      longestMinutes: 2,
      work: async () => ({
        status: 201,
        body: matterAnswer(await openCase(web, holder.viewer, order), order.reason.trim()),
      }),
    })
  })
}

function orderOf(body: Record<string, unknown>): { version: number; reason: string } {
  for (const name of Object.keys(body)) {
    if (name !== 'version' && name !== 'reason') {
      throw problem('form.invalid', { field: name, allowed: ['version', 'reason'] })
    }
  }
  const { version, reason } = body
  if (typeof version !== 'number' || !Number.isInteger(version)) {
    throw problem('form.invalid', { field: 'version', allowed: 'the whole number the lead was read with' })
  }
  if (typeof reason !== 'string' || reason.trim() === '' || reason.length > 2_000 || reason.includes('\0')) {
    throw problem('form.invalid', { field: 'reason', allowed: '1 to 2000 characters' })
  }
  return { version, reason }
}
