import type { Viewer } from '../../core/access/viewer.ts'
import { problem } from '../../core/problem.ts'
import { appendEvent } from '../../store/events.ts'
import { notesOfBundle, stateNote, withdrawNote } from '../../store/lines.ts'
import type { Parts } from '../parts.ts'
import { matterForJointWork } from './joint-matter.ts'

/**
 * An officer states what else a letter concerns, where no rule finds it; the lines proposed follow. What was stated before and is not now is
 * withdrawn.
 * @throws problem auth.forbidden, not_found, form.stale, form.invalid (notes)
 */
export async function stateNotes(
  parts: Pick<Parts, 'db' | 'now' | 'responsibilities'>,
  viewer: Viewer,
  order: { matterId: string; version: number; notes: readonly string[] },
): Promise<void> {
  if (order.notes.some((note) => !Object.hasOwn(parts.responsibilities.notes, note)))
    throw problem('form.invalid', { field: 'notes' })
  const now = parts.now().toISOString()
  await parts.db.transaction(async (trx) => {
    const { id, bundleId } = await matterForJointWork(trx, viewer, 'line.open', order)
    const before = await notesOfBundle(trx, bundleId)
    const added = order.notes.filter((note) => !before.includes(note))
    const gone = before.filter((note) => !order.notes.includes(note))
    if (added.length + gone.length === 0) return
    for (const note of added) await stateNote(trx, bundleId, note, viewer.officerId, now)
    for (const note of gone) await withdrawNote(trx, bundleId, note)
    await appendEvent(trx, {
      at: now,
      actor: viewer.officerId,
      verb: 'line.notes_stated',
      subjectType: 'matter',
      subjectId: id,
      before: { notes: before },
      after: { notes: [...order.notes].sort() },
    })
  })
}
