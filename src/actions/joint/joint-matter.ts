import type { Knex } from 'knex'
import { may, type Permission, type Viewer } from '../../core/access/viewer.ts'
import { problem } from '../../core/problem.ts'
import type { MatterFile } from '../../store/matters.ts'
import { matterForAction } from '../matters/act-on-matter.ts'

/**
 * The matter to which joint work is added, held until the transaction ends. Nothing of it changes: leads and notices to others leave our own
 * matter and its clocks as they are.
 * @throws problem auth.forbidden, not_found, form.stale when the matter moved on since `version`
 */
export async function matterForJointWork(
  trx: Knex.Transaction,
  viewer: Viewer,
  permission: Permission,
  { matterId, version }: { matterId: string; version?: number },
): Promise<MatterFile> {
  if (!may(viewer, permission)) throw problem('auth.forbidden', { permission })
  const file = await matterForAction(trx, viewer, matterId)
  if (version !== undefined && file.version !== version) throw problem('form.stale', { matterId })
  return file
}
