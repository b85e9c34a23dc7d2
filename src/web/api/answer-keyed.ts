import type { Request, Response } from 'express'
import { type Answer, answerOnce } from '../../actions/answer-once.ts'
import { problem } from '../../core/problem.ts'
import type { WebParts } from '../web-parts.ts'
import type { TokenHolder } from './token-holder.ts'

/** The client's key for a write, or undefined. @throws problem form.invalid for one that is no key */
export function idempotencyKey(request: Request): string | undefined {
  const key = request.get('Idempotency-Key')
  if (key === undefined) return undefined
  if (!/^[\x21-\x7e]{1,200}$/.test(key)) {
    throw problem('form.invalid', { field: 'Idempotency-Key', allowed: '1 to 200 printable ASCII characters' })
  }
  return key
}

/** Do a write and send its answer: once under its Idempotency-Key, or simply when there is none. */
export async function answerKeyed(
  web: WebParts,
  holder: TokenHolder,
  request: Request,
  response: Response,
  write: { hash(): Promise<string>; longestMinutes: number; work(): Promise<{ status: number; body: unknown }> },
): Promise<void> {
  const key = idempotencyKey(request)
  const work = async (): Promise<Answer> => {
    const { status, body } = await write.work()
    return { status, body: JSON.stringify(body) }
  }
  const { hash, longestMinutes } = write
  const answer = key
    ? await answerOnce(web, { key, tokenId: holder.tokenId, hash, longestMinutes }, work)
    : await work()
  if (answer.isRepeated) response.set('Idempotency-Replayed', 'true')
  response.status(answer.status).type('application/json').send(answer.body)
}
