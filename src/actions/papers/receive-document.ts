import { isDayAhead } from '../../core/intake/day-ahead.ts'
import { deliveryIdentity, type Envelope, type Given } from '../../core/intake/envelope.ts'
import { problem } from '../../core/problem.ts'
import { noSuchRegion } from '../../core/regions/no-such-region.ts'
import { wasRegion } from '../../core/regions/region.ts'
import { documentOfIntake, insertDocument } from '../../store/documents.ts'
import { appendEvent } from '../../store/events.ts'
import { sha256Of } from '../../store/file-bytes.ts'
import { recordFile } from '../../store/files.ts'
import { newId } from '../../store/id.ts'
import { type Identity, sealIdentity } from '../../store/identities.ts'
import { insertIntakeOnce } from '../../store/intakes.ts'
import { type Actor, actorId, type Parts } from '../parts.ts'

/** One delivery: bytes, who sent them under which number, and what was said of them. */
export interface Delivery {
  envelope: Envelope
  bytes: Uint8Array
  fileName?: string
  given: Given
  /** The person behind it; kept in the identities table only. */
  identity?: Omit<Identity, 'id'>
  runId?: string
  actor: Actor
}

export interface Received {
  /** `duplicate` is a retried delivery: the answer names what the first one made. */
  outcome: 'received' | 'duplicate'
  intakeId: string
  documentId: string
}

/**
 * Take a paper in: keep its bytes, write the intake and a waiting document, ring.
 * A retried delivery (same source, sender, number and bytes) answers with the first one and adds nothing.
 * @throws problem intake.external_reused when the number was used before for other bytes.
 * @throws problem intake.empty when there are no bytes at all and no file to keep.
 * @throws problem form.invalid for a region that is none, or a day of the conduct that has not come (`why`).
 */
export async function receiveDocument(
  parts: Pick<Parts, 'db' | 'files' | 'ring' | 'now' | 'homeRegion'>,
  delivery: Delivery,
): Promise<Received> {
  const now = parts.now().toISOString()
  const region = delivery.given.region ?? parts.homeRegion
  if (!wasRegion(region)) throw noSuchRegion('region', region)
  mustHaveCome(delivery.given, now)
  const file = await parts.files.put(delivery.bytes)
  const received = await parts.db.transaction(async (trx): Promise<Received> => {
    await recordFile(trx, file, now)
    const intakeId = newId()
    const intake = await insertIntakeOnce(trx, {
      id: intakeId,
      deliveryKey: sha256Of(deliveryIdentity(delivery.envelope)),
      source: delivery.envelope.source,
      sender: delivery.envelope.sender,
      external: delivery.envelope.external,
      rowLocator: delivery.envelope.row ?? null,
      fileName: delivery.fileName ?? null,
      sha256: file.sha256,
      region,
      runId: delivery.runId ?? null,
      parentId: null,
      identityId: null,
      officerId: delivery.actor === 'system' ? null : delivery.actor.officerId,
      receivedAt: now,
    })
    if (intake.id !== intakeId) {
      if (intake.sha256 !== file.sha256)
        throw problem('intake.external_reused', { external: delivery.envelope.external })
      const earlier = await documentOfIntake(trx, intake.id)
      return { outcome: 'duplicate', intakeId: intake.id, documentId: earlier!.id }
    }
    if (delivery.identity) await sealIdentity(trx, intakeId, delivery.identity, now)
    const documentId = newId()
    const title = delivery.given.title ?? delivery.fileName ?? ''
    await insertDocument(
      trx,
      { id: documentId, intakeId, sha256: file.sha256, region, given: delivery.given, receivedAt: now, title },
      null,
    )
    await appendEvent(trx, {
      at: now,
      actor: actorId(delivery.actor),
      verb: 'document.received',
      subjectType: 'document',
      subjectId: documentId,
      after: { intakeId, sha256: file.sha256, source: delivery.envelope.source, region },
    })
    return { outcome: 'received', intakeId, documentId }
  })
  if (received.outcome === 'received')
    await parts.ring([received.documentId], isWaitedFor(delivery) ? undefined : 'bulk')
  return received
}

/** The day decides which law applies: one that has not come would choose a law nobody knows. */
function mustHaveCome({ date, until }: Given, now: string): void {
  for (const [field, day] of Object.entries({ date, until })) {
    if (day === undefined || !isDayAhead(day, now)) continue
    const why = [{ zh: `${day}尚未到来，请核对日期`, en: `${day} has not come yet: check the day` }]
    throw problem('form.invalid', { field, allowed: 'no day after tomorrow', why })
  }
}

/** Somebody at a form or another system asks for one paper and looks for the answer; folders and samples can wait. */
function isWaitedFor({ envelope, runId }: Delivery): boolean {
  return (
    envelope.source === 'upload' || envelope.source === 'call' || (envelope.source === 'api' && runId === undefined)
  )
}
