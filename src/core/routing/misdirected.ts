import type { ArticleVersion } from '../procedure/move.ts'
import { inForce, type MisdirectedRule, type ResponsibilityTable } from './responsibility.ts'

/** A paper that is not ours. */
export interface Misdirected {
  kind: 'complaint' | 'report'
  /** Day of receipt. */
  on: string
  /** Who holds it: one of our units, to whom the unified receiver sent it, or the bureau as such. */
  holder: 'unit' | 'bureau'
  /** Whether market regulators answer for it at all. */
  remit: 'market' | 'other'
}

/** What to do with it by the law of that day, never to send it sideways; undefined where the table knows no law for it. */
export function whatToDo(
  table: ResponsibilityTable,
  paper: Misdirected,
): { rule: MisdirectedRule; basis: ArticleVersion } | undefined {
  for (const rule of table.misdirected) {
    const basis = inForce(rule.articles, paper.on)
    const holds =
      rule.of.includes(paper.kind) &&
      (rule.holder === null || rule.holder === paper.holder) &&
      (rule.remit === null || rule.remit === paper.remit)
    if (basis && holds) return { rule, basis }
  }
  return undefined
}
