import type { Viewer } from '../../core/access/viewer.ts'
import { dueOf } from '../../core/clock/due.ts'
import { replyDue } from '../../core/routing/reply-due.ts'
import type { LineKind } from '../../core/routing/responsibility.ts'
import { momentBetween } from '../matters/moment-between.ts'
import { mustSayWhy } from '../must-say-why.ts'
import type { Parts } from '../parts.ts'
import { actOnLine, type LineTarget } from './line-for-action.ts'

/**
 * Notes that a notice, request or letter of a line went out: from then on the answer is awaited.
 * @param order.how channel and number of the letter; order.sentAt an instant, now where left out
 * @throws problem auth.forbidden, not_found, form.stale, joint.not_open, form.invalid (sent_at, how)
 */
export async function sendLine(
  parts: Pick<Parts, 'db' | 'now' | 'procedure' | 'responsibilities'>,
  viewer: Viewer,
  order: LineTarget & { how: string; sentAt?: string },
): Promise<void> {
  const how = mustSayWhy(order.how)
  await actOnLine(parts, viewer, order, ['open', 'returned'], (line, kind, now) => {
    const sentAt = momentBetween('sent_at', order.sentAt, yearBefore(line.openedAt), now)
    const due = kind ? dueFor(parts, kind, sentAt) : null
    return {
      verb: 'line.sent',
      change: { state: 'sent', sentAt, sentHow: how, due, answeredAt: null, answer: '' },
      reason: how,
    }
  })
}

/** A letter may have gone out before it was written down here, not a year before. */
function yearBefore(instant: string): string {
  return new Date(Date.parse(instant) - 365 * 24 * 3_600_000).toISOString()
}

function dueFor({ procedure }: Pick<Parts, 'procedure'>, kind: LineKind, sentAt: string): string | null {
  if (kind.reply !== null) return replyDue(kind.reply, sentAt, procedure.calendar)
  const clock = kind.clock === null ? undefined : procedure.clocks[kind.clock]
  return clock ? dueOf(clock, sentAt, [], procedure.calendar).due : null
}
