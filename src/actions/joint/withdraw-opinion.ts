import type { Viewer } from '../../core/access/viewer.ts'
import { mustSayWhy } from '../must-say-why.ts'
import type { Parts } from '../parts.ts'
import { actOnOpinion, type OpinionTarget } from './opinion-for-action.ts'

/**
 * Takes back a question that needs no answer any more.
 * @throws problem auth.forbidden, not_found, form.stale, joint.not_open, form.invalid (reason)
 */
export async function withdrawOpinion(
  parts: Pick<Parts, 'db' | 'now' | 'responsibilities'>,
  viewer: Viewer,
  order: OpinionTarget & { reason: string },
): Promise<void> {
  const reason = mustSayWhy(order.reason)
  await actOnOpinion(parts, viewer, order, (_opinion, now) => ({
    verb: 'opinion.withdrawn',
    change: { withdrawnAt: now },
    reason,
    after: {},
  }))
}
