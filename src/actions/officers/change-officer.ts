import { problem } from '../../core/problem.ts'
import { appendEvent } from '../../store/events.ts'
import { listOfficers, officerByLogin, setPrincipal, updateOfficer } from '../../store/officers.ts'
import { deleteSessionsOf } from '../../store/sessions.ts'
import { type Actor, actorId, type Parts } from '../parts.ts'
import { SHORTEST_PASSWORD } from './add-officer.ts'
import { hashPassword } from './sign-in.ts'

/** A new password for an officer; every open session of that officer ends. */
export async function setPassword(
  parts: Pick<Parts, 'db' | 'now'>,
  actor: Actor,
  login: string,
  password: string,
): Promise<void> {
  if (password.length < SHORTEST_PASSWORD) {
    throw problem('form.invalid', { field: 'password', allowed: `at least ${SHORTEST_PASSWORD} characters` })
  }
  const passwordHash = await hashPassword(password)
  await changeOfficer(parts, actor, login, 'officer.password_set', { passwordHash })
}

/**
 * Switch an account off; it stays on record because its deeds do.
 * @throws problem officer.last_head when nobody would be left who may dispatch and open
 */
export async function disableOfficer(parts: Pick<Parts, 'db' | 'now'>, actor: Actor, login: string): Promise<void> {
  const heads = (await listOfficers(parts.db)).filter((officer) => officer.role === 'head' && !officer.disabledAt)
  if (heads.length === 1 && heads[0]!.login === login.trim().toLowerCase())
    throw problem('officer.last_head', { login })
  await changeOfficer(parts, actor, login, 'officer.disabled', { disabledAt: parts.now().toISOString() })
}

/** Switch an account on again. */
export async function enableOfficer(parts: Pick<Parts, 'db' | 'now'>, actor: Actor, login: string): Promise<void> {
  await changeOfficer(parts, actor, login, 'officer.enabled', { disabledAt: null })
}

/**
 * Makes a head the principal one (正职) of her region: she decides on criminal referrals and lends the charge of the bureau. There is one
 * for each region; whoever was it before is it no more.
 * @throws problem not_found, form.invalid for somebody who is no head or whose account is off
 */
export async function makePrincipal(parts: Pick<Parts, 'db' | 'now'>, actor: Actor, login: string): Promise<void> {
  await parts.db.transaction(async (trx) => {
    const officer = await officerByLogin(trx, login.trim().toLowerCase())
    if (!officer) throw problem('not_found', { login })
    if (officer.role !== 'head' || officer.disabledAt)
      throw problem('form.invalid', { field: 'login', allowed: 'a head' })
    for (const other of await listOfficers(trx))
      if (other.isPrincipal && other.region === officer.region && other.id !== officer.id)
        await setPrincipal(trx, other.id, false)
    await setPrincipal(trx, officer.id, true)
    await appendEvent(trx, {
      at: parts.now().toISOString(),
      actor: actorId(actor),
      verb: 'officer.made_principal',
      subjectType: 'officer',
      subjectId: officer.id,
    })
  })
}

async function changeOfficer(
  parts: Pick<Parts, 'db' | 'now'>,
  actor: Actor,
  login: string,
  verb: string,
  change: Parameters<typeof updateOfficer>[2],
): Promise<void> {
  await parts.db.transaction(async (trx) => {
    const officer = await officerByLogin(trx, login.trim().toLowerCase())
    if (!officer) throw problem('not_found', { login })
    await updateOfficer(trx, officer.id, change)
    await deleteSessionsOf(trx, officer.id)
    await appendEvent(trx, {
      at: parts.now().toISOString(),
      actor: actorId(actor),
      verb,
      subjectType: 'officer',
      subjectId: officer.id,
    })
  })
}
