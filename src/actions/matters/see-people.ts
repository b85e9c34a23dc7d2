import { may, type Viewer } from '../../core/access/viewer.ts'
import { problem } from '../../core/problem.ts'
import { appendEvent } from '../../store/events.ts'
import { identitiesOfMatter } from '../../store/matter-people.ts'
import { type MatterFile, matterEvents } from '../../store/matters.ts'
import { mustSayWhy } from '../must-say-why.ts'
import type { Parts } from '../parts.ts'
import { matterForAction } from './act-on-matter.ts'

/**
 * Opens the seal on the people of a matter for one look, with a reason that is kept for ever. A complaint cannot be mediated without its
 * complainant; who reported is told only to a handler, or to whoever asked, after a head approved it (令第121号第三十七条).
 * @throws problem auth.forbidden, not_found, form.invalid without a reason, matter.sealed
 */
export async function seePeople(
  parts: Pick<Parts, 'db' | 'now'>,
  viewer: Viewer,
  order: { matterId: string; reason: string },
): Promise<Awaited<ReturnType<typeof identitiesOfMatter>>> {
  if (!may(viewer, 'matter.act')) throw problem('auth.forbidden', { permission: 'matter.act' })
  const reason = mustSayWhy(order.reason)
  return parts.db.transaction(async (trx) => {
    const file = await matterForAction(trx, viewer, order.matterId)
    if (file.kind !== 'complaint' && !(await isDisclosedTo(trx, viewer, file)))
      throw problem('matter.sealed', { matterId: file.id })
    await appendEvent(trx, {
      at: parts.now().toISOString(),
      actor: viewer.officerId,
      verb: 'matter.people_seen',
      subjectType: 'matter',
      subjectId: file.id,
      reason,
    })
    return identitiesOfMatter(trx, file.id)
  })
}

async function isDisclosedTo(
  trx: Parameters<typeof matterEvents>[0],
  viewer: Viewer,
  file: MatterFile,
): Promise<boolean> {
  const approved = (await matterEvents(trx, file.id)).filter(
    ({ move, type }) => move === 'unmask_reporter' && type === 'made',
  )
  return approved.some(
    ({ proposedBy }) => proposedBy === viewer.officerId || file.matter.handlers.includes(viewer.officerId),
  )
}
