import { deliveryIdentity, type Envelope, type Given } from '../core/intake/envelope.ts'
import { givenFrom } from '../core/intake/said.ts'
import type { Reading, SheetPaper } from '../reader/reading.ts'
import { type Document, finishClaim, insertDocument, saveText } from '../store/documents.ts'
import { appendEvent } from '../store/events.ts'
import { sha256Of } from '../store/file-bytes.ts'
import { newId } from '../store/id.ts'
import { sealIdentity } from '../store/identities.ts'
import { type Intake, insertIntakeOnce, intakeById } from '../store/intakes.ts'
import type { Processed, ProcessParts } from './process-document.ts'

/**
 * Take a sheet apart: every row becomes an intake and a waiting document of its own, and the sheet itself is `split`.
 * All in one transaction: after a crash either no row is there or every row is.
 */
export async function splitSheet(
  parts: Pick<ProcessParts, 'db' | 'ring' | 'now'>,
  document: Document,
  claim: string,
  sheet: Extract<Reading, { outcome: 'sheet' }>,
): Promise<Processed> {
  const now = parts.now().toISOString()
  const parent = (await intakeById(parts.db, document.intakeId))!
  const made: string[] = []
  const outcome = await parts.db.transaction(async (trx): Promise<Processed> => {
    const kept = await finishClaim(trx, document.id, claim, { stage: 'split', format: sheet.format }, now)
    if (!kept) return 'skipped'
    for (const paper of sheet.papers) {
      const documentId = await receiveRow(trx, document, parent, paper, now)
      if (documentId) made.push(documentId)
    }
    await appendEvent(trx, {
      at: now,
      actor: 'system',
      verb: 'document.split',
      subjectType: 'document',
      subjectId: document.id,
      after: { rows: sheet.papers.length, received: made.length },
    })
    return 'split'
  })
  if (outcome === 'split' && made.length > 0) await parts.ring(made)
  return outcome
}

/** @returns the new document's id, or undefined when this row was delivered before. */
async function receiveRow(
  trx: Parameters<typeof insertDocument>[0],
  sheet: Document,
  parent: Intake,
  paper: SheetPaper,
  now: string,
): Promise<string | undefined> {
  const given: Given = { ...sheet.given, ...givenFrom(paper.fields) }
  const region = given.region ?? sheet.region
  const envelope: Envelope = {
    source: 'row',
    sender: parent.sender,
    external: paper.fields.external ?? '',
    // A number in a sheet is only unique within that delivery: another file may count from one again.
    row: `${parent.deliveryKey}#${paper.locator}`,
  }
  const intakeId = newId()
  const intake = await insertIntakeOnce(trx, {
    id: intakeId,
    deliveryKey: sha256Of(deliveryIdentity(envelope)),
    source: 'row',
    sender: parent.sender,
    external: paper.fields.external ?? null,
    rowLocator: paper.locator,
    fileName: parent.fileName,
    sha256: sheet.sha256,
    region,
    runId: parent.runId,
    parentId: parent.id,
    identityId: null,
    officerId: parent.officerId,
    receivedAt: now,
  })
  if (intake.id !== intakeId) return undefined
  const { name, phone } = paper.fields
  if (name || phone) {
    await sealIdentity(trx, intakeId, { role: 'caller', ...(name ? { name } : {}), ...(phone ? { phone } : {}) }, now)
  }
  const documentId = newId()
  await insertDocument(
    trx,
    {
      id: documentId,
      intakeId,
      sha256: sheet.sha256,
      region,
      given,
      receivedAt: parent.receivedAt,
      title: given.title ?? '',
    },
    null,
  )
  await saveText(trx, documentId, { text: paper.text, links: [] })
  await appendEvent(trx, {
    at: now,
    actor: 'system',
    verb: 'document.received',
    subjectType: 'document',
    subjectId: documentId,
    after: { intakeId, sha256: sheet.sha256, source: 'row', region, row: paper.locator },
  })
  return documentId
}
