import type { Viewer } from '../../core/access/viewer.ts'
import { mustSayWhy } from '../must-say-why.ts'
import type { Parts } from '../parts.ts'
import { actOnLine, type LineTarget } from './line-for-action.ts'

/**
 * Notes what the department said to a line that was sent: it took it up, or sent it back.
 * @throws problem auth.forbidden, not_found, form.stale, joint.not_open, form.invalid (reason)
 */
export async function answerLine(
  parts: Pick<Parts, 'db' | 'now' | 'responsibilities'>,
  viewer: Viewer,
  order: LineTarget & { outcome: 'answered' | 'returned'; answer: string },
): Promise<void> {
  const answer = mustSayWhy(order.answer)
  await actOnLine(parts, viewer, order, ['sent'], (_line, _kind, now) => ({
    verb: `line.${order.outcome}`,
    change: { state: order.outcome, answeredAt: now, answer },
    reason: answer,
  }))
}
