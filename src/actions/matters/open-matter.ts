import type { Knex } from 'knex'
import type { Viewer } from '../../core/access/viewer.ts'
import { covers, may } from '../../core/access/viewer.ts'
import { readMoment } from '../../core/clock/day.ts'
import { shanghaiDay } from '../../core/clock/shanghai.ts'
import { problem } from '../../core/problem.ts'
import { openMatter as begin } from '../../core/procedure/apply.ts'
import { countClocks } from '../../core/procedure/counted-clock.ts'
import type { FactValue } from '../../core/procedure/move.ts'
import { appendEvent } from '../../store/events.ts'
import { sha256Of } from '../../store/file-bytes.ts'
import { newId } from '../../store/id.ts'
import {
  appendMatterEvents,
  documentsOfMatter,
  indexMatter,
  insertMatter,
  linkDocument,
  type MatterFile,
  type MatterSource,
  matterById,
} from '../../store/matters.ts'
import { nextNumber } from '../../store/sequences.ts'
import type { Parts } from '../parts.ts'

/** What a matter is opened with. What is left out is not known. */
export interface MatterOrder {
  /** Of `rules/moves.yaml`: `complaint`, `report`, `officer_lead`, … */
  opening: string
  region: string
  title: string
  summary?: string
  operatorId?: string | null
  operatorSaid?: string
  /** Of the matter opened first for the same letter. */
  bundleId?: string
  parentId?: string
  leadId?: string
  source: MatterSource
  platform?: string
  /** The platform's own number. */
  external?: string
  category?: string | null
  paidFen?: number | null
  calledAt?: string | null
  /** Receipt by the competent bureau: day zero of its clocks. */
  receivedAt: string
  reason: string
  evidence?: readonly string[]
  /** What the procedure asks of it: `named`, `advertising`, `known_on`, `missing`, … */
  facts?: Readonly<Record<string, FactValue>>
  documentIds?: readonly string[]
}

/**
 * A matter opened by an officer or clerk within her region.
 * @throws problem auth.forbidden, form.invalid (region, received_at)
 */
export async function openMatter(
  parts: Pick<Parts, 'db' | 'now' | 'procedure'>,
  viewer: Viewer,
  order: MatterOrder,
): Promise<MatterFile> {
  if (!may(viewer, 'matter.open')) throw problem('auth.forbidden', { permission: 'matter.open' })
  if (!covers(viewer.region, order.region)) throw problem('form.invalid', { field: 'region' })
  return parts.db.transaction((trx) => openMatterIn(trx, parts, viewer.officerId, order))
}

/** The same inside another deed's transaction; whoever calls has checked that it may be done. `by` is an officer id or `system`. */
export async function openMatterIn(
  trx: Knex.Transaction,
  { procedure, now }: Pick<Parts, 'procedure' | 'now'>,
  by: string,
  order: MatterOrder,
): Promise<MatterFile> {
  const at = now().toISOString()
  const received = readMoment(order.receivedAt)?.instant ?? null
  if (received === null || received > Date.parse(at)) throw problem('form.invalid', { field: 'received_at' })
  const id = newId()
  const { matter, events } = begin(
    procedure,
    {
      id,
      opening: order.opening,
      by,
      at: order.receivedAt,
      reason: order.reason,
      evidence: order.evidence ?? [],
      facts: order.facts ?? {},
    },
    at,
  )
  const number = await numberFor(trx, matter.kind, order.leadId !== undefined, at)
  await insertMatter(
    trx,
    {
      id,
      number,
      region: order.region,
      title: order.title,
      summary: order.summary ?? '',
      operatorId: order.operatorId ?? null,
      operatorSaid: order.operatorSaid ?? '',
      bundleId: order.bundleId ?? id,
      parentId: order.parentId ?? null,
      leadId: order.leadId ?? null,
      source: order.source,
      platform: order.platform ?? null,
      external: order.external ?? null,
      externalKey: order.platform && order.external ? externalKey(order.platform, order.external, matter.kind) : null,
      category: order.category ?? null,
      paidFen: order.paidFen ?? null,
      openedBy: by,
      calledAt: order.calledAt ?? null,
      receivedAt: order.receivedAt,
      openedAt: at,
      matter,
    },
    at,
  )
  await appendMatterEvents(trx, events)
  await indexMatter(trx, matter, countClocks(procedure, matter), procedure.hash)
  for (const documentId of order.documentIds ?? []) await linkDocument(trx, { matterId: id, documentId, at, by })
  await appendEvent(trx, {
    at,
    actor: by,
    verb: 'matter.opened',
    subjectType: 'matter',
    subjectId: id,
    reason: order.reason,
    after: { number, kind: matter.kind, opening: order.opening, state: matter.state },
  })
  return (await matterById(trx, id))!
}

/** A matter that another one brought about: same region, seller, letter and papers. */
export async function openMatterFrom(
  trx: Knex.Transaction,
  parts: Pick<Parts, 'procedure' | 'now'>,
  by: string,
  parent: MatterFile,
  order: { opening: string; at: string; reason: string; evidence: readonly string[] },
): Promise<MatterFile> {
  return openMatterIn(trx, parts, by, {
    opening: order.opening,
    region: parent.region,
    title: parent.title,
    summary: parent.summary,
    operatorId: parent.operatorId,
    operatorSaid: parent.operatorSaid,
    bundleId: parent.bundleId,
    parentId: parent.id,
    source: 'matter',
    category: parent.category,
    paidFen: parent.paidFen,
    receivedAt: order.at,
    reason: order.reason,
    evidence: order.evidence,
    documentIds: await documentsOfMatter(trx, parent.id),
  })
}

/** Under which a platform's matter is met again. */
export function externalKey(platform: string, external: string, kind: string): string {
  return sha256Of(JSON.stringify([platform, external, kind]))
}

async function numberFor(trx: Knex.Transaction, kind: MatterFile['kind'], isFromLead: boolean, now: string) {
  const year = shanghaiDay(now).slice(0, 4)
  const prefix = isFromLead ? 'AJ' : PREFIX[kind]
  const series = isFromLead ? `case-${year}` : `${kind}-${year}`
  return `${prefix}-${year}-${String(await nextNumber(trx, series)).padStart(5, '0')}`
}

const PREFIX = { complaint: 'TS', report: 'JB', lead: 'XS' } as const
