import type { Viewer } from '../../core/access/viewer.ts'
import { mustSayWhy } from '../must-say-why.ts'
import type { Parts } from '../parts.ts'
import { actOnTask, type TaskTarget } from './task-for-action.ts'

/**
 * A task is done, with what came of it.
 * @throws problem auth.forbidden, not_found, form.stale, joint.not_open, form.invalid (reason for the result)
 */
export async function completeTask(
  parts: Pick<Parts, 'db' | 'now'>,
  viewer: Viewer,
  order: TaskTarget & { result: string },
): Promise<void> {
  const result = mustSayWhy(order.result)
  await actOnTask(parts, viewer, order, (_task, now) => ({
    verb: 'task.done',
    change: { doneAt: now, doneBy: viewer.officerId, result },
    reason: result,
  }))
}
