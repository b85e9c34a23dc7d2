import type { RequestHandler } from 'express'
import { type CorrectionOrder, correctCircumstances } from '../../actions/papers/correct-circumstances.ts'
import { type Changes, CORRECTABLE, type Correctable } from '../../core/intake/correction.ts'
import { problem } from '../../core/problem.ts'
import { documentPage } from '../../store/views/document-page.ts'
import type { WebParts } from '../web-parts.ts'
import { answerKeyed } from './answer-keyed.ts'
import { documentAnswer } from './document-answer.ts'
import { jsonBody } from './json-body.ts'
import { pathId } from './path-id.ts'
import { requestHash } from './request-hash.ts'
import { withToken } from './token-holder.ts'

/** `POST /api/v1/documents/:id/correct`: the officer behind the token corrects circumstances; the answer is the paper assessed again. */
export function correctDocument(web: WebParts): RequestHandler {
  return withToken(web, 'document.correct', async (holder, request, response) => {
    const documentId = pathId(request)
    const body = await jsonBody(request, response)
    const order = { documentId, ...orderOf(body) }
    await answerKeyed(web, holder, request, response, {
      hash: async () => requestHash('correct', documentId, body),
      longestMinutes: 2,
      async work() {
        await correctCircumstances(web, holder.viewer, order)
        return { status: 200, body: documentAnswer(await documentPage(web.db, holder.viewer, documentId)) }
      },
    })
  })
}

const FIELDS = ['version', 'changes', 'reason']

function orderOf(body: Record<string, unknown>): Omit<CorrectionOrder, 'documentId'> {
  for (const name of Object.keys(body)) {
    if (!FIELDS.includes(name)) throw problem('form.invalid', { field: name, allowed: FIELDS })
  }
  const { version, reason } = body
  if (typeof version !== 'number' || !Number.isInteger(version)) {
    throw problem('form.invalid', { field: 'version', allowed: 'the whole number the paper was read with' })
  }
  if (typeof reason !== 'string' || reason.trim() === '' || reason.length > 1_000 || reason.includes('\0')) {
    throw problem('form.invalid', { field: 'reason', allowed: '1 to 1000 characters' })
  }
  return { version, reason, changes: changesOf(body.changes) }
}

/** What the values may be the action judges; here only that they are words or null under names that can be corrected. */
function changesOf(changes: unknown): Changes {
  if (typeof changes !== 'object' || changes === null || Array.isArray(changes)) {
    throw problem('form.invalid', { field: 'changes', allowed: CORRECTABLE })
  }
  for (const [name, value] of Object.entries(changes)) {
    if (!CORRECTABLE.includes(name as Correctable)) throw problem('form.invalid', { field: name, allowed: CORRECTABLE })
    if (value !== null && typeof value !== 'string')
      throw problem('form.invalid', { field: name, allowed: 'text or null' })
  }
  return changes as Changes
}
