import { randomBytes } from 'node:crypto'
import { countOfficers } from '../../store/officers.ts'
import type { Parts } from '../parts.ts'
import { addOfficer } from './add-officer.ts'
import { makePrincipal } from './change-officer.ts'

/** On an installation nobody can sign in to yet, make a head with a random password. @returns the login once, or undefined. */
export async function firstOfficer(
  parts: Pick<Parts, 'db' | 'now'>,
): Promise<{ login: string; password: string } | undefined> {
  if ((await countOfficers(parts.db)) > 0) return undefined
  const login = { login: 'head', password: randomBytes(9).toString('base64url') }
  await addOfficer(parts, 'system', { ...login, name: '负责人', role: 'head', region: '000000' })
  await makePrincipal(parts, 'system', login.login)
  return login
}
