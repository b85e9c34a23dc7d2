import type { Viewer } from '../../core/access/viewer.ts'
import { isDay } from '../../core/clock/shanghai.ts'
import { problem } from '../../core/problem.ts'
import { mustSayWhy } from '../must-say-why.ts'
import type { Parts } from '../parts.ts'
import { mustBeAround } from './add-task.ts'
import { actOnTask, type TaskTarget } from './task-for-action.ts'

/**
 * Gives a task to somebody else, or another last day.
 * @throws problem auth.forbidden, not_found, form.stale, joint.not_open, form.invalid (owner, due_day, reason)
 */
export async function handOnTask(
  parts: Pick<Parts, 'db' | 'now'>,
  viewer: Viewer,
  order: TaskTarget & { ownerId: string; dueDay: string; reason: string },
): Promise<void> {
  const reason = mustSayWhy(order.reason)
  if (!isDay(order.dueDay)) throw problem('form.invalid', { field: 'due_day' })
  await actOnTask(parts, viewer, order, async (_task, _now, trx, place) => {
    await mustBeAround(trx, order.ownerId, place)
    const change = { ownerId: order.ownerId, dueDay: order.dueDay }
    return { verb: 'task.handed_on', change, reason, after: { ownerId: order.ownerId, due: order.dueDay } }
  })
}
