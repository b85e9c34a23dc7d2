import type { Viewer } from '../../core/access/viewer.ts'
import { isDay, shanghaiDay } from '../../core/clock/shanghai.ts'
import { problem } from '../../core/problem.ts'
import { lastDay } from '../../core/routing/standing.ts'
import { mustSayWhy } from '../must-say-why.ts'
import type { Parts } from '../parts.ts'
import { actOnOpinion, type OpinionTarget } from './opinion-for-action.ts'

/**
 * A department told, before its time was over, that it needs longer (程序规定第四十五条第二款).
 * @throws problem auth.forbidden, not_found, form.stale, joint.not_open, form.invalid (until: no later day, or told too late; reason)
 */
export async function tellOpinionLater(
  parts: Pick<Parts, 'db' | 'now' | 'responsibilities'>,
  viewer: Viewer,
  order: OpinionTarget & { until: string; reason: string },
): Promise<void> {
  const reason = mustSayWhy(order.reason)
  await actOnOpinion(parts, viewer, order, (opinion, now) => {
    const due = lastDay(opinion)
    if (!isDay(order.until) || due === null || order.until <= due || shanghaiDay(now) > due)
      throw problem('form.invalid', { field: 'until' })
    return { verb: 'opinion.told_later', change: { toldLater: order.until }, reason, after: { due: order.until } }
  })
}
