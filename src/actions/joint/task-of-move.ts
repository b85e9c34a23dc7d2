import type { Knex } from 'knex'
import { shanghaiDay } from '../../core/clock/shanghai.ts'
import type { MatterEvent } from '../../core/procedure/matter.ts'
import { replyDue } from '../../core/routing/reply-due.ts'
import { appendEvent } from '../../store/events.ts'
import { newId } from '../../store/id.ts'
import type { MatterFile } from '../../store/matters.ts'
import { insertTask } from '../../store/tasks.ts'
import type { Parts } from '../parts.ts'

/** The law says at once; five working days are the bureau's own measure of it. */
const AT_ONCE = { n: 5, unit: 'workday', isHouse: true } as const

/**
 * The task that a move brings about, such as dealing with the advertisement once fundraising is determined (处非条例第十一条): for the first
 * handler, or for whoever made the move. Nothing where the move opens no task.
 */
export async function taskOfMove(
  trx: Knex.Transaction,
  { procedure }: Pick<Parts, 'procedure'>,
  file: MatterFile,
  event: MatterEvent,
  now: string,
): Promise<void> {
  if (event.opens === null || !Object.hasOwn(procedure.tasks, event.opens)) return
  const title = procedure.tasks[event.opens]!.zh
  const task = {
    id: newId(),
    matterId: file.id,
    campaignId: null,
    dutyItemId: null,
    region: file.region,
    title,
    kind: event.opens,
    ownerId: file.matter.handlers[0] ?? event.by,
    dueDay: replyDue(AT_ONCE, now, procedure.calendar) ?? shanghaiDay(now),
    addedBy: event.by,
    addedAt: now,
  }
  await insertTask(trx, task)
  await appendEvent(trx, {
    at: now,
    actor: event.by,
    verb: 'task.added',
    subjectType: 'matter',
    subjectId: file.id,
    reason: title,
    after: { taskId: task.id, ownerId: task.ownerId, due: task.dueDay },
  })
}
