import { covers, may, type Viewer } from '../../core/access/viewer.ts'
import { problem } from '../../core/problem.ts'
import { dutyItemById, finishDutyItem as finish } from '../../store/duty-items.ts'
import { appendEvent } from '../../store/events.ts'
import { isOpenTask, tasksUnder } from '../../store/tasks.ts'
import { mustSayWhy } from '../must-say-why.ts'
import type { Parts } from '../parts.ts'

/**
 * An item of the yearly list is done, with its result; every task under it must be done or given up before. Its owner, reviewers and heads may.
 * @throws problem auth.forbidden, not_found, form.stale, joint.not_open, joint.tasks_open, form.invalid (reason for the result)
 */
export async function finishDutyItem(
  parts: Pick<Parts, 'db' | 'now'>,
  viewer: Viewer,
  order: { dutyItemId: string; version: number; result: string },
): Promise<void> {
  if (!may(viewer, 'task.keep')) throw problem('auth.forbidden', { permission: 'task.keep' })
  const result = mustSayWhy(order.result)
  const now = parts.now().toISOString()
  await parts.db.transaction(async (trx) => {
    const { dutyItemId } = order
    const item = await dutyItemById(trx, dutyItemId)
    if (!item || !covers(viewer.region, item.region)) throw problem('not_found', { dutyItemId })
    if (item.ownerId !== viewer.officerId && !may(viewer, 'campaign.keep'))
      throw problem('auth.forbidden', { permission: 'campaign.keep' })
    if (item.version !== order.version) throw problem('form.stale', { dutyItemId })
    if (item.state !== 'open') throw problem('joint.not_open', { dutyItemId })
    const open = (await tasksUnder(trx, { dutyItemId })).filter(isOpenTask)
    if (open.length > 0) throw problem('joint.tasks_open', { dutyItemId, count: open.length })
    if (!(await finish(trx, dutyItemId, order.version, { result, at: now })))
      throw problem('form.stale', { dutyItemId })
    await appendEvent(trx, {
      at: now,
      actor: viewer.officerId,
      verb: 'duty_item.done',
      subjectType: 'duty_item',
      subjectId: dutyItemId,
      reason: result,
    })
  })
}
