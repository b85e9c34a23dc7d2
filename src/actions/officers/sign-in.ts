import { randomBytes } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'
import { addHours, subMinutes } from 'date-fns'
import type { Viewer } from '../../core/access/viewer.ts'
import { problem } from '../../core/problem.ts'
import { appendEvent } from '../../store/events.ts'
import { sha256Of } from '../../store/file-bytes.ts'
import { asViewer, officerById, officerByLogin } from '../../store/officers.ts'
import {
  deleteSession,
  deleteStaleSessions,
  forgetSignInFailure,
  insertSession,
  liveSession,
  recordSignInFailure,
  signInFailuresSince,
} from '../../store/sessions.ts'
import type { Parts } from '../parts.ts'

/** A session ends by itself after a working day. */
export const SESSION_HOURS = 12
const MOST_FAILURES = 10
const FAILURE_MINUTES = 15

/** What the browser is given: the secret goes into the cookie and is kept nowhere here. */
export interface SignedIn {
  secret: string
  expiresAt: Date
  viewer: Viewer
}

/**
 * @throws problem auth.wrong_credentials the same for an unknown login, a wrong password and a disabled account
 * @throws problem auth.too_many_attempts after ten failures in fifteen minutes for one login
 */
export async function signIn(
  parts: Pick<Parts, 'db' | 'now'>,
  credentials: { login: string; password: string },
): Promise<SignedIn> {
  const now = parts.now()
  const login = credentials.login.trim().toLowerCase().slice(0, 100)
  const attempt = await countAttempt(parts, login, now)
  const officer = await officerByLogin(parts.db, login)
  // An unknown login costs as long as a known one, so that the answer's time gives no names away.
  const isRight = await verify(officer?.passwordHash ?? (await hashOfNobody()), credentials.password)
  if (!officer || !isRight || officer.disabledAt) throw problem('auth.wrong_credentials')
  const secret = randomBytes(32).toString('base64url')
  const expiresAt = addHours(now, SESSION_HOURS)
  await parts.db.transaction(async (trx) => {
    await forgetSignInFailure(trx, attempt)
    await deleteStaleSessions(trx, now.toISOString(), subMinutes(now, FAILURE_MINUTES).toISOString())
    await insertSession(trx, {
      id: sha256Of(secret),
      officerId: officer.id,
      csrfToken: randomBytes(32).toString('base64url'),
      createdAt: now.toISOString(),
      seenAt: now.toISOString(),
      expiresAt: expiresAt.toISOString(),
    })
    await appendEvent(trx, {
      at: now.toISOString(),
      actor: officer.id,
      verb: 'officer.signed_in',
      subjectType: 'officer',
      subjectId: officer.id,
    })
  })
  return { secret, expiresAt, viewer: asViewer(officer) }
}

// Counted as a failure, and committed, before the password is looked at: of many tries at once each sees those that came before it.
async function countAttempt(parts: Pick<Parts, 'db'>, login: string, now: Date): Promise<number> {
  const attempt = await recordSignInFailure(parts.db, login, now.toISOString())
  const failures = await signInFailuresSince(parts.db, login, subMinutes(now, FAILURE_MINUTES).toISOString())
  if (failures <= MOST_FAILURES) return attempt
  await forgetSignInFailure(parts.db, attempt)
  throw problem('auth.too_many_attempts', { minutes: FAILURE_MINUTES })
}

/** Who a cookie's secret stands for, or undefined when it has run out or its officer was disabled. */
export async function viewerOfSession(
  parts: Pick<Parts, 'db' | 'now'>,
  secret: string,
): Promise<{ viewer: Viewer; csrfToken: string } | undefined> {
  const session = await liveSession(parts.db, sha256Of(secret), parts.now().toISOString())
  const officer = session && (await officerById(parts.db, session.officerId))
  if (!session || !officer || officer.disabledAt) return undefined
  return { viewer: asViewer(officer), csrfToken: session.csrfToken }
}

export async function signOut(parts: Pick<Parts, 'db'>, secret: string): Promise<void> {
  await deleteSession(parts.db, sha256Of(secret))
}

/** argon2id with the parameters of RFC 9106's second recommendation (64 MiB, 3 passes) scaled to one lane. */
export function hashPassword(password: string): Promise<string> {
  return hash(password, { algorithm: 2, memoryCost: 65_536, timeCost: 3, parallelism: 1 })
}

let nobody: Promise<string> | undefined
function hashOfNobody(): Promise<string> {
  nobody ??= hashPassword(randomBytes(16).toString('hex'))
  return nobody
}
