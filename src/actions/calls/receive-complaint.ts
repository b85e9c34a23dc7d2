import { isDeepStrictEqual } from 'node:util'
import type { Knex } from 'knex'
import { covers, may, type Viewer } from '../../core/access/viewer.ts'
import { readMoment } from '../../core/clock/day.ts'
import { shanghaiDay, startOfShanghaiDay } from '../../core/clock/shanghai.ts'
import { type CallFields, readCallFields } from '../../core/intake/call-fields.ts'
import { callNote, givenOfCall } from '../../core/intake/call-note.ts'
import type { CallReading } from '../../core/intake/read-call.ts'
import { problem } from '../../core/problem.ts'
import { callOfBundle, insertCall, retellCall } from '../../store/calls.ts'
import { appendEvent } from '../../store/events.ts'
import { sha256Of } from '../../store/file-bytes.ts'
import { newId } from '../../store/id.ts'
import {
  describeMatter,
  documentsOfMatter,
  linkDocument,
  type MatterFile,
  matterByExternal,
  mattersOfBundle,
} from '../../store/matters.ts'
import { visibleDocuments } from '../../store/visibility.ts'
import { externalKey } from '../matters/open-matter.ts'
import { receiveDocument } from '../papers/receive-document.ts'
import type { Parts } from '../parts.ts'
import { describedBy, handlingRegion, keptFields, kindsOf, openCallIn, type Told } from './open-call.ts'
import { operatorOfSeller } from './operator-of-seller.ts'
import { mustBeUsable, readCallOf } from './read-call-of.ts'
import { correctCallPeople, sealCallPeople, tieCallPeople } from './tie-call-people.ts'

/** A complaint or report as another platform holds it. */
export interface ToldComplaint {
  /** `12315`, `12345`, or whatever the sender calls itself. */
  platform: string
  /** The platform's own number. */
  external: string
  /** As the fields of the form. */
  fields: CallFields
  /** ISO-8601 instants or days; now where nothing is said. */
  calledAt?: string
  receivedAt?: string
  source: 'import' | 'api'
  /** Papers handed in before, that came with it. */
  documentIds?: readonly string[]
}

export interface ReceivedComplaint {
  /** `updated`: the platform's number is known and tells something new; `unchanged`: nothing new. */
  outcome: 'created' | 'updated' | 'unchanged'
  matters: MatterFile[]
}

type ReceivingParts = Pick<
  Parts,
  'db' | 'files' | 'ring' | 'now' | 'homeRegion' | 'compiled' | 'model' | 'procedure' | 'intakeLaw'
>

/**
 * The same matters as the form makes, met again under platform and external number: told anew, they are brought up to date and never
 * opened twice. Their clocks stay as they started.
 * @throws problem auth.forbidden, form.invalid naming the field, intake.external_reused where the number's matters lie out of the viewer's sight
 */
export async function receiveComplaint(
  parts: ReceivingParts,
  viewer: Viewer,
  told: ToldComplaint,
): Promise<ReceivedComplaint> {
  if (!may(viewer, 'matter.open')) throw problem('auth.forbidden', { permission: 'matter.open' })
  await mustSeePapers(parts, viewer, told.documentIds ?? [])
  mustLieInSight(viewer, told, await knownMatters(parts.db, told))
  const now = parts.now().toISOString()
  const times = timesOf(told, now)
  const receivedOn = readMoment(times.receivedAt)!.day
  const { reading } = await readCallOf(parts, viewer, {
    fields: told.fields,
    attachments: told.documentIds?.length ?? 0,
    receivedOn,
  })
  mustBeUsable(reading, told.fields, shanghaiDay(now))
  const region = handlingRegion(viewer.region, reading)
  const documentId = await receiveNote(parts, viewer, told, reading, region)
  const letter: Letter = { told, reading, times, region, documentId, viewer, by: viewer.officerId, now }
  try {
    return await parts.db.transaction((trx) => keep(trx, parts, letter))
  } catch (error) {
    // Two deliveries of one number at the same moment: the second meets what the first has opened.
    if (!(await isKnown(parts.db, told))) throw error
    return parts.db.transaction((trx) => keep(trx, parts, letter))
  }
}

/** @throws problem form.invalid for a paper that is not there, or out of the viewer's sight */
async function mustSeePapers({ db }: Pick<Parts, 'db'>, viewer: Viewer, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  const seen = new Set(
    await visibleDocuments(
      db('documents').join('intakes', 'intakes.id', 'documents.intake_id').whereIn('documents.id', ids),
      viewer,
    ).pluck('documents.id'),
  )
  if (ids.some((id) => !seen.has(id))) throw problem('form.invalid', { field: 'documents' })
}

interface Letter {
  told: ToldComplaint
  reading: CallReading
  times: { calledAt: string; receivedAt: string }
  region: string
  documentId: string
  viewer: Viewer
  by: string
  now: string
}

async function keep(trx: Knex.Transaction, parts: ReceivingParts, letter: Letter): Promise<ReceivedComplaint> {
  const known = await knownMatters(trx, letter.told)
  mustLieInSight(letter.viewer, letter.told, known)
  return known.length > 0 ? update(trx, parts, letter, known) : create(trx, parts, letter)
}

/** A platform's number says nothing of whose it is: what another region's bureau registered is not told anew from here. */
function mustLieInSight(viewer: Viewer, { external }: ToldComplaint, known: readonly MatterFile[]): void {
  if (known.some(({ region }) => !covers(viewer.region, region))) throw problem('intake.external_reused', { external })
}

async function create(trx: Knex.Transaction, parts: ReceivingParts, letter: Letter): Promise<ReceivedComplaint> {
  const { told, reading, times, by, now } = letter
  const matters = await openCallIn(trx, parts, {
    ...orderOf(letter),
    identityIds: await sealCallPeople(trx, reading.call, now),
  })
  await insertCall(trx, {
    id: newId(),
    bundleId: matters[0]!.bundleId,
    officerId: by,
    source: told.source,
    region: letter.region,
    ...times,
    documentId: letter.documentId,
    fields: keptFields(reading, told.fields),
    card: null,
    takenAt: now,
  })
  return { outcome: 'created', matters }
}

/** What is told anew replaces what was told; a kind of matter not opened yet is opened now, in the same bundle. */
async function update(
  trx: Knex.Transaction,
  parts: ReceivingParts,
  letter: Letter,
  known: readonly MatterFile[],
): Promise<ReceivedComplaint> {
  const { told, reading, by, now } = letter
  const { bundleId } = known[0]!
  const call = await callOfBundle(trx, bundleId)
  const fields = keptFields(reading, told.fields)
  const kinds = kindsOf(reading).filter((kind) => !known.some((matter) => matter.kind === kind))
  const { ids, isChanged } = await correctCallPeople(trx, reading.call, known, now)
  const onFile = await documentsOfMatter(trx, known[0]!.id)
  const papers = (told.documentIds ?? []).filter((id) => !onFile.includes(id))
  const isSaidAlike = call !== undefined && isDeepStrictEqual(call.fields, fields)
  if (isSaidAlike && !isChanged && kinds.length === 0 && papers.length === 0)
    return { outcome: 'unchanged', matters: [...known] }
  const operator = await operatorOfSeller(trx, reading.call.seller, { region: letter.region, by, at: now })
  const before = call && describedBy(readCallFields(call.fields).call)
  for (const matter of known) {
    const change = changeOf(matter, before, describedBy(reading.call))
    const operatorId = change.operatorSaid === undefined ? undefined : operator?.id
    if (
      !(await describeMatter(trx, matter.id, matter.described, { ...change, ...(operatorId && { operatorId }) }, now))
    )
      throw problem('form.stale', { matterId: matter.id })
    await tieCallPeople(trx, reading.call, ids, matter)
    for (const documentId of [letter.documentId, ...papers])
      await linkDocument(trx, { matterId: matter.id, documentId, at: now, by })
    await appendEvent(trx, {
      at: now,
      actor: by,
      verb: 'matter.retold',
      subjectType: 'matter',
      subjectId: matter.id,
      before: { documentId: call?.documentId ?? null },
      after: { documentId: letter.documentId, platform: told.platform },
    })
  }
  if (call) await retellCall(trx, call.id, { fields, documentId: letter.documentId })
  if (kinds.length > 0) {
    await openCallIn(trx, parts, { ...orderOf(letter), bundleId, identityIds: ids }, kinds)
  }
  return { outcome: 'updated', matters: await knownMatters(trx, told) }
}

/** What an officer has corrected since stays as she corrected it: only what still stands as it was told gives way. */
function changeOf(matter: MatterFile, before: Told | undefined, now: Told): Partial<Told> {
  const fields = Object.keys(now) as (keyof Told)[]
  return Object.fromEntries(
    fields.filter((field) => !before || matter[field] === before[field]).map((field) => [field, now[field]]),
  )
}

function orderOf({
  told,
  reading,
  times,
  region,
  documentId,
  by,
}: Letter): Omit<Parameters<typeof openCallIn>[2], 'identityIds'> {
  return {
    by,
    reading,
    region,
    ...times,
    documentIds: [documentId, ...(told.documentIds ?? [])],
    source: told.source,
    platform: told.platform,
    external: told.external,
    reason: told.source === 'api' ? '接口送达' : '批量导入',
  }
}

async function knownMatters(db: Knex, { platform, external }: ToldComplaint): Promise<MatterFile[]> {
  for (const kind of ['complaint', 'report']) {
    const matter = await matterByExternal(db, externalKey(platform, external, kind))
    if (matter)
      return (await mattersOfBundle(db, matter.bundleId)).filter(
        (each) => each.platform === platform && each.external === external,
      )
  }
  return []
}

async function isKnown(db: Knex, told: ToldComplaint): Promise<boolean> {
  return (await knownMatters(db, told)).length > 0
}

/** @throws problem form.invalid for a time that is none, lies ahead, or a receipt before the complaint was made */
function timesOf(told: ToldComplaint, now: string): Letter['times'] {
  const received = instantOf(told.receivedAt, 'received_at') ?? now
  const calledAt = instantOf(told.calledAt, 'called_at') ?? received
  // Where only the day of receipt is told, a call of the same day came before it.
  const isSameDay = told.receivedAt?.length === 10 && shanghaiDay(calledAt) === told.receivedAt
  const receivedAt = isSameDay && calledAt > received ? calledAt : received
  if (receivedAt > now || calledAt > receivedAt) throw problem('form.invalid', { field: 'received_at' })
  return { calledAt, receivedAt }
}

function instantOf(value: string | undefined, field: string): string | undefined {
  if (value === undefined || value === '') return undefined
  const moment = readMoment(value)
  if (!moment) throw problem('form.invalid', { field })
  return moment.instant === null ? startOfShanghaiDay(moment.day) : new Date(moment.instant).toISOString()
}

async function receiveNote(
  parts: ReceivingParts,
  viewer: Viewer,
  told: ToldComplaint,
  { call }: CallReading,
  region: string,
): Promise<string> {
  const bytes = Buffer.from(callNote(call), 'utf8')
  const { documentId } = await receiveDocument(parts, {
    envelope: {
      source: told.source === 'api' ? 'api' : 'row',
      sender: told.platform,
      external: `${told.external}:${sha256Of(bytes)}`,
      scope: 'complaints',
    },
    bytes,
    fileName: `${told.platform}-${told.external}.txt`.replace(/[^\p{L}\p{N}.-]/gu, '_').slice(-120),
    given: givenOfCall(call, region),
    actor: { officerId: viewer.officerId },
  })
  return documentId
}
