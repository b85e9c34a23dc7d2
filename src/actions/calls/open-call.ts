import type { Knex } from 'knex'
import { covers } from '../../core/access/viewer.ts'
import { type Call, type Request, wantsComplaint, wantsReport } from '../../core/intake/call.ts'
import type { CallFields } from '../../core/intake/call-fields.ts'
import { decidingPlaces } from '../../core/intake/deciding-places.ts'
import { requiredOfComplaint } from '../../core/intake/missing-elements.ts'
import type { CallReading } from '../../core/intake/read-call.ts'
import { titleOf } from '../../core/intake/title.ts'
import { withoutIdentities } from '../../core/intake/without-identities.ts'
import { withoutPeople } from '../../core/intake/without-people.ts'
import type { FactValue } from '../../core/procedure/move.ts'
import { nearestRegion } from '../../core/regions/region.ts'
import type { MatterChange, MatterFile, MatterSource } from '../../store/matters.ts'
import { openMatterIn } from '../matters/open-matter.ts'
import type { Parts } from '../parts.ts'
import { operatorOfSeller } from './operator-of-seller.ts'
import { withoutNames } from './save-call-draft.ts'
import { type IdentityIds, tieCallPeople } from './tie-call-people.ts'

/** A call that becomes matters. */
export interface CallOrder {
  /** Officer id, or `system`. */
  by: string
  reading: CallReading
  /** Of those named, sealed already. */
  identityIds: IdentityIds
  region: string
  calledAt: string
  /** Receipt by this bureau: day zero of the clocks. */
  receivedAt: string
  documentIds: readonly string[]
  source: MatterSource
  platform?: string
  external?: string
  /** Where some of its matters are open already. */
  bundleId?: string
  reason: string
}

export type CallKind = 'complaint' | 'report'

/** Which matters a call makes: one letter may hold both, and each goes its own way with its own clocks (令121 art. 9). */
export function kindsOf({ call }: CallReading): CallKind[] {
  return [...(wantsComplaint(call) ? ['complaint' as const] : []), ...(wantsReport(call) ? ['report' as const] : [])]
}

/** Opens the matters of a call in one bundle, with everybody in her part and every paper on file. */
export async function openCallIn(
  trx: Knex.Transaction,
  parts: Pick<Parts, 'procedure' | 'now'>,
  order: CallOrder,
  kinds: readonly CallKind[] = kindsOf(order.reading),
): Promise<MatterFile[]> {
  const { reading, region, by } = order
  const at = parts.now().toISOString()
  const operator = await operatorOfSeller(trx, reading.call.seller, { region, by, at })
  const opened: MatterFile[] = []
  for (const kind of kinds) {
    const bundleId = order.bundleId ?? opened[0]?.bundleId
    const file = await openMatterIn(trx, parts, by, {
      opening: kind,
      region,
      ...describedBy(reading.call),
      category: reading.assessment.labels[0] ?? null,
      operatorId: operator?.id ?? null,
      ...(bundleId && { bundleId }),
      source: order.source,
      ...(order.platform && { platform: order.platform }),
      ...(order.external && { external: order.external }),
      calledAt: order.calledAt,
      receivedAt: order.receivedAt,
      reason: order.reason,
      facts: factsOf(reading, kind),
      documentIds: order.documentIds,
    })
    await tieCallPeople(trx, reading.call, order.identityIds, file)
    opened.push(file)
  }
  return opened
}

/** What is told of each of its matters; who told it is left out. */
export function describedBy(call: Call): Told {
  const bare = (words: string) => withoutIdentities(withoutPeople(call, words), '××')
  const seller = call.seller.name ?? call.seller.phone ?? ''
  const story = bare(call.story.trim())
  // Never the story: its first words are often somebody's own, and a title goes further than the matter.
  const about = bare(call.asks) || call.requests.map((each) => REQUESTED[each]).join('、') || '来电反映'
  return {
    title: titleOf(`${seller || '未具名经营者'}：${about}`, '', ''),
    summary: story,
    operatorSaid: seller,
    paidFen: call.paidFen ?? null,
  }
}

/** What is asked for, as a title says it. */
const REQUESTED: Record<Request, string> = {
  refund: '要求退款',
  compensation: '要求赔偿',
  performance: '要求履行',
  apology: '要求道歉',
  penalty: '要求查处',
  other: '其他请求',
}

export type Told = Required<Pick<MatterChange, 'title' | 'summary' | 'operatorSaid' | 'paidFen'>>

/** The fields as they may stay beside the matters: without who told it. */
export function keptFields({ call }: CallReading, fields: CallFields): CallFields {
  const bare = (words: string) => withoutIdentities(withoutPeople(call, words), '××')
  const kept = { ...withoutNames(fields) }
  for (const name of ['story', 'asks']) if (kept[name] !== undefined) kept[name] = bare(kept[name])
  return kept
}

/** The county that handles it, where what decides lies in the bureau's district; else the bureau that took it in. */
export function handlingRegion(bureauRegion: string, { call }: CallReading): string {
  const place = decidingPlaces(call).find((each) => covers(bureauRegion, each))
  // A county that is abolished has no bureau: its city hands the matter on.
  return (place && nearestRegion(place)) ?? bureauRegion
}

/** Whether the call is for the bureau: a place that decides lies in its district, or nobody told where the seller is. */
export function isForBureau(bureauRegion: string, { call }: CallReading): boolean {
  return call.seller.region === undefined || decidingPlaces(call).some((place) => covers(bureauRegion, place))
}

/** What the procedure asks of a matter. */
function factsOf({ call, missing, acceptance }: CallReading, kind: CallKind): Record<string, FactValue> {
  return {
    advertising: call.isAboutAdvertising,
    ...(kind === 'complaint' && { missing: requiredOfComplaint(missing) }),
    ...(kind === 'complaint' && call.knownOn !== undefined && { known_on: call.knownOn }),
    // A report in the same call is checked whatever becomes of the complaint.
    ...(kind === 'complaint' && !wantsReport(call) && acceptance?.livesOnAsLead && { lead_inside: true }),
    ...(kind === 'report' && { named: !call.isAnonymous && call.people.caller?.name !== undefined }),
  }
}
