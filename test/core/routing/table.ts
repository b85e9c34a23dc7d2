import type { IntakeFacts } from '../../../src/core/routing/intake-facts.ts'
import { loadMoves } from '../../../src/rulebook/load-moves.ts'
import { loadResponsibilities } from '../../../src/rulebook/load-responsibilities.ts'

export const table = loadResponsibilities(undefined, loadMoves())

/** An intake of a district of Shenzhen about which nothing is known yet. */
export function anIntake(more: Partial<IntakeFacts> = {}): IntakeFacts {
  return {
    on: '2026-06-01',
    bureau: '440305',
    asks: [],
    labels: [],
    findings: [],
    entity: 'unknown',
    channel: 'unknown',
    text: '',
    notes: [],
    opened: [],
    ...more,
  }
}

export function found(
  code: string,
  category: IntakeFacts['findings'][number]['category'] = null,
  severity: 1 | 2 | 3 | 4 = 3,
): IntakeFacts['findings'][number] {
  return { code, category, severity, title: { zh: code, en: code }, quote: '' }
}
