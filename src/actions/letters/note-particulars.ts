import { may, type Viewer } from '../../core/access/viewer.ts'
import { PARTICULAR_FIELDS, type ParticularField } from '../../core/letter/letterhead.ts'
import { problem } from '../../core/problem.ts'
import { appendEvent } from '../../store/events.ts'
import { keepParticulars } from '../../store/letterheads.ts'
import { matterForAction } from '../matters/act-on-matter.ts'
import { mustBeCreditCode } from '../matters/name-operator.ts'
import { mayAdd } from '../must-say-why.ts'
import type { Parts } from '../parts.ts'

/**
 * What the register says of a matter's operator: its representative, seat and place of registration.
 * @param order.version of the particulars as she saw them; 0 where nothing was noted
 * @throws problem auth.forbidden, not_found (also while the matter's operator is not known), form.invalid, form.stale
 */
export async function noteParticulars(
  parts: Pick<Parts, 'db' | 'now'>,
  viewer: Viewer,
  order: { matterId: string; version: number; fields: Partial<Record<ParticularField, string>> },
): Promise<void> {
  if (!may(viewer, 'letter.keep')) throw problem('auth.forbidden', { permission: 'letter.keep' })
  const said = Object.fromEntries(PARTICULAR_FIELDS.map((name) => [name, mayAdd(order.fields[name] ?? '')]))
  // It would go out in a letter.
  const fields = { ...said, code: mustBeCreditCode(said.code ?? '') }
  const now = parts.now().toISOString()
  await parts.db.transaction(async (trx) => {
    const { id, operatorId } = await matterForAction(trx, viewer, order.matterId)
    if (operatorId === null) throw problem('not_found', { operatorOf: id })
    const kept = { fields, version: order.version }
    if (!(await keepParticulars(trx, operatorId, kept, viewer.officerId, now)))
      throw problem('form.stale', { matterId: id })
    await appendEvent(trx, {
      at: now,
      actor: viewer.officerId,
      verb: 'operator.particulars_noted',
      subjectType: 'operator',
      subjectId: operatorId,
      after: fields,
    })
  })
}
