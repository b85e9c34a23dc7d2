import { covers, may, type Viewer } from '../../core/access/viewer.ts'
import { BUREAU_FIELDS, type BureauField } from '../../core/letter/letterhead.ts'
import { problem } from '../../core/problem.ts'
import { appendEvent } from '../../store/events.ts'
import { keepBureau as keep } from '../../store/letterheads.ts'
import { mayAdd } from '../must-say-why.ts'
import type { Parts } from '../parts.ts'

/**
 * What a region's bureau is called in its letters, as its head keeps it; letters already issued stay as they are.
 * @param order.version as she saw it; 0 where nothing was kept
 * @throws problem auth.forbidden, form.invalid (region, word), form.stale
 */
export async function keepBureau(
  parts: Pick<Parts, 'db' | 'now'>,
  viewer: Viewer,
  order: { region: string; version: number; fields: Partial<Record<BureauField, string>> },
): Promise<void> {
  if (!may(viewer, 'bureau.keep')) throw problem('auth.forbidden', { permission: 'bureau.keep' })
  if (!covers(viewer.region, order.region)) throw problem('form.invalid', { field: 'region' })
  const fields = Object.fromEntries(BUREAU_FIELDS.map((name) => [name, mayAdd(order.fields[name] ?? '')]))
  // Numbers are drawn by it, and it stands before the year in hexagonal brackets.
  if (!/^[\p{Script=Han}A-Za-z]{0,20}$/u.test(fields.word ?? '')) throw problem('form.invalid', { field: 'word' })
  const now = parts.now().toISOString()
  await parts.db.transaction(async (trx) => {
    if (!(await keep(trx, order.region, { fields, version: order.version }, viewer.officerId, now)))
      throw problem('form.stale', { region: order.region })
    await appendEvent(trx, {
      at: now,
      actor: viewer.officerId,
      verb: 'bureau.kept',
      subjectType: 'bureau',
      subjectId: order.region,
      after: fields,
    })
  })
}
