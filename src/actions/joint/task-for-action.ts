import type { Knex } from 'knex'
import { may, type Viewer } from '../../core/access/viewer.ts'
import { problem } from '../../core/problem.ts'
import { appendEvent } from '../../store/events.ts'
import { changeTask, isOpenTask, type Task, type TaskChange, taskById } from '../../store/tasks.ts'
import type { Parts } from '../parts.ts'
import { placeOf, type TaskPlace, type TaskUnder } from './add-task.ts'

export interface TaskTarget {
  taskId: string
  version: number
}

export interface TaskDeed {
  verb: 'task.done' | 'task.handed_on' | 'task.dropped'
  change: TaskChange
  reason: string
  after?: Record<string, unknown>
}

/**
 * One deed on a task that is still to be done, with its event where the task stands. Its owner, whoever added it, and reviewers and heads may.
 * @throws problem auth.forbidden, not_found, form.stale, joint.not_open
 */
export async function actOnTask(
  parts: Pick<Parts, 'db' | 'now'>,
  viewer: Viewer,
  target: TaskTarget,
  judge: (task: Task, now: string, trx: Knex.Transaction, place: TaskPlace) => Promise<TaskDeed> | TaskDeed,
): Promise<void> {
  if (!may(viewer, 'task.keep')) throw problem('auth.forbidden', { permission: 'task.keep' })
  const now = parts.now().toISOString()
  await parts.db.transaction(async (trx) => {
    const task = await taskById(trx, target.taskId)
    if (!task) throw problem('not_found', { taskId: target.taskId })
    const place = await placeOf(trx, viewer, underOf(task))
    if (task.version !== target.version) throw problem('form.stale', { taskId: task.id })
    if (!isOpenTask(task)) throw problem('joint.not_open', { taskId: task.id })
    if (!isHers(viewer, task)) throw problem('auth.forbidden', { taskId: task.id })
    const { verb, change, reason, after } = await judge(task, now, trx, place)
    if (!(await changeTask(trx, task.id, task.version, change))) throw problem('form.stale', { taskId: task.id })
    await appendEvent(trx, {
      at: now,
      actor: viewer.officerId,
      verb,
      subjectType: place.subjectType,
      subjectId: place.subjectId,
      reason,
      before: { ownerId: task.ownerId, due: task.dueDay },
      after: { taskId: task.id, title: task.title, ...after },
    })
  })
}

/** Whether the task is hers to do, hand on or drop. */
export function isHers(viewer: Viewer, { ownerId, addedBy }: Pick<Task, 'ownerId' | 'addedBy'>): boolean {
  return ownerId === viewer.officerId || addedBy === viewer.officerId || may(viewer, 'campaign.keep')
}

function underOf({ matterId, campaignId, dutyItemId }: Task): TaskUnder {
  if (matterId !== null) return { matterId }
  return campaignId !== null ? { campaignId } : { dutyItemId: dutyItemId! }
}
