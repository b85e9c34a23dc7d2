import { may, type Viewer } from '../../core/access/viewer.ts'
import { shanghaiDay } from '../../core/clock/shanghai.ts'
import { proposedFor } from '../../core/letter/proposed.ts'
import { templateOn } from '../../core/letter/template-on.ts'
import { problem } from '../../core/problem.ts'
import { newId } from '../../store/id.ts'
import { insertLetter, type Typed } from '../../store/letters.ts'
import { matterForAction } from '../matters/act-on-matter.ts'
import type { Parts } from '../parts.ts'
import type { LetterParts } from './compose-letter.ts'
import { letterSubject } from './letter-facts.ts'
import { mustHandle } from './letter-for-action.ts'

/**
 * Begins a letter of a matter, with what its template proposes. @returns its id
 * @throws problem auth.forbidden, not_found, matter.move_closed (also for a type that does not hold today, or not for this kind of matter)
 */
export async function draftLetter(
  parts: Pick<Parts, 'db'> & LetterParts,
  viewer: Viewer,
  order: { matterId: string; type: string; typed?: Typed },
): Promise<string> {
  if (!may(viewer, 'letter.keep')) throw problem('auth.forbidden', { permission: 'letter.keep' })
  const now = parts.now().toISOString()
  const day = shanghaiDay(now)
  const template = templateOn(parts.letters, order.type, day)
  return parts.db.transaction(async (trx) => {
    const file = await matterForAction(trx, viewer, order.matterId)
    mustHandle(file, viewer)
    if (!template?.of.includes(file.kind)) throw problem('not_found', { letterType: order.type })
    const { facts } = await letterSubject(trx, parts, file, template, {
      typed: {},
      corrects: null,
      day,
      draftedBy: viewer.officerId,
    })
    const id = newId()
    await insertLetter(trx, {
      id,
      matterId: file.id,
      type: order.type,
      day,
      typed: { ...proposedFor(template, facts), ...order.typed },
      corrects: null,
      draftedBy: viewer.officerId,
      draftedAt: now,
    })
    return id
  })
}
