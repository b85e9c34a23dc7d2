import type { Viewer } from '../../core/access/viewer.ts'
import { readMoment } from '../../core/clock/day.ts'
import { shanghaiDay } from '../../core/clock/shanghai.ts'
import { type CallFields, readCallFields } from '../../core/intake/call-fields.ts'
import { callNote, givenOfCall } from '../../core/intake/call-note.ts'
import type { CallReading } from '../../core/intake/read-call.ts'
import { readOutCard } from '../../core/intake/read-out-card.ts'
import { problem } from '../../core/problem.ts'
import { deleteDraft, draftOf, saveDraft } from '../../store/call-drafts.ts'
import { callById, insertCall } from '../../store/calls.ts'
import { sha256Of } from '../../store/file-bytes.ts'
import { receiveDocument } from '../papers/receive-document.ts'
import type { Parts } from '../parts.ts'
import { type Attachment, receiveAttachment } from './attach-to-call.ts'
import { type CallKind, handlingRegion, isForBureau, keptFields, openCallIn } from './open-call.ts'
import { mustBeUsable, readCallOf } from './read-call-of.ts'
import { mustTakeCalls } from './save-call-draft.ts'

export interface CallSubmission {
  callId: string
  /** Of the draft as seen last; 0 where none was saved. */
  version: number
  fields: CallFields
  attachments: readonly Attachment[]
}

/**
 * Take the call: its note and attachments become papers, complaint and report become matters of one bundle, each with its own clocks.
 * Pressed twice it is one call: the second time answers with the first.
 * @throws problem auth.forbidden, form.invalid naming the field, form.stale when another window saved the draft meanwhile
 */
export async function submitCall(
  parts: Pick<Parts, 'db' | 'files' | 'ring' | 'now' | 'homeRegion' | 'compiled' | 'model' | 'procedure' | 'intakeLaw'>,
  viewer: Viewer,
  submission: CallSubmission,
): Promise<{ callId: string }> {
  const { callId } = submission
  mustTakeCalls(viewer, callId)
  if (await isTaken(parts, viewer, callId)) return { callId }
  try {
    await take(parts, viewer, submission)
  } catch (error) {
    // Sent twice at one moment: the second finds the draft gone, or its place among the calls, and the call taken.
    if (!(await isTaken(parts, viewer, callId))) throw error
  }
  return { callId }
}

type TakingParts = Parameters<typeof submitCall>[0]

async function take(parts: TakingParts, viewer: Viewer, submission: CallSubmission): Promise<void> {
  const { callId, fields } = submission
  const now = parts.now().toISOString()
  const times = timesOf(fields, now)
  const draft = await draftOf(parts.db, viewer.officerId, callId)
  if ((draft?.version ?? 0) !== submission.version) throw problem('form.stale', { callId })
  const { people } = readCallFields(fields).call
  const attached = new Set(draft?.documentIds)
  for (const attachment of submission.attachments)
    attached.add(await receiveAttachment(parts, viewer, { callId, people, ...attachment }))
  const { reading } = await readCallOf(parts, viewer, {
    fields,
    attachments: attached.size,
    receivedOn: readMoment(times.receivedAt)!.day,
  })
  mustBeUsable(reading, fields, shanghaiDay(now))
  const region = handlingRegion(viewer.region, reading)
  const noteId = await receiveNote(parts, viewer, callId, reading, region)
  const documentIds = [noteId, ...attached]
  await parts.db.transaction(async (trx) => {
    const officer = { id: callId, officerId: viewer.officerId }
    const saved = await saveDraft(trx, { ...officer, fields: {}, people }, submission.version, now)
    if (saved === undefined) throw problem('form.stale', { callId })
    const { identityIds } = (await draftOf(trx, viewer.officerId, callId))!
    const matters = await openCallIn(trx, parts, {
      by: viewer.officerId,
      reading,
      identityIds,
      region,
      ...times,
      documentIds,
      source: 'hotline',
      reason: '来电登记',
    })
    const receivedAt = isForBureau(viewer.region, reading) ? times.receivedAt : null
    const card = readOutCard(
      parts.procedure,
      matters.map(({ kind, number }) => ({ of: kind as CallKind, number, receivedAt })),
      reading.missing,
    )
    await insertCall(trx, {
      id: callId,
      bundleId: matters[0]!.bundleId,
      officerId: viewer.officerId,
      source: 'hotline',
      region,
      calledAt: times.calledAt,
      receivedAt,
      documentId: noteId,
      fields: keptFields(reading, fields),
      card,
      takenAt: now,
    })
    await deleteDraft(trx, callId, 'row')
  })
}

/** @throws problem not_found where the id is another officer's call */
async function isTaken(parts: Pick<Parts, 'db'>, viewer: Viewer, callId: string): Promise<boolean> {
  const taken = await callById(parts.db, callId)
  if (taken && taken.officerId !== viewer.officerId) throw problem('not_found', { callId })
  return taken !== undefined
}

/**
 * When the call came and when the competent bureau received it: now, unless the form says earlier.
 * @throws problem form.invalid for a time that is none, in the future, or a receipt before the call
 */
function timesOf(fields: CallFields, now: string): { calledAt: string; receivedAt: string } {
  const receivedAt = instantOf(fields, 'received_at') ?? now
  const calledAt = instantOf(fields, 'called_at') ?? receivedAt
  if (receivedAt > now || receivedAt < calledAt) throw problem('form.invalid', { field: 'received_at' })
  return { calledAt, receivedAt }
}

function instantOf(fields: CallFields, field: string): string | undefined {
  const value = fields[field]?.trim()
  if (!value) return undefined
  const instant = readMoment(value)?.instant
  if (instant == null) throw problem('form.invalid', { field })
  return new Date(instant).toISOString()
}

async function receiveNote(
  parts: Pick<Parts, 'db' | 'files' | 'ring' | 'now' | 'homeRegion'>,
  viewer: Viewer,
  callId: string,
  { call }: CallReading,
  region: string,
): Promise<string> {
  const bytes = Buffer.from(callNote(call), 'utf8')
  const { documentId } = await receiveDocument(parts, {
    // What was mended after a failed attempt is another note.
    envelope: { source: 'call', sender: viewer.officerId, external: `${callId}:note:${sha256Of(bytes)}` },
    bytes,
    fileName: '来电记录.txt',
    given: givenOfCall(call, region),
    actor: { officerId: viewer.officerId },
  })
  return documentId
}
