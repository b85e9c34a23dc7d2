import type { Viewer } from '../../core/access/viewer.ts'
import type { Parts } from '../parts.ts'
import { ruleFinding } from './rule-finding.ts'

/** The officer finds that the machine's claim holds. */
export function upholdFinding(
  parts: Pick<Parts, 'db' | 'now'>,
  viewer: Viewer,
  order: { findingId: string; version: number; note: string },
): Promise<{ documentId: string }> {
  return ruleFinding(parts, viewer, order, { verdict: 'upheld', note: order.note })
}
