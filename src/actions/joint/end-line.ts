import type { Viewer } from '../../core/access/viewer.ts'
import { mustSayWhy } from '../must-say-why.ts'
import type { Parts } from '../parts.ts'
import { actOnLine, type LineTarget } from './line-for-action.ts'

/**
 * Ends a line to others that is no longer needed, or rests after it was sent back.
 * @throws problem auth.forbidden, not_found, form.stale, joint.not_open, form.invalid (reason)
 */
export async function endLine(
  parts: Pick<Parts, 'db' | 'now' | 'responsibilities'>,
  viewer: Viewer,
  order: LineTarget & { reason: string },
): Promise<void> {
  const reason = mustSayWhy(order.reason)
  await actOnLine(parts, viewer, order, ['open', 'sent', 'returned'], () => ({
    verb: 'line.ended',
    change: { state: 'ended' },
    reason,
  }))
}
