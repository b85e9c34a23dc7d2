import type { Viewer } from '../../core/access/viewer.ts'
import { mustSayWhy } from '../must-say-why.ts'
import type { Parts } from '../parts.ts'
import { actOnTask, type TaskTarget } from './task-for-action.ts'

/**
 * Gives up a task that need not be done.
 * @throws problem auth.forbidden, not_found, form.stale, joint.not_open, form.invalid (reason)
 */
export async function dropTask(
  parts: Pick<Parts, 'db' | 'now'>,
  viewer: Viewer,
  order: TaskTarget & { reason: string },
): Promise<void> {
  const reason = mustSayWhy(order.reason)
  await actOnTask(parts, viewer, order, (_task, now) => ({ verb: 'task.dropped', change: { droppedAt: now }, reason }))
}
