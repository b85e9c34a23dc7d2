import type { DismissReason, Verdict } from '../case/ruling.ts'
import { CATEGORIES, type Category } from '../document.ts'

/**
 * What one officer's standing decision says of one category of a paper: a ruling on a finding, a lead set aside (for every category it was
 * proposed for), or a mark that the system overlooked it (`missed`).
 */
export interface Decision {
  category: Category
  verdict: Verdict | 'missed'
  reason: DismissReason | null
}

/** What is known of a paper from rulings; of the categories that are not `known` nothing is. */
export interface Taught {
  /** Part of `known`. */
  labels: Category[]
  known: Category[]
}

/** Only these say that the words are not what the machine took them for; a duplicate or a time-barred matter says nothing of the words. */
const NOT_SO: readonly DismissReason[] = ['lawful', 'misread', 'not_sellers_claim']

/** What the standing decisions on one paper teach. A category on which they disagree is left out, as is one on which none speaks. */
export function taughtBy(decisions: readonly Decision[]): Taught {
  const labels: Category[] = []
  const known: Category[] = []
  for (const category of CATEGORIES) {
    const said = new Set(decisions.filter((decision) => decision.category === category).map(isSo))
    said.delete(undefined)
    if (said.size !== 1) continue
    known.push(category)
    if (said.has(true)) labels.push(category)
  }
  return { labels, known }
}

function isSo({ verdict, reason }: Decision): boolean | undefined {
  if (verdict === 'dismissed') return reason !== null && NOT_SO.includes(reason) ? false : undefined
  return true
}
