import type { RequestHandler } from 'express'
import type { WebParts } from '../web-parts.ts'
import { unsupported } from './json-body.ts'
import { receiveBatch } from './receive-batch.ts'
import { receiveForm } from './receive-form.ts'
import { receiveJson } from './receive-json.ts'
import { withToken } from './token-holder.ts'

/** `POST /api/v1/documents`: one paper as JSON, files in a form, or a batch of lines. */
export function receiveDocuments(web: WebParts): RequestHandler {
  return withToken(web, 'document.receive', async (holder, request, response) => {
    if (request.is('application/json')) return receiveJson(web, holder, request, response)
    if (request.is('multipart/form-data')) return receiveForm(web, holder, request, response)
    if (request.is('application/x-ndjson')) return receiveBatch(web, holder, request, response)
    throw unsupported(['application/json', 'multipart/form-data', 'application/x-ndjson'])
  })
}
