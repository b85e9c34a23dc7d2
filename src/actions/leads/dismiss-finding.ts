import type { Viewer } from '../../core/access/viewer.ts'
import type { DismissReason } from '../../core/case/ruling.ts'
import type { Parts } from '../parts.ts'
import { ruleFinding } from './rule-finding.ts'

/** The officer sets the machine's claim aside, for a typed reason. */
export function dismissFinding(
  parts: Pick<Parts, 'db' | 'now'>,
  viewer: Viewer,
  order: { findingId: string; version: number; reason: DismissReason; note: string },
): Promise<{ documentId: string }> {
  return ruleFinding(parts, viewer, order, { verdict: 'dismissed', reason: order.reason, note: order.note })
}
