import { may, type Viewer } from '../../core/access/viewer.ts'
import { shanghaiDay } from '../../core/clock/shanghai.ts'
import { problem } from '../../core/problem.ts'
import { newId } from '../../store/id.ts'
import { insertLetter } from '../../store/letters.ts'
import type { Parts } from '../parts.ts'
import { letterForAction, mustHandle } from './letter-for-action.ts'

/**
 * Begins a letter that takes the place of an issued one and says so; the issued one stays as it went out. @returns the id of the new draft
 * @throws problem auth.forbidden, not_found, matter.move_closed, letter.not_issued, letter.corrected
 */
export async function correctLetter(
  parts: Pick<Parts, 'db' | 'now'>,
  viewer: Viewer,
  order: { matterId: string; letterId: string },
): Promise<string> {
  if (!may(viewer, 'letter.keep')) throw problem('auth.forbidden', { permission: 'letter.keep' })
  const now = parts.now().toISOString()
  return parts.db.transaction(async (trx) => {
    const { file, letter } = await letterForAction(trx, viewer, order)
    mustHandle(file, viewer)
    if (letter.state !== 'issued') throw problem('letter.not_issued', { letterId: letter.id })
    if (letter.correctedBy !== null) throw problem('letter.corrected', { letterId: letter.id })
    const id = newId()
    await insertLetter(trx, {
      id,
      matterId: file.id,
      type: letter.type,
      day: shanghaiDay(now),
      typed: letter.typed,
      corrects: letter.id,
      draftedBy: viewer.officerId,
      draftedAt: now,
    })
    return id
  })
}
