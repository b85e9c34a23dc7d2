import { may, type Viewer } from '../../core/access/viewer.ts'
import { isDay, shanghaiDay } from '../../core/clock/shanghai.ts'
import { EVIDENCE_KINDS, type EvidenceKind, isPageNumber } from '../../core/letter/exhibit.ts'
import { problem } from '../../core/problem.ts'
import type { Exhibit } from '../../store/exhibits.ts'
import { recordFile } from '../../store/files.ts'
import { matterForAction } from '../matters/act-on-matter.ts'
import { paperOnFile } from '../matters/paper-on-file.ts'
import { mayAdd, mustSayWhy } from '../must-say-why.ts'
import type { Parts } from '../parts.ts'
import { keepExhibit } from './keep-exhibit.ts'
import { mustHandle } from './letter-for-action.ts'

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
 * @throws problem auth.forbidden, not_found, matter.move_closed, intake.empty, form.invalid (reason for the title, evidence_kind, taken_on, pages, quote)
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
  if (pages !== null && !isPageNumber(pages)) throw problem('form.invalid', { field: 'pages' })
  // Before the transaction: bytes kept twice are kept once, and bytes of a refused exhibit harm nobody.
  const brought = await bytesOf(order.subject)
  const kept = brought && (await parts.files.put(brought.bytes))
  return parts.db.transaction(async (trx) => {
    const file = await matterForAction(trx, viewer, order.matterId)
    mustHandle(file, viewer)
    const { subject } = order
    const paper = 'documentId' in subject ? await paperOnFile(trx, parts, file.id, subject.documentId) : undefined
    if (subject.sourceKind === 'quote' && !bare(paper!.text).includes(bare(subject.quote)))
      throw problem('form.invalid', { field: 'quote' })
    const stored = kept ?? paper!
    await recordFile(trx, { sha256: stored.sha256, size: stored.size }, now)
    return keepExhibit(
      trx,
      viewer,
      {
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
      },
      mayAdd(order.place),
      now,
    )
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

function bare(words: string): string {
  return words.replace(/\s/g, '')
}
