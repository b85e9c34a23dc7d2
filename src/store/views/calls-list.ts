import type { Knex } from 'knex'
import { may, type Viewer } from '../../core/access/viewer.ts'
import { problem } from '../../core/problem.ts'
import { type CallDraft, draftsOf } from '../call-drafts.ts'
import { asCall, callById, callOfBundle, type FollowUp, followUpsOf, type KeptCall } from '../calls.ts'
import { officerNames } from '../officers.ts'
import { isHersToSee, isVisible, visible } from '../visibility.ts'

/** A matter as the telephone desk may see it: where it stands and what comes next, not what it says. */
export interface MatterStanding {
  id: string
  number: string
  kind: string
  state: string
  region: string
  receivedAt: string
  /** The running clock that ends first. */
  next: { clock: string; dueDay: string } | null
}

export interface CallRow {
  call: KeptCall
  matters: MatterStanding[]
}

/** Calls this officer took, newest first. */
export async function callsTakenBy(db: Knex, viewer: Viewer, limit: number): Promise<CallRow[]> {
  if (!may(viewer, 'call.take')) throw problem('auth.forbidden', { permission: 'call.take' })
  const rows = await db('calls')
    .where({ officer_id: viewer.officerId, source: 'hotline' })
    .orderBy('taken_at', 'desc')
    .limit(limit)
  const calls = rows.map((row) => asCall(row)!)
  const standings = await standingsWhere(db, (query) =>
    query.whereIn(
      'bundle_id',
      calls.map(({ bundleId }) => bundleId),
    ),
  )
  return calls.map((call) => ({
    call,
    matters: standings.filter(({ bundleId }) => bundleId === call.bundleId),
  }))
}

export interface CallPage extends CallRow {
  followUps: (FollowUp & { officerName: string | null })[]
}

/** @throws problem not_found when there is no such call, or it lies out of the viewer's sight: a clerk sees her own */
export async function callPage(db: Knex, viewer: Viewer, id: string): Promise<CallPage> {
  if (!may(viewer, 'call.take')) throw problem('auth.forbidden', { permission: 'call.take' })
  const call = await callById(db, id)
  const isSeen = call && isVisible(viewer, 'call.take', call.region) && isHersToSee(viewer, call.officerId)
  if (!isSeen) throw problem('not_found', { callId: id })
  return { call, ...(await around(db, call.bundleId)) }
}

/** The matter behind a receipt number, for whoever answers when the caller rings again. @throws problem auth.forbidden */
export async function matterByReceipt(
  db: Knex,
  viewer: Viewer,
  number: string,
): Promise<
  (MatterStanding & { bundleId: string; followUps: CallPage['followUps']; callId: string | null }) | undefined
> {
  const bare = number.normalize('NFKC').toUpperCase().replace(/\s/g, '')
  const row = await visible(db('matters'), viewer, 'call.take', 'region').where({ number: bare }).first()
  if (!row) return undefined
  const [standing] = await standingsWhere(db, (query) => query.where({ id: row.id }))
  const followUps = await named(db, await followUpsOf(db, [row.id]))
  const call = await callOfBundle(db, row.bundle_id)
  return { ...standing!, followUps, callId: call?.id ?? null }
}

async function around(db: Knex, bundleId: string): Promise<Omit<CallPage, 'call'>> {
  const matters = await standingsWhere(db, (query) => query.where({ bundle_id: bundleId }))
  return {
    matters,
    followUps: await named(
      db,
      await followUpsOf(
        db,
        matters.map(({ id }) => id),
      ),
    ),
  }
}

async function named(db: Knex, followUps: FollowUp[]): Promise<CallPage['followUps']> {
  const names = await officerNames(
    db,
    followUps.map(({ officerId }) => officerId),
  )
  return followUps.map((each) => ({ ...each, officerName: names.get(each.officerId) ?? null }))
}

async function standingsWhere(
  db: Knex,
  narrow: (query: Knex.QueryBuilder) => Knex.QueryBuilder,
): Promise<(MatterStanding & { bundleId: string })[]> {
  const rows: Record<string, any>[] = await narrow(db('matters')).orderBy('id')
  const clocks: Record<string, any>[] = await db('matter_clocks')
    .whereIn(
      'matter_id',
      rows.map(({ id }) => id),
    )
    .whereNull('ended_at')
    .whereNotNull('due_day')
    .orderBy(['due_day', 'key'])
  return rows.map((row) => {
    const clock = clocks.find((each) => each.matter_id === row.id)
    return {
      id: row.id,
      bundleId: row.bundle_id,
      number: row.number,
      kind: row.kind,
      state: row.state,
      region: row.region,
      receivedAt: row.received_at,
      next: clock ? { clock: clock.clock, dueDay: clock.due_day } : null,
    }
  })
}

/** Whether a call was taken; whose it is `callPage` asks. */
export async function isCallTaken(db: Knex, id: string): Promise<boolean> {
  return (await callById(db, id)) !== undefined
}

/** The caller has seen the matter. */
export async function matterNumber(db: Knex, id: string): Promise<string> {
  return (await db('matters').where({ id }).first('number'))?.number ?? ''
}

/** What this officer has not finished, without names. @throws problem auth.forbidden */
export async function openDrafts(db: Knex, viewer: Viewer): Promise<Pick<CallDraft, 'id' | 'fields' | 'savedAt'>[]> {
  if (!may(viewer, 'call.take')) throw problem('auth.forbidden', { permission: 'call.take' })
  return draftsOf(db, viewer.officerId)
}

/** What was told of one matter after the call, newest first. The caller has checked that the viewer may see it. */
export async function followUpsOn(db: Knex, matterId: string): Promise<CallPage['followUps']> {
  return named(db, await followUpsOf(db, [matterId]))
}
