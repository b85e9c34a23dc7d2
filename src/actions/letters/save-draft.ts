import { may, type Viewer } from '../../core/access/viewer.ts'
import { problem } from '../../core/problem.ts'
import { type Typed, updateDraft } from '../../store/letters.ts'
import type { Parts } from '../parts.ts'
import { letterForAction, mustBeDraft, mustHandle } from './letter-for-action.ts'

/** Longest text of one field, in characters: an interview may be long. */
const LONGEST_FIELD = 50_000

/**
 * Keeps what an officer typed for a letter, as typed; whether it can be read the preview says.
 * @throws problem auth.forbidden, not_found, matter.move_closed, letter.not_draft, form.stale, form.invalid for a field that is too long
 */
export async function saveDraft(
  parts: Pick<Parts, 'db' | 'now'>,
  viewer: Viewer,
  order: { matterId: string; letterId: string; version: number; typed: Typed },
): Promise<void> {
  if (!may(viewer, 'letter.keep')) throw problem('auth.forbidden', { permission: 'letter.keep' })
  for (const [field, words] of Object.entries(order.typed))
    if ([words].flat().some((each) => each.length > LONGEST_FIELD)) throw problem('form.invalid', { field })
  const now = parts.now().toISOString()
  await parts.db.transaction(async (trx) => {
    const { file, letter } = await letterForAction(trx, viewer, order)
    mustHandle(file, viewer)
    mustBeDraft(letter, order.version)
    if (!(await updateDraft(trx, letter, { typed: order.typed }, now)))
      throw problem('form.stale', { letterId: letter.id })
  })
}
