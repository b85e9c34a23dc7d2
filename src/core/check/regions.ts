import type { Span } from '../document.ts'
import { clauses } from '../frame/clauses.ts'
import type { Framing } from '../frame/frame.ts'
import { frameAt } from '../frame/frame-document.ts'

/** Where the clauses, sentences and sections of a clean text begin; clauses and sections are cut when first asked for. */
export interface Regions {
  text: string
  framing: Framing
  clauses: number[] | undefined
  sections: number[] | undefined
}

/** The clause, sentence, section or whole document that clean offset `at` stands in. */
export function regionAt(regions: Regions, within: 'clause' | 'sentence' | 'section' | 'document', at: number): Span {
  if (within === 'document') return { start: 0, end: regions.text.length }
  if (within === 'clause') {
    regions.clauses ??= clauses(regions.text).map(({ start }) => start)
    return between(regions.clauses, at, regions.text.length)
  }
  if (within === 'section') {
    regions.sections ??= sectionStarts(regions.text)
    return between(regions.sections, at, regions.text.length)
  }
  const { start, end } = frameAt(regions.framing, at)
  return { start, end }
}

/** At a blank line, and at a line that opens an article or a numbered heading: 第三条, 一、, （二）, 3.、. */
function sectionStarts(text: string): number[] {
  const starts = [0]
  for (const match of text.matchAll(
    /\n(?=[ \t　]{0,4}(?:\r?\n|第[一二三四五六七八九十百零\d]{1,4}条|[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]))/g,
  )) {
    starts.push(match.index + 1)
  }
  return starts
}

function between(starts: readonly number[], at: number, end: number): Span {
  let low = 0
  let high = starts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (starts[middle]! <= at) low = middle
    else high = middle - 1
  }
  return { start: starts[low] ?? 0, end: starts[low + 1] ?? end }
}
