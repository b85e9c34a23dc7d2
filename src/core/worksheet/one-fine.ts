import type { Said } from '../clock/clock.ts'
import type { Fine, FineRange, SumName } from './fine-range.ts'

/**
 * The one fine for one act. `range`: by the article whose fine is the highest. `open`: a sum must be found first; `atLeast` is the highest range
 * that stands already. `none`: no article fixes a fine.
 */
export type OneFine =
  | { kind: 'range'; by: string; range: FineRange; others: string[]; why: Said }
  | { kind: 'open'; by: null; needs: SumName[]; atLeast: FineRange | null }
  | { kind: 'none'; by: null }

/**
 * 同一个违法行为违反多个法律规范应当给予罚款处罚的，按照罚款数额高的规定处罚 (行政处罚法第二十九条): the highest, never the sum. The highest is the one
 * with the higher upper amount; of equals, the one with the higher lowest amount.
 */
export function heaviestOf(lines: readonly { id: string; article: string; fine: Fine }[]): OneFine {
  const ranges = lines.flatMap(({ id, article, fine }) =>
    fine.kind === 'range' ? [{ id, article, range: fine.range }] : [],
  )
  const [first] = [...ranges].sort((a, b) => heavier(b.range, a.range))
  const open = lines.flatMap(({ fine }) => (fine.kind === 'open' ? [fine] : []))
  if (open.length > 0)
    return {
      kind: 'open',
      by: null,
      needs: [...new Set(open.map(({ needs }) => needs))],
      atLeast: first?.range ?? null,
    }
  if (!first) return { kind: 'none', by: null }
  const others = ranges.filter(({ id }) => id !== first.id).map(({ article }) => article)
  return {
    kind: 'range',
    by: first.id,
    range: first.range,
    others,
    why:
      others.length === 0
        ? { zh: `依${first.article}`, en: `by ${first.article}` }
        : {
            zh: `同一行为，依罚款数额高的${first.article}，不与${others.join('、')}累加`,
            en: `one act: by ${first.article}, whose fine is the highest, and not added to ${others.join(', ')}`,
          },
  }
}

function heavier(a: FineRange, b: FineRange): number {
  const cap = (range: FineRange) => range.capFen ?? Number.POSITIVE_INFINITY
  return cap(a) === cap(b) ? a.floorFen - b.floorFen : cap(a) > cap(b) ? 1 : -1
}
