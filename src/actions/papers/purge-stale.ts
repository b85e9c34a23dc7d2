import { subDays, subMinutes } from 'date-fns'
import { deleteDraftsBefore } from '../../store/call-drafts.ts'
import { deleteKeysBefore } from '../../store/idempotency-keys.ts'
import { deleteStaleSessions } from '../../store/sessions.ts'
import type { Parts } from '../parts.ts'

/** A sender that tries again does so within days; its answer is kept as long. */
export const KEEP_ANSWERS_DAYS = 7

/** A call nobody took in a month will not be taken; whoever was named in it is forgotten with it. */
export const KEEP_DRAFTS_DAYS = 30

/** Drop what no longer serves: run-out sessions, old failed sign-ins, answers kept for retries, calls never taken. Nothing a person decided is among it. */
export async function purgeStale(parts: Pick<Parts, 'db' | 'now'>): Promise<{ keys: number; drafts: number }> {
  const now = parts.now()
  await deleteStaleSessions(parts.db, now.toISOString(), subMinutes(now, 60).toISOString())
  return {
    keys: await deleteKeysBefore(parts.db, subDays(now, KEEP_ANSWERS_DAYS).toISOString()),
    drafts: await deleteDraftsBefore(parts.db, subDays(now, KEEP_DRAFTS_DAYS).toISOString()),
  }
}
