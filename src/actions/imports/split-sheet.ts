import { withoutDayAhead } from '../../core/intake/day-ahead.ts'
import { deliveryIdentity, type Envelope, givenOver } from '../../core/intake/envelope.ts'
import { givenFrom } from '../../core/intake/said.ts'
import type { Reading, SheetPaper } from '../../reader/reading.ts'
import { type Document, finishClaim, insertDocument, renewClaim, saveText } from '../../store/documents.ts'
import { appendEvent } from '../../store/events.ts'
import { sha256Of } from '../../store/file-bytes.ts'
import { newId } from '../../store/id.ts'
import { sealIdentity } from '../../store/identities.ts'
import { type Intake, insertIntakeOnce, intakeById } from '../../store/intakes.ts'
import type { Processed, ProcessParts } from '../papers/process-document.ts'

/** Rows written in one transaction: enough to spare the disk, few enough that nobody else waits for the database. */
const ROWS_AT_ONCE = 100

/**
 * Take a sheet apart: every row becomes an intake and a waiting document of its own, and at the end the sheet itself is `split`.
 * Rows are written some at a time. After a crash the sheet is taken apart again, and the rows that are there count as delivered.
 */
export async function splitSheet(
  parts: Pick<ProcessParts, 'db' | 'ring' | 'now'>,
  document: Document,
  claim: string,
  sheet: Extract<Reading, { outcome: 'sheet' }>,
): Promise<Processed> {
  const now = parts.now().toISOString()
  const parent = (await intakeById(parts.db, document.intakeId))!
  let received = 0
  for (let from = 0; from < sheet.papers.length; from += ROWS_AT_ONCE) {
    const at = parts.now().toISOString()
    const made = await parts.db.transaction(async (trx) => {
      if (!(await renewClaim(trx, document.id, claim, at))) return undefined
      const ids: string[] = []
      for (const paper of sheet.papers.slice(from, from + ROWS_AT_ONCE)) {
        const documentId = await receiveRow(trx, document, parent, paper, now)
        if (documentId) ids.push(documentId)
      }
      return ids
    })
    if (!made) return 'skipped'
    received += made.length
    if (made.length > 0) await parts.ring(made, 'bulk')
  }
  return parts.db.transaction(async (trx): Promise<Processed> => {
    const done = parts.now().toISOString()
    const kept = await finishClaim(trx, document.id, claim, { stage: 'split', format: sheet.format }, done)
    if (!kept) return 'skipped'
    await appendEvent(trx, {
      at: now,
      actor: 'system',
      verb: 'document.split',
      subjectType: 'document',
      subjectId: document.id,
      after: { rows: sheet.papers.length, received },
    })
    return 'split'
  })
}

/** @returns the new document's id, or undefined when this row was delivered before. */
async function receiveRow(
  trx: Parameters<typeof insertDocument>[0],
  sheet: Document,
  parent: Intake,
  paper: SheetPaper,
  now: string,
): Promise<string | undefined> {
  const given = givenOver(sheet.given, withoutDayAhead(givenFrom(paper.fields), now))
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
