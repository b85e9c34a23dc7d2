import { subMinutes } from 'date-fns'
import { problem } from '../core/problem.ts'
import { sha256Of } from '../store/file-bytes.ts'
import { type KeptAnswer, keepAnswer, releaseKey, takeKey } from '../store/idempotency-keys.ts'
import type { Parts } from './parts.ts'

/** An answer as sent: kept word for word under its key. */
export interface Answer {
  status: number
  /** JSON. */
  body: string
  /** True when it is an earlier answer given again. */
  isRepeated?: boolean
}

export interface KeyedRequest {
  /** As the client chose it; counts for this token only. */
  key: string
  tokenId: string
  /** Hash of what was asked. For a stream it is known once all of it was read, so it is asked for after the work. */
  hash(): Promise<string>
  /** After so long without an answer, whoever took the key is taken for dead. */
  longestMinutes: number
}

/**
 * Do the work of a request once, however often it is sent. The same key and request get the stored answer again; a failed try frees the
 * key. Two at the same time in one process share one answer; in two processes the second is told that the first is under way.
 * The work itself must be safe to do twice: a process may die between doing it and keeping its answer.
 * @throws problem request.idempotency_reused when the key was used for another request
 * @throws problem request.in_progress when another process is at it
 */
export async function answerOnce(
  parts: Pick<Parts, 'db' | 'now'>,
  request: KeyedRequest,
  work: () => Promise<Answer>,
): Promise<Answer> {
  const key = sha256Of(JSON.stringify([request.tokenId, request.key]))
  for (;;) {
    const other = underWay.get(parts.db)?.get(key)
    if (other) {
      const kept = await other
      if (kept) return repeated(kept, request)
      continue // the first try failed and freed the key
    }
    const mine = attempt(parts, key, request, work)
    const shared = mine.then(
      (outcome) => outcome.kept,
      () => undefined,
    )
    const ofDatabase = underWay.get(parts.db) ?? new Map<string, Promise<KeptAnswer | undefined>>()
    underWay.set(parts.db, ofDatabase.set(key, shared))
    try {
      return (await mine).answer
    } finally {
      ofDatabase.delete(key)
    }
  }
}

/** What this process is working on, by database: specs open several. */
const underWay = new WeakMap<object, Map<string, Promise<KeptAnswer | undefined>>>()

async function attempt(
  parts: Pick<Parts, 'db' | 'now'>,
  key: string,
  request: KeyedRequest,
  work: () => Promise<Answer>,
): Promise<{ answer: Answer; kept: KeptAnswer }> {
  const now = parts.now()
  const at = now.toISOString()
  const standing = await takeKey(parts.db, key, at, subMinutes(now, request.longestMinutes).toISOString())
  if (standing?.status === 0) throw problem('request.in_progress')
  if (standing) return { answer: await repeated(standing, request), kept: standing }
  try {
    const answer = await work()
    const kept = { key, requestHash: await request.hash(), status: answer.status, body: answer.body, at }
    await keepAnswer(parts.db, kept)
    return { answer, kept }
  } catch (error) {
    await releaseKey(parts.db, key)
    throw error
  }
}

async function repeated(kept: KeptAnswer, request: KeyedRequest): Promise<Answer> {
  if ((await request.hash()) !== kept.requestHash) throw problem('request.idempotency_reused')
  return { status: kept.status, body: kept.body, isRepeated: true }
}
