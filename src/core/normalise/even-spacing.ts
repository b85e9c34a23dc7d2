import type { Span } from '../document.ts'
import { type MarkSet, markSet } from '../search/mark-set.ts'
import { matches } from '../search/matches.ts'
import { hasBarePart } from './bare-parts.ts'
import type { Edit } from './clean-text.ts'

/** Fewer characters than this with blanks between them may be a heading: put together, but no sign of hiding. */
const LONGEST_HEADING = 8

/** Gaps of one kind from which on they are even: five characters at least stand between two others. */
const FEWEST_EVEN_GAPS = 5

const BETWEEN =
  '(?:[ \\t\\u3000]{1,2}|[·•・*_~|^.+=/\\u2600-\\u27bf\\u25a0-\\u25ff]|[\\ud83c-\\ud83e][\\udc00-\\udfff])'

/** A Han character, the same thing after each of at least five characters, and a Han character. */
const EVEN = new RegExp(
  `[\\u3400-\\u9fff](${BETWEEN})(?:[\\u3400-\\u9fff0-9A-Za-z%]\\1){${FEWEST_EVEN_GAPS - 1},}(?=[\\u3400-\\u9fff])`,
  'g',
)

/** One or two characters, and the same thing between each and the next. */
const TOKENS = new RegExp(
  `(?<![\\u3400-\\u9fff])[\\u3400-\\u9fff]{1,2}(${BETWEEN})(?:[\\u3400-\\u9fff]{1,2}\\1)+[\\u3400-\\u9fff]{1,2}(?![\\u3400-\\u9fff])`,
  'g',
)

/** Tokens from which on even spacing is told by a character in halves among them. */
const FEWEST_TOKENS = 3

/**
 * 每 个 月 给 您 三 百: the same blank, mark or picture after every character of a run is no punctuation and is taken out, whatever the words.
 * Nobody parts words by the character. Nor characters by their halves: 孚 分 糸 工, 亻主 山 里.
 */
export function evenSpacing(text: string): Edit[] {
  const even = ofCharacters(text)
  if (!hasBarePart(text)) return even
  const known = new Set(even.map(({ start }) => start))
  const others = amidHalves(text).filter(({ start }) => !known.has(start))
  return others.length === 0 ? even : [...even, ...others].sort((one, other) => one.start - other.start)
}

function ofCharacters(text: string): Edit[] {
  const edits: Edit[] = []
  for (const match of matches(EVEN, text)) {
    const between = match[1]!
    const step = 1 + between.length
    const isHeading = /^[ \t\u3000]+$/.test(between) && match[0].length / step + 1 < LONGEST_HEADING
    for (let at = match.index + 1; at < match.index + match[0].length; at += step)
      edits.push({ start: at, end: at + between.length, put: '', ...(!isHeading && { disguise: 'inserted_mark' }) })
  }
  return edits
}

/** Gaps in runs of tokens that are a character or two halves each, a half that stands in no text by itself among them. */
function amidHalves(text: string): Edit[] {
  const edits: Edit[] = []
  for (const match of matches(TOKENS, text)) {
    const between = match[1]!
    let run: Span[] = []
    const finish = () => {
      if (run.length >= FEWEST_TOKENS && hasBarePart(text, run[0]!.start, run.at(-1)!.end))
        for (const { end } of run.slice(0, -1))
          edits.push({ start: end, end: end + between.length, put: '', disguise: 'inserted_mark' })
      run = []
    }
    let start = match.index
    for (const token of match[0].split(between)) {
      const end = start + token.length
      if (token.length === 1 || hasBarePart(token)) run.push({ start, end })
      else finish()
      start = end + between.length
    }
    finish()
  }
  return edits
}

/** What the units that BETWEEN begins with are: digits stand at even distance too. */
const MAY_PART = partingUnits()

function partingUnits(): MarkSet {
  const units = markSet(' \t\u3000·•・*_~|^.+=/\ud83c\ud83d\ud83e')
  return units.fill(1, 0x2600, 0x27c0).fill(1, 0x25a0, 0x2600)
}

/**
 * True where the same parting unit stands at `at` and twice more at even distance: after a Han character the least that even spacing has,
 * and ordinary text has none of it.
 */
export function isEvenFrom(text: string, at: number): boolean {
  const unit = text.charCodeAt(at)
  if (MAY_PART[unit] === 0) return false
  return (
    (text.charCodeAt(at + 2) === unit && text.charCodeAt(at + 4) === unit) ||
    (text.charCodeAt(at + 3) === unit && text.charCodeAt(at + 6) === unit)
  )
}
