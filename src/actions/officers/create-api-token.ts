import { randomBytes } from 'node:crypto'
import type { Viewer } from '../../core/access/viewer.ts'
import { problem } from '../../core/problem.ts'
import { insertApiToken, liveApiToken, revokeApiToken } from '../../store/api-tokens.ts'
import { appendEvent } from '../../store/events.ts'
import { sha256Of } from '../../store/file-bytes.ts'
import { newId } from '../../store/id.ts'
import { asViewer, officerById, officerByLogin } from '../../store/officers.ts'
import { type Actor, actorId, type Parts } from '../parts.ts'

/** A bearer token that acts as one officer. @returns the secret, shown once. @throws problem not_found for an unknown login */
export async function createApiToken(
  parts: Pick<Parts, 'db' | 'now'>,
  actor: Actor,
  order: { login: string; label: string },
): Promise<{ id: string; secret: string }> {
  const now = parts.now().toISOString()
  const secret = `sw_${randomBytes(32).toString('base64url')}`
  const id = newId()
  await parts.db.transaction(async (trx) => {
    const officer = await officerByLogin(trx, order.login.trim().toLowerCase())
    if (!officer || officer.disabledAt) throw problem('not_found', { login: order.login })
    await insertApiToken(trx, {
      id,
      secretHash: sha256Of(secret),
      label: order.label,
      officerId: officer.id,
      createdAt: now,
      revokedAt: null,
    })
    await appendEvent(trx, {
      at: now,
      actor: actorId(actor),
      verb: 'api_token.created',
      subjectType: 'api_token',
      subjectId: id,
      after: { officerId: officer.id, label: order.label },
    })
  })
  return { id, secret }
}

/** @throws problem not_found when no live token has that id */
export async function revokeToken(parts: Pick<Parts, 'db' | 'now'>, actor: Actor, id: string): Promise<void> {
  const now = parts.now().toISOString()
  await parts.db.transaction(async (trx) => {
    if (!(await revokeApiToken(trx, id, now))) throw problem('not_found', { tokenId: id })
    await appendEvent(trx, {
      at: now,
      actor: actorId(actor),
      verb: 'api_token.revoked',
      subjectType: 'api_token',
      subjectId: id,
    })
  })
}

/** Who a bearer token stands for, or undefined. `tokenId` scopes idempotency keys. */
export async function viewerOfToken(
  parts: Pick<Parts, 'db'>,
  secret: string,
): Promise<{ viewer: Viewer; tokenId: string } | undefined> {
  const token = await liveApiToken(parts.db, sha256Of(secret))
  const officer = token && (await officerById(parts.db, token.officerId))
  if (!token || !officer || officer.disabledAt) return undefined
  return { viewer: asViewer(officer), tokenId: token.id }
}
