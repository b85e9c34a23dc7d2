import type { Request, Response } from 'express'
import { readPaperFields } from '../../actions/imports/paper-fields.ts'
import { receiveDocument } from '../../actions/papers/receive-document.ts'
import type { WebParts } from '../web-parts.ts'
import { answerKeyed, idempotencyKey } from './answer-keyed.ts'
import { delivery, paperBytes, partsFor, receiptOf } from './delivered.ts'
import { jsonBody } from './json-body.ts'
import { requestHash } from './request-hash.ts'
import type { TokenHolder } from './token-holder.ts'

/** One text with what is known of it. Kept as UTF-8, word for word. */
export async function receiveJson(
  web: WebParts,
  holder: TokenHolder,
  request: Request,
  response: Response,
): Promise<void> {
  const body = await jsonBody(request, response)
  const { text, ...fields } = readPaperFields(body)
  const bytes = paperBytes(text)
  const key = idempotencyKey(request)
  await answerKeyed(web, holder, request, response, {
    hash: async () => requestHash('documents', body),
    longestMinutes: 2,
    async work() {
      const order = delivery(holder, key, undefined, fields, { bytes })
      const actor = { officerId: holder.viewer.officerId }
      const received = await receiveDocument(partsFor(web, holder), { ...order, actor })
      return { status: 202, body: receiptOf(received) }
    },
  })
}
