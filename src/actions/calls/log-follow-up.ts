import type { Knex } from 'knex'
import { may, type Viewer } from '../../core/access/viewer.ts'
import { readMoment } from '../../core/clock/day.ts'
import { FOLLOW_UP_WAYS, type FollowUpWay } from '../../core/intake/call.ts'
import { withoutIdentities } from '../../core/intake/without-identities.ts'
import { withoutPeople } from '../../core/intake/without-people.ts'
import { problem } from '../../core/problem.ts'
import { insertFollowUp } from '../../store/calls.ts'
import { appendEvent } from '../../store/events.ts'
import { identitiesOfMatter } from '../../store/matter-people.ts'
import { lockMatter, mattersOfBundle } from '../../store/matters.ts'
import { isVisible } from '../../store/visibility.ts'
import type { Parts } from '../parts.ts'

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
  const said = order.note.trim()
  if (said === '' || said.length > 4000) throw problem('form.invalid', { field: 'note' })
  const at = parts.now().toISOString()
  const happenedAt = happenedOf(order.happenedAt, at)
  return parts.db.transaction(async (trx) => {
    const file = await lockMatter(trx, order.matterId)
    if (!file || !isVisible(viewer, 'call.take', file.region)) throw problem('not_found', { matterId: order.matterId })
    const { way, hasNewFacts, matterId } = order
    const note = await bare(trx, file.bundleId, said)
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

/** The note without anybody who is sealed away with the letter, and without numbers of whomever: the desk reads it, and everybody who sees the matter. */
async function bare(trx: Knex.Transaction, bundleId: string, note: string): Promise<string> {
  let words = note
  for (const { id } of await mattersOfBundle(trx, bundleId))
    for (const { name = '', phone = '', idNumber = '', address = '' } of await identitiesOfMatter(trx, id))
      words = withoutPeople({ people: { caller: { name, phone, idNumber, address } } }, words)
  return withoutIdentities(words, '××')
}

function happenedOf(said: string | undefined, now: string): string {
  if (said === undefined || said === '') return now
  const instant = readMoment(said)?.instant
  if (instant == null || instant > Date.parse(now)) throw problem('form.invalid', { field: 'happened_at' })
  return new Date(instant).toISOString()
}
