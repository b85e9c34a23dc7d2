import { may, type Viewer } from '../../core/access/viewer.ts'
import { CUSTODY_BY_HAND } from '../../core/letter/exhibit.ts'
import { problem } from '../../core/problem.ts'
import { appendCustody, exhibitById } from '../../store/exhibits.ts'
import { matterForAction } from '../matters/act-on-matter.ts'
import { momentBetween } from '../matters/moment-between.ts'
import { mayAdd, mustSayWhy } from '../must-say-why.ts'
import type { Parts } from '../parts.ts'
import { mustHandle } from './letter-for-action.ts'

/**
 * A step in the custody of an exhibit: moved, lent, given back, copied, handed over.
 * @param order.place where it is now, or with whom; `at` an instant, now where it is left out
 * @throws problem auth.forbidden, not_found, matter.move_closed, form.invalid (verb, place as the reason, at)
 */
export async function noteCustody(
  parts: Pick<Parts, 'db' | 'now'>,
  viewer: Viewer,
  order: { matterId: string; exhibitId: string; verb: string; place: string; note: string; at?: string | undefined },
): Promise<void> {
  if (!may(viewer, 'exhibit.keep')) throw problem('auth.forbidden', { permission: 'exhibit.keep' })
  const verb = CUSTODY_BY_HAND.find((each) => each === order.verb)
  if (!verb) throw problem('form.invalid', { field: 'verb' })
  const place = mustSayWhy(order.place)
  const now = parts.now().toISOString()
  await parts.db.transaction(async (trx) => {
    const file = await matterForAction(trx, viewer, order.matterId)
    mustHandle(file, viewer)
    const exhibit = await exhibitById(trx, order.exhibitId)
    if (exhibit?.matterId !== file.id) throw problem('not_found', { exhibitId: order.exhibitId })
    await appendCustody(trx, {
      exhibitId: exhibit.id,
      verb,
      place,
      note: mayAdd(order.note),
      officerId: viewer.officerId,
      at: momentBetween('at', order.at, exhibit.addedAt, now),
      recordedAt: now,
    })
  })
}
