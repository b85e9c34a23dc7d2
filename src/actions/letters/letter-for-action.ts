import type { Knex } from 'knex'
import type { Viewer } from '../../core/access/viewer.ts'
import { problem } from '../../core/problem.ts'
import { type Letter, letterById } from '../../store/letters.ts'
import type { MatterFile } from '../../store/matters.ts'
import { matterForAction } from '../matters/act-on-matter.ts'

/**
 * A letter of a matter and the matter itself, which is held until the transaction ends.
 * @throws problem auth.forbidden, not_found
 */
export async function letterForAction(
  trx: Knex.Transaction,
  viewer: Viewer,
  { matterId, letterId }: { matterId: string; letterId: string },
): Promise<{ file: MatterFile; letter: Letter }> {
  const file = await matterForAction(trx, viewer, matterId)
  const letter = await letterById(trx, letterId)
  if (letter?.matterId !== file.id || letter.state === 'dropped') throw problem('not_found', { letterId })
  return { file, letter }
}

/** @throws problem letter.not_draft, form.stale */
export function mustBeDraft(letter: Letter, version: number): void {
  if (letter.state !== 'draft') throw problem('letter.not_draft', { letterId: letter.id })
  if (letter.version !== version) throw problem('form.stale', { letterId: letter.id })
}

/**
 * Once a report or lead has handlers, its letters and exhibits are theirs.
 * @throws problem matter.move_closed with `why`
 */
export function mustHandle({ id, kind, matter }: MatterFile, viewer: Viewer): void {
  if (kind !== 'complaint' && matter.handlers.length > 0 && !matter.handlers.includes(viewer.officerId)) {
    const why = [{ zh: '由本案办案人员办理', en: 'for the handlers of this matter' }]
    throw problem('matter.move_closed', { matterId: id, why })
  }
}
