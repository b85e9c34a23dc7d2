import type { Request, RequestHandler, Response } from 'express'
import { viewerOfToken } from '../../actions/officers/create-api-token.ts'
import { may, type Permission, type Viewer } from '../../core/access/viewer.ts'
import { problem } from '../../core/problem.ts'
import type { WebParts } from '../web-parts.ts'

/** Whom a bearer token stands for; `tokenId` scopes idempotency keys. */
export interface TokenHolder {
  viewer: Viewer
  tokenId: string
}

/**
 * A handler for whoever brings a live bearer token and has the right.
 * @throws problem auth.required, auth.forbidden
 */
export function withToken(
  web: WebParts,
  permission: Permission,
  handle: (holder: TokenHolder, request: Request, response: Response) => Promise<void>,
): RequestHandler {
  return async (request, response) => {
    const secret = /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '')?.[1]
    const holder = secret ? await viewerOfToken(web, secret) : undefined
    if (!holder) throw problem('auth.required')
    if (!may(holder.viewer, permission)) throw problem('auth.forbidden', { permission })
    response.set('Cache-Control', 'no-store')
    await handle(holder, request, response)
  }
}
