import { may, type Viewer } from '../../core/access/viewer.ts'
import { problem } from '../../core/problem.ts'
import { type KnownSeller, knownSellers } from '../../store/views/known-sellers.ts'
import type { Parts } from '../parts.ts'

/** Sellers on file by part of a name, a telephone or a code, for the form to offer. @throws problem auth.forbidden */
export async function suggestSellers(parts: Pick<Parts, 'db'>, viewer: Viewer, typed: string): Promise<KnownSeller[]> {
  if (!may(viewer, 'call.take')) throw problem('auth.forbidden', { permission: 'call.take' })
  return knownSellers(parts.db, viewer, typed.slice(0, 60), 6)
}
