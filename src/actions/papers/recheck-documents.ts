import { covers, may, type Viewer } from '../../core/access/viewer.ts'
import { endOfShanghaiDay, isDay, startOfShanghaiDay } from '../../core/clock/shanghai.ts'
import { problem } from '../../core/problem.ts'
import { reassessDocument } from '../../store/documents.ts'
import { appendEvent } from '../../store/events.ts'
import { newId } from '../../store/id.ts'
import {
  countOutdated,
  finishRecheck,
  insertRecheck,
  listRechecks,
  nextOutdated,
  type Recheck,
} from '../../store/rechecks.ts'
import { activeHash } from '../../store/rulebook-activations.ts'
import { stageCounts } from '../../store/views/status.ts'
import { mustSayWhy } from '../must-say-why.ts'
import type { Parts } from '../parts.ts'

/** Papers moved on at once: some seconds of work, so that new papers never stand behind more. */
const AT_ONCE = 500

/**
 * Have the papers received in a range of days, in the officer's own region, assessed again under the active rulebook. Earlier assessments
 * stay, with what was ruled on them. Papers are taken up in portions by the sweep, as bulk, behind whatever a person waits for.
 * @param days first and last day, `YYYY-MM-DD` in Shanghai
 * Papers that another recheck is going through already are not asked for twice.
 * @returns how many papers it will be
 * @throws problem auth.forbidden, form.invalid, rulebook.nothing_to_recheck
 */
export async function recheckDocuments(
  parts: Pick<Parts, 'db' | 'now'>,
  viewer: Viewer,
  order: { from: string; to: string; reason: string },
): Promise<{ recheckId: string; papers: number }> {
  if (!may(viewer, 'rulebook.recheck')) throw problem('auth.forbidden', { permission: 'rulebook.recheck' })
  for (const field of ['from', 'to'] as const) if (!isDay(order[field])) throw problem('form.invalid', { field })
  if (order.to < order.from) throw problem('form.invalid', { field: 'to', allowed: 'no day before the first' })
  const reason = mustSayWhy(order.reason)
  const now = parts.now().toISOString()
  return parts.db.transaction(async (trx) => {
    const hash = await activeHash(trx)
    const range = {
      hash: hash ?? '',
      receivedFrom: startOfShanghaiDay(order.from),
      receivedBefore: endOfShanghaiDay(order.to),
      region: viewer.region,
    }
    const isUnderWay = (await listRechecks(trx, { unfinished: true })).some((other) => holds(other, range))
    const papers = hash && !isUnderWay ? await countOutdated(trx, range) : 0
    if (papers === 0) throw problem('rulebook.nothing_to_recheck')
    const recheck: Recheck = {
      ...range,
      id: newId(),
      officerId: viewer.officerId,
      reason,
      papers,
      at: now,
      finishedAt: null,
      ended: null,
    }
    await insertRecheck(trx, recheck)
    await appendEvent(trx, {
      at: now,
      actor: viewer.officerId,
      verb: 'rulebook.recheck_asked',
      subjectType: 'rulebook',
      subjectId: range.hash,
      reason,
      after: { recheckId: recheck.id, from: order.from, to: order.to, papers },
    })
    return { recheckId: recheck.id, papers }
  })
}

/** Asked twice, the same papers would be counted and driven twice. */
function holds(other: Recheck, range: Pick<Recheck, 'hash' | 'receivedFrom' | 'receivedBefore' | 'region'>): boolean {
  return (
    other.hash === range.hash &&
    other.receivedFrom <= range.receivedFrom &&
    other.receivedBefore >= range.receivedBefore &&
    covers(other.region, range.region)
  )
}

/**
 * Let the next papers of each recheck wait for a worker, unless many wait already; close those that are through, and those whose version
 * is no longer the active one. Safe to run in several processes: a paper moves only from the version it was seen at.
 * @returns how many papers wait now because of it
 */
export async function driveRechecks(parts: Pick<Parts, 'db' | 'now'>): Promise<number> {
  const unfinished = await listRechecks(parts.db, { unfinished: true })
  if (unfinished.length === 0) return 0
  const active = await activeHash(parts.db)
  const waiting = (await stageCounts(parts.db)).received
  let moved = 0
  for (const recheck of unfinished) {
    const now = parts.now().toISOString()
    if (recheck.hash !== active) await finishRecheck(parts.db, recheck.id, 'overtaken', now)
    else if ((await countOutdated(parts.db, recheck)) === 0) await finishRecheck(parts.db, recheck.id, 'done', now)
    else if (waiting + moved < AT_ONCE) moved += await moveNext(parts, recheck, now)
  }
  return moved
}

async function moveNext(parts: Pick<Parts, 'db'>, recheck: Recheck, now: string): Promise<number> {
  return parts.db.transaction(async (trx) => {
    let moved = 0
    for (const { id, version } of await nextOutdated(trx, recheck, AT_ONCE)) {
      if (!(await reassessDocument(trx, id, version, now))) continue
      moved++
      await appendEvent(trx, {
        at: now,
        actor: recheck.officerId,
        verb: 'document.recheck_asked',
        subjectType: 'document',
        subjectId: id,
        reason: recheck.reason,
        after: { recheckId: recheck.id, rulebook: recheck.hash },
      })
    }
    return moved
  })
}
