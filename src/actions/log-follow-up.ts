import { may, type Viewer } from '../core/access/viewer.ts'
import { readMoment } from '../core/clock/day.ts'
import { FOLLOW_UP_WAYS, type FollowUpWay } from '../core/intake/call.ts'
import { withoutIdentities } from '../core/intake/without-identities.ts'
import { problem } from '../core/problem.ts'
import { insertFollowUp } from '../store/calls.ts'
import { appendEvent } from '../store/events.ts'
import { lockMatter } from '../store/matters.ts'
import { isVisible } from '../store/visibility.ts'
import type { Parts } from './parts.ts'

export interface FollowUpOrder {
  matterId: string
  way: FollowUpWay
  note: string
  /** When it happened, an ISO-8601 instant; now where nothing is said. */
  happenedAt?: string
  hasNewFacts: boolean
}

/**
 * Log what was told after the call. Whoever answers the telephone may do so for any matter of her region, without reading it.
 * That new facts start the period of a report anew is for the procedure: a move of its own.
 * @throws problem auth.forbidden, not_found, form.invalid (note, happened_at)
 */
export async function logFollowUp(
  parts: Pick<Parts, 'db' | 'now'>,
  viewer: Viewer,
  order: FollowUpOrder,
): Promise<{ id: string }> {
  if (!may(viewer, 'call.take')) throw problem('auth.forbidden', { permission: 'call.take' })
  if (!FOLLOW_UP_WAYS.includes(order.way)) throw problem('form.invalid', { field: 'way' })
  const note = withoutIdentities(order.note.trim(), '××')
  if (note === '' || note.length > 4000) throw problem('form.invalid', { field: 'note' })
  const at = parts.now().toISOString()
  const happenedAt = happenedOf(order.happenedAt, at)
  return parts.db.transaction(async (trx) => {
    const file = await lockMatter(trx, order.matterId)
    if (!file || !isVisible(viewer, 'call.take', file.region)) throw problem('not_found', { matterId: order.matterId })
    const { way, hasNewFacts, matterId } = order
    const id = await insertFollowUp(trx, {
      matterId,
      officerId: viewer.officerId,
      way,
      happenedAt,
      note,
      hasNewFacts,
      at,
    })
    await appendEvent(trx, {
      at,
      actor: viewer.officerId,
      verb: 'matter.followed_up',
      subjectType: 'matter',
      subjectId: matterId,
      after: { followUp: id, way, hasNewFacts },
    })
    return { id }
  })
}

function happenedOf(said: string | undefined, now: string): string {
  if (said === undefined || said === '') return now
  const instant = readMoment(said)?.instant
  if (instant == null || instant > Date.parse(now)) throw problem('form.invalid', { field: 'happened_at' })
  return new Date(instant).toISOString()
}
