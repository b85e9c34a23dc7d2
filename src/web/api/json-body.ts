import express, { type Request, type Response } from 'express'
import { problem } from '../../core/problem.ts'

/** A text of 20 MB may take twice as much where its characters are escaped. */
export const LARGEST_JSON = 40 * 1024 * 1024

const parse = express.json({ limit: LARGEST_JSON, strict: true, type: () => true })

/**
 * The body as JSON, an object.
 * @throws problem request.unsupported_media, request.malformed, request.too_large
 */
export async function jsonBody(request: Request, response: Response): Promise<Record<string, unknown>> {
  if (!request.is('application/json')) throw unsupported(['application/json'])
  await new Promise<void>((resolve, reject) => {
    parse(request, response, (error?: unknown) => (error ? reject(error) : resolve()))
  })
  const body: unknown = request.body
  // An empty body comes out of the parser as if it were an empty object.
  if (typeof body !== 'object' || body === null || Array.isArray(body)) throw problem('request.malformed')
  return body as Record<string, unknown>
}

export function unsupported(allowed: string[]) {
  return problem('request.unsupported_media', { allowed })
}
