import type { Viewer } from '../../core/access/viewer.ts'
import type { AnswerKind } from '../../core/routing/standing.ts'
import { momentBetween } from '../matters/moment-between.ts'
import { mustSayWhy } from '../must-say-why.ts'
import type { Parts } from '../parts.ts'
import { actOnOpinion, type OpinionTarget } from './opinion-for-action.ts'

/**
 * Records what a department said. An answer that came late is kept as such: the day it came is its own.
 * @param order.answeredAt an instant, now where left out
 * @throws problem auth.forbidden, not_found, form.stale, joint.not_open, form.invalid (answered_at, reason)
 */
export async function recordOpinion(
  parts: Pick<Parts, 'db' | 'now' | 'responsibilities'>,
  viewer: Viewer,
  order: OpinionTarget & { answer: AnswerKind; text: string; answeredAt?: string },
): Promise<void> {
  const text = mustSayWhy(order.text)
  await actOnOpinion(parts, viewer, order, (opinion, now) => {
    const answeredAt = momentBetween('answered_at', order.answeredAt, opinion.askedAt, now)
    return {
      verb: 'opinion.recorded',
      change: { answer: order.answer, answerText: text, answeredAt, recordedBy: viewer.officerId },
      reason: text,
      after: { answer: order.answer },
    }
  })
}
