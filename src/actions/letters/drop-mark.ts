import { may, type Viewer } from '../../core/access/viewer.ts'
import { problem } from '../../core/problem.ts'
import { dropMark as drop } from '../../store/exhibits.ts'
import { matterForAction } from '../matters/act-on-matter.ts'
import type { Parts } from '../parts.ts'
import { mustHandle } from './letter-for-action.ts'

/** Takes back what was noted of an exhibit; that it was noted stays on record. @throws problem auth.forbidden, not_found, matter.move_closed */
export async function dropMark(
  parts: Pick<Parts, 'db' | 'now'>,
  viewer: Viewer,
  order: { matterId: string; markId: string },
): Promise<void> {
  if (!may(viewer, 'exhibit.keep')) throw problem('auth.forbidden', { permission: 'exhibit.keep' })
  const at = parts.now().toISOString()
  await parts.db.transaction(async (trx) => {
    const file = await matterForAction(trx, viewer, order.matterId)
    mustHandle(file, viewer)
    if (!(await drop(trx, { id: order.markId, matterId: file.id, by: viewer.officerId, at })))
      throw problem('not_found', { markId: order.markId })
  })
}
