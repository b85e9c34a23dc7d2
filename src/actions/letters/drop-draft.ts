import { may, type Viewer } from '../../core/access/viewer.ts'
import { problem } from '../../core/problem.ts'
import { updateDraft } from '../../store/letters.ts'
import type { Parts } from '../parts.ts'
import { letterForAction, mustBeDraft, mustHandle } from './letter-for-action.ts'

/** Puts a draft aside for good. @throws problem auth.forbidden, not_found, matter.move_closed, letter.not_draft, form.stale */
export async function dropDraft(
  parts: Pick<Parts, 'db' | 'now'>,
  viewer: Viewer,
  order: { matterId: string; letterId: string; version: number },
): Promise<void> {
  if (!may(viewer, 'letter.keep')) throw problem('auth.forbidden', { permission: 'letter.keep' })
  const now = parts.now().toISOString()
  await parts.db.transaction(async (trx) => {
    const { file, letter } = await letterForAction(trx, viewer, order)
    mustHandle(file, viewer)
    mustBeDraft(letter, order.version)
    if (!(await updateDraft(trx, letter, { state: 'dropped' }, now)))
      throw problem('form.stale', { letterId: letter.id })
  })
}
