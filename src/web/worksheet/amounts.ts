import type { Fine, FineRange } from '../../core/worksheet/fine-range.ts'
import type { OneFine } from '../../core/worksheet/one-fine.ts'
import type { Worksheet } from '../../core/worksheet/worksheet.ts'
import { yuan } from '../format.ts'
import type { Visit } from '../visit.ts'

/** `300,000 元 至 500,000 元`, or up to the higher where there is no lowest. */
export function rangeText({ floorFen, capFen }: Pick<FineRange, 'floorFen' | 'capFen'>, { words }: Visit): string {
  const w = words.worksheet
  if (capFen === null) return w.fineOpen
  if (floorFen === 0) return w.fineUpTo(yuan(capFen, words))
  return w.fineOf(yuan(floorFen, words), yuan(capFen, words))
}

/** What one article allows; of an open one, both ways it may come to. */
export function fineText(fine: Fine, visit: Visit): string {
  if (fine.kind === 'range') return rangeText(fine.range, visit)
  if (fine.kind === 'none') return fine.why[visit.language]
  const fixed = fine.fixed ? ` / ${rangeText(fine.fixed, visit)}` : ''
  return `${fine.times[visit.language]}${fixed}`
}

export function oneFineText(fine: OneFine, visit: Visit): string {
  const w = visit.words.worksheet
  return fine.kind === 'range' ? rangeText(fine.range, visit) : fine.kind === 'open' ? w.fineOpen : w.fineNone
}

export function totalText({ acts, total }: Worksheet, visit: Visit): string {
  if (acts.every(({ fine }) => fine.kind === 'none')) return visit.words.worksheet.fineNone
  return rangeText(total, visit)
}
