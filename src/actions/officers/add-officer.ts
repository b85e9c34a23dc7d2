import { ROLES, type Role } from '../../core/access/viewer.ts'
import { problem } from '../../core/problem.ts'
import { noSuchRegion } from '../../core/regions/no-such-region.ts'
import { isRegion } from '../../core/regions/region.ts'
import { appendEvent } from '../../store/events.ts'
import { newId } from '../../store/id.ts'
import { insertOfficer, type Officer, officerByLogin } from '../../store/officers.ts'
import { type Actor, actorId, type Parts } from '../parts.ts'
import { hashPassword } from './sign-in.ts'

export const SHORTEST_PASSWORD = 10

/** @throws problem form.invalid naming the field: login taken or ill-formed, role, region, password too short. */
export async function addOfficer(
  parts: Pick<Parts, 'db' | 'now'>,
  actor: Actor,
  order: { login: string; name: string; role: Role; region: string; password: string },
): Promise<Officer> {
  const now = parts.now().toISOString()
  const login = order.login.trim().toLowerCase()
  if (!/^[a-z0-9][a-z0-9._-]{1,39}$/.test(login))
    throw problem('form.invalid', { field: 'login', allowed: 'a-z 0-9 . _ -, 2 to 40' })
  if (!ROLES.includes(order.role)) throw problem('form.invalid', { field: 'role', allowed: ROLES })
  if (!isRegion(order.region)) throw noSuchRegion('region', order.region)
  if (order.name.trim() === '') throw problem('form.invalid', { field: 'name' })
  if (order.password.length < SHORTEST_PASSWORD) {
    throw problem('form.invalid', { field: 'password', allowed: `at least ${SHORTEST_PASSWORD} characters` })
  }
  const passwordHash = await hashPassword(order.password)
  return parts.db.transaction(async (trx) => {
    if (await officerByLogin(trx, login))
      throw problem('form.invalid', { field: 'login', allowed: 'one not taken yet' })
    const officer: Officer = {
      id: newId(),
      login,
      name: order.name.trim(),
      role: order.role,
      region: order.region,
      passwordHash,
      createdAt: now,
      disabledAt: null,
      version: 1,
    }
    await insertOfficer(trx, officer)
    await appendEvent(trx, {
      at: now,
      actor: actorId(actor),
      verb: 'officer.added',
      subjectType: 'officer',
      subjectId: officer.id,
      after: { role: officer.role, region: officer.region },
    })
    return officer
  })
}
