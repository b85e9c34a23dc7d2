import { may, type Viewer } from '../../core/access/viewer.ts'
import { problem } from '../../core/problem.ts'
import { appendEvent } from '../../store/events.ts'
import { type MatterFile, describeMatter as store } from '../../store/matters.ts'
import { operatorById } from '../../store/operators.ts'
import { mayAdd } from '../must-say-why.ts'
import type { Parts } from '../parts.ts'
import { matterForAction } from './act-on-matter.ts'
import { mustBeCreditCode, nameOperator } from './name-operator.ts'

/** What an officer corrects of what was noted: the title, and who the seller is. Empty fields leave things as they are. */
export interface Description {
  matterId: string
  /** `described` of the matter as she saw it. */
  version: number
  title: string
  seller: string
  creditCode: string
  phone: string
}

/** @throws problem auth.forbidden, not_found, form.stale, form.invalid */
export async function describeMatter(
  parts: Pick<Parts, 'db' | 'now'>,
  viewer: Viewer,
  order: Description,
): Promise<MatterFile> {
  if (!may(viewer, 'matter.describe')) throw problem('auth.forbidden', { permission: 'matter.describe' })
  const now = parts.now().toISOString()
  const [title, seller, phone] = [order.title, order.seller, order.phone].map(mayAdd) as [string, string, string]
  const creditCode = mustBeCreditCode(order.creditCode)
  return parts.db.transaction(async (trx) => {
    const file = await matterForAction(trx, viewer, order.matterId)
    if (file.described !== order.version) throw problem('form.stale', { matterId: file.id })
    const operator = await nameOperator(
      trx,
      viewer.officerId,
      { name: seller, creditCode, phone, region: file.region },
      now,
    )
    const change = {
      ...(title ? { title } : {}),
      ...(seller ? { operatorSaid: seller } : {}),
      ...(operator ? { operatorId: operator.id } : {}),
    }
    if (!(await store(trx, file.id, file.described, change, now))) throw problem('form.stale', { matterId: file.id })
    const before = file.operatorId ? await operatorById(trx, file.operatorId) : undefined
    await appendEvent(trx, {
      at: now,
      actor: viewer.officerId,
      verb: 'matter.described',
      subjectType: 'matter',
      subjectId: file.id,
      before: { title: file.title, operator: before?.id ?? null },
      after: { ...(title ? { title } : {}), operator: operator?.id ?? file.operatorId },
    })
    return { ...file, ...change, described: file.described + 1 }
  })
}
