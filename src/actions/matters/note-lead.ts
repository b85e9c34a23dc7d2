import { covers, may, type Viewer } from '../../core/access/viewer.ts'
import { problem } from '../../core/problem.ts'
import type { MatterFile } from '../../store/matters.ts'
import { mayAdd, mustSayWhy } from '../must-say-why.ts'
import type { Parts } from '../parts.ts'
import { mustBeCreditCode, nameOperator } from './name-operator.ts'
import { openMatterIn } from './open-matter.ts'

/**
 * An officer notes a lead found in an inspection or handed in by another department; its check counts from that moment (程序规定第十八条).
 * @throws problem auth.forbidden, form.invalid (title, reason, credit_code, region, received_at)
 */
export async function noteLead(
  parts: Pick<Parts, 'db' | 'now' | 'procedure'>,
  viewer: Viewer,
  order: { title: string; story: string; seller: string; creditCode: string; region: string; foundAt?: string },
): Promise<MatterFile> {
  if (!may(viewer, 'lead.note')) throw problem('auth.forbidden', { permission: 'lead.note' })
  if (!covers(viewer.region, order.region)) throw problem('form.invalid', { field: 'region' })
  const title = mayAdd(order.title)
  if (title === '') throw problem('form.invalid', { field: 'title' })
  const story = mustSayWhy(order.story)
  const now = parts.now().toISOString()
  return parts.db.transaction(async (trx) => {
    const seller = { name: mayAdd(order.seller), creditCode: mustBeCreditCode(order.creditCode), region: order.region }
    const operator = await nameOperator(trx, viewer.officerId, seller, now)
    return openMatterIn(trx, parts, viewer.officerId, {
      opening: 'officer_lead',
      region: order.region,
      title,
      summary: story,
      operatorId: operator?.id ?? null,
      operatorSaid: seller.name,
      source: 'desk',
      receivedAt: order.foundAt ?? now,
      reason: story,
    })
  })
}
