import { may, type Viewer } from '../../core/access/viewer.ts'
import { shanghaiDay } from '../../core/clock/shanghai.ts'
import { ELEMENTS, type Element } from '../../core/letter/exhibit.ts'
import { problem } from '../../core/problem.ts'
import { findingById } from '../../store/assessments.ts'
import { exhibitsOf, insertMark } from '../../store/exhibits.ts'
import { recordFile } from '../../store/files.ts'
import { newId } from '../../store/id.ts'
import { matterForAction } from '../matters/act-on-matter.ts'
import { paperOnFile } from '../matters/paper-on-file.ts'
import type { Parts } from '../parts.ts'
import { keepExhibit } from './keep-exhibit.ts'
import { mustHandle } from './letter-for-action.ts'

/**
 * Sets the words of a finding against an element of fundraising: its paper becomes an exhibit where it is none yet, and the words are marked in it with
 * their page.
 * @throws problem auth.forbidden, not_found, matter.move_closed, form.invalid (element; quote for a finding that quotes nothing)
 */
export async function markFinding(
  parts: Pick<Parts, 'db' | 'files' | 'now'>,
  viewer: Viewer,
  order: { matterId: string; findingId: string; element: Element; title: string; origin: string },
): Promise<string> {
  if (!may(viewer, 'exhibit.keep')) throw problem('auth.forbidden', { permission: 'exhibit.keep' })
  if (!Object.hasOwn(ELEMENTS, order.element)) throw problem('form.invalid', { field: 'element' })
  const now = parts.now().toISOString()
  return parts.db.transaction(async (trx) => {
    const file = await matterForAction(trx, viewer, order.matterId)
    mustHandle(file, viewer)
    const finding = await findingById(trx, order.findingId)
    if (!finding) throw problem('not_found', { findingId: order.findingId })
    const paper = await paperOnFile(trx, parts, file.id, finding.documentId)
    const quote = finding.quote.trim()
    if (quote === '') throw problem('form.invalid', { field: 'quote' })
    const known = (await exhibitsOf(trx, file.id)).find(
      ({ sourceKind, documentId }) => sourceKind === 'document' && documentId === paper.documentId,
    )
    if (!known) await recordFile(trx, { sha256: paper.sha256, size: paper.size }, now)
    const exhibit =
      known ??
      (await keepExhibit(
        trx,
        viewer,
        {
          matterId: file.id,
          title: titleOf(paper.document, order.title),
          sourceKind: 'document',
          evidenceKind: 'documentary',
          origin: order.origin,
          documentId: paper.documentId,
          sha256: paper.sha256,
          fileName: paper.fileName,
          pages: paper.pages?.length ?? null,
          takenOn: shanghaiDay(paper.document.receivedAt),
        },
        '',
        now,
      ))
    const id = newId()
    await insertMark(trx, {
      id,
      matterId: file.id,
      exhibitId: exhibit.id,
      page: pageAt(paper.pages, finding.start),
      mark: { kind: 'element', element: order.element, quote },
      markedBy: viewer.officerId,
      markedAt: now,
    })
    return id
  })
}

/** The list of exhibits goes out with letters; the title of a complaint or report is what somebody told, in her words. */
function titleOf({ kind, title }: { kind: string; title: string | null }, neutral: string): string {
  return kind === 'complaint' || kind === 'report' ? neutral : title || neutral
}

/** 1, 2, …; null for what has no pages. */
function pageAt(pages: readonly number[] | null, offset: number): number | null {
  return pages === null ? null : pages.filter((start) => start <= offset).length
}
