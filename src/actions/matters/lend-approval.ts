import { may, type Viewer } from '../../core/access/viewer.ts'
import { daysBetween } from '../../core/clock/day.ts'
import { isDay, shanghaiDay } from '../../core/clock/shanghai.ts'
import { problem } from '../../core/problem.ts'
import { delegationById, insertDelegation, revokeDelegation, type StoredDelegation } from '../../store/delegations.ts'
import { appendEvent } from '../../store/events.ts'
import { newId } from '../../store/id.ts'
import { isPrincipal, officersAround } from '../../store/officers.ts'
import { mustSayWhy } from '../must-say-why.ts'
import type { Parts } from '../parts.ts'

/** Three months from today, with both ends: whoever is away longer lends anew, and somebody looks again. Terms laid end to end lead no farther. */
export const MOST_DAYS_LENT = 92

const TOO_LONG = {
  zh: `委托最迟到今日起第${MOST_DAYS_LENT}日为止，期满可以再次委托`,
  en: `for ${MOST_DAYS_LENT} days from today at most; it can be lent again afterwards`,
}

/**
 * A head lends her power of approval for certain days, both included; the principal head may also lend the charge of the bureau (主持工作).
 * @throws problem auth.forbidden, form.invalid (field `to`, `from_day`, `to_day`, `in_charge`, `reason`)
 */
export async function lendApproval(
  parts: Pick<Parts, 'db' | 'now'>,
  viewer: Viewer,
  order: { to: string; from: string; until: string; inCharge: boolean; reason: string },
): Promise<StoredDelegation> {
  if (!may(viewer, 'delegation.grant')) throw problem('auth.forbidden', { permission: 'delegation.grant' })
  const now = parts.now().toISOString()
  const reason = mustSayWhy(order.reason)
  if (!isDay(order.from)) throw problem('form.invalid', { field: 'from_day' })
  if (!isDay(order.until) || order.until < order.from || order.until < shanghaiDay(now))
    throw problem('form.invalid', { field: 'to_day' })
  if (daysBetween(shanghaiDay(now), order.until) >= MOST_DAYS_LENT)
    throw problem('form.invalid', {
      field: 'to_day',
      allowed: `within ${MOST_DAYS_LENT} days from today`,
      why: [TOO_LONG],
    })
  return parts.db.transaction(async (trx) => {
    const taker = (await officersAround(trx, viewer.region)).find(({ id }) => id === order.to)
    if (!taker || taker.id === viewer.officerId || taker.role === 'officer')
      throw problem('form.invalid', { field: 'to' })
    if (order.inCharge && !(await isPrincipal(trx, viewer.officerId)))
      throw problem('form.invalid', { field: 'in_charge' })
    const delegation: StoredDelegation = {
      id: newId(),
      by: viewer.officerId,
      lentTo: taker.id,
      from: order.from,
      to: order.until,
      inCharge: order.inCharge,
      reason,
      grantedAt: now,
      revokedAt: null,
      version: 1,
    }
    await insertDelegation(trx, delegation)
    await appendEvent(trx, {
      at: now,
      actor: viewer.officerId,
      verb: 'delegation.granted',
      subjectType: 'delegation',
      subjectId: delegation.id,
      reason,
      after: { to: taker.id, from: order.from, until: order.until, inCharge: order.inCharge },
    })
    return delegation
  })
}

/** @throws problem not_found, delegation.not_yours, form.stale when it was taken back already */
export async function takeBackApproval(
  parts: Pick<Parts, 'db' | 'now'>,
  viewer: Viewer,
  order: { id: string; version: number },
): Promise<void> {
  const now = parts.now().toISOString()
  await parts.db.transaction(async (trx) => {
    const delegation = await delegationById(trx, order.id)
    if (!delegation) throw problem('not_found', { delegationId: order.id })
    if (delegation.by !== viewer.officerId) throw problem('delegation.not_yours')
    if (!(await revokeDelegation(trx, order.id, order.version, now)))
      throw problem('form.stale', { delegationId: order.id })
    await appendEvent(trx, {
      at: now,
      actor: viewer.officerId,
      verb: 'delegation.revoked',
      subjectType: 'delegation',
      subjectId: order.id,
    })
  })
}
