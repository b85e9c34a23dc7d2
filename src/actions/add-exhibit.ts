import type { Knex } from 'knex'
import { may, type Viewer } from '../core/access/viewer.ts'
import { isDay, shanghaiDay } from '../core/clock/shanghai.ts'
import { EVIDENCE_KINDS, type EvidenceKind, exhibitNumber } from '../core/letter/exhibit.ts'
import { problem } from '../core/problem.ts'
import { documentById, textOf } from '../store/documents.ts'
import { appendEvent } from '../store/events.ts'
import { appendCustody, type Exhibit, insertExhibit } from '../store/exhibits.ts'
import { recordFile } from '../store/files.ts'
import { newId } from '../store/id.ts'
import { intakeById } from '../store/intakes.ts'
import { documentsOfMatter } from '../store/matters.ts'
import { mayAdd, mustSayWhy } from './act-on-lead.ts'
import { matterForAction } from './act-on-matter.ts'
import type { Parts } from './parts.ts'

/** What becomes an exhibit: bytes that were brought, a paper on the matter's file as it came, words of such a paper, or what a call told. */
export type ExhibitSubject =
  | { sourceKind: 'file' | 'screenshot'; bytes: Uint8Array; fileName: string }
  | { sourceKind: 'document'; documentId: string }
  | { sourceKind: 'quote'; documentId: string; quote: string }
  | { sourceKind: 'call_note'; note: string }

export interface ExhibitOrder {
  matterId: string
  title: string
  evidenceKind: EvidenceKind
  /** How it came to us. A person's name has no place here: the list of exhibits goes to others. */
  origin: string
  /** `YYYY-MM-DD`; today where it is left out. */
  takenOn?: string | undefined
  pages?: number | null
  /** Where it is kept. */
  place: string
  subject: ExhibitSubject
}

/**
 * Evidence numbered in its matter, with the hash of its bytes and the first step of its custody. It is never changed or taken away afterwards.
 * @throws problem auth.forbidden, not_found, intake.empty, form.invalid (reason for the title, evidence_kind, taken_on, pages, quote)
 */
export async function addExhibit(
  parts: Pick<Parts, 'db' | 'files' | 'now'>,
  viewer: Viewer,
  order: ExhibitOrder,
): Promise<Exhibit> {
  if (!may(viewer, 'exhibit.keep')) throw problem('auth.forbidden', { permission: 'exhibit.keep' })
  const title = mustSayWhy(order.title)
  const origin = mustSayWhy(order.origin)
  if (!Object.hasOwn(EVIDENCE_KINDS, order.evidenceKind)) throw problem('form.invalid', { field: 'evidence_kind' })
  const now = parts.now().toISOString()
  const takenOn = order.takenOn ?? shanghaiDay(now)
  if (!isDay(takenOn) || takenOn > shanghaiDay(now)) throw problem('form.invalid', { field: 'taken_on' })
  const pages = order.pages ?? null
  if (pages !== null && (!Number.isInteger(pages) || pages < 1)) throw problem('form.invalid', { field: 'pages' })
  // Before the transaction: bytes kept twice are kept once, and bytes of a refused exhibit harm nobody.
  const brought = await bytesOf(order.subject)
  const kept = brought && (await parts.files.put(brought.bytes))
  return parts.db.transaction(async (trx) => {
    const file = await matterForAction(trx, viewer, order.matterId)
    const paper = await paperOf(trx, file.id, order.subject, parts)
    const stored = kept ?? { sha256: paper!.sha256, size: paper!.size }
    await recordFile(trx, stored, now)
    const exhibit = await insertExhibit(trx, {
      id: newId(),
      matterId: file.id,
      title,
      sourceKind: order.subject.sourceKind,
      evidenceKind: order.evidenceKind,
      origin,
      documentId: paper?.documentId ?? null,
      sha256: stored.sha256,
      fileName: brought?.fileName ?? paper!.fileName,
      pages,
      takenOn,
      addedBy: viewer.officerId,
      addedAt: now,
    })
    await appendCustody(trx, {
      exhibitId: exhibit.id,
      verb: 'added',
      place: mayAdd(order.place),
      note: '',
      officerId: viewer.officerId,
      at: now,
      recordedAt: now,
    })
    await appendEvent(trx, {
      at: now,
      actor: viewer.officerId,
      verb: 'matter.exhibit_added',
      subjectType: 'matter',
      subjectId: file.id,
      reason: exhibitNumber(exhibit.number),
      after: { exhibit: exhibit.id, source: exhibit.sourceKind, sha256: exhibit.sha256 },
    })
    return exhibit
  })
}

/** Undefined for a paper that is kept already. */
async function bytesOf(subject: ExhibitSubject): Promise<{ bytes: Uint8Array; fileName: string } | undefined> {
  switch (subject.sourceKind) {
    case 'file':
    case 'screenshot':
      if (subject.bytes.length === 0) throw problem('intake.empty', { field: 'files' })
      return { bytes: subject.bytes, fileName: subject.fileName }
    case 'quote':
      return { bytes: Buffer.from(mustQuote(subject.quote)), fileName: '摘录.txt' }
    case 'call_note':
      return { bytes: Buffer.from(mustQuote(subject.note)), fileName: '通话记录.txt' }
    case 'document':
      return undefined
  }
}

const LONGEST_QUOTE = 20_000

function mustQuote(words: string): string {
  const said = words.trim()
  if (said === '' || said.length > LONGEST_QUOTE) throw problem('form.invalid', { field: 'quote' })
  return said
}

/** The paper on the matter's file that is the exhibit or is quoted; a quotation must be its own words. */
async function paperOf(
  trx: Knex.Transaction,
  matterId: string,
  subject: ExhibitSubject,
  { files }: Pick<Parts, 'files'>,
): Promise<{ documentId: string; sha256: string; size: number; fileName: string } | undefined> {
  if (subject.sourceKind !== 'document' && subject.sourceKind !== 'quote') return undefined
  const { documentId } = subject
  const isOnFile = (await documentsOfMatter(trx, matterId)).includes(documentId)
  const document = isOnFile ? await documentById(trx, documentId) : undefined
  if (!document) throw problem('not_found', { documentId })
  const read = await textOf(trx, documentId)
  if (subject.sourceKind === 'quote' && !bare(read?.text ?? '').includes(bare(subject.quote)))
    throw problem('form.invalid', { field: 'quote' })
  const intake = await intakeById(trx, document.intakeId)
  const { sha256 } = document
  const size = (await files.get(sha256)).length
  return { documentId, sha256, size, fileName: intake?.fileName ?? `${sha256.slice(0, 12)}.txt` }
}

function bare(words: string): string {
  return words.replace(/\s/g, '')
}
