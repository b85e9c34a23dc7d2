import type { Span } from '../document.ts'

/** The ways a word is hidden that the normaliser undoes and records. */
export const DISGUISES = [
  'width',
  'traditional',
  'invisible',
  'inserted_mark',
  'pinyin_bracket',
  'look_alike',
  'split_character',
  'styled_digit',
  'mojibake',
  'html_entity',
  'repeat',
  'pinyin',
] as const
export type DisguiseKind = (typeof DISGUISES)[number]

/** One place where the original was written otherwise than it reads; the span is into the original. */
export interface Disguise extends Span {
  kind: DisguiseKind
}

/**
 * Text made plain, in which every character keeps its place in the original.
 * `starts[i]`/`ends[i]` bound, in the original, what clean code unit `i` was read from.
 * `starts` never decreases; a code unit put in for several originals spans all of them.
 */
export interface CleanText {
  original: string
  text: string
  starts: Uint32Array
  ends: Uint32Array
  disguises: Disguise[]
}

/** Replace `[start, end)` of the current clean text by `put` (empty: remove). Edits are in order and do not overlap. */
export interface Edit extends Span {
  put: string
  /** Set where the edit undoes a disguise worth recording. */
  disguise?: DisguiseKind
}

/** The starting point: clean text equal to the original. Its map is shared between texts: a map is never written to. */
export function asWritten(original: string): CleanText {
  const { starts, ends } = mapOf(original.length)
  return { original, text: original, starts, ends, disguises: [] }
}

/** The map of a text as it was written. Those of short texts are kept: to cut one costs as much as to look a title through. */
function mapOf(length: number): Pick<CleanText, 'starts' | 'ends'> {
  const known = maps[length]
  if (known) return known
  if (counting.length <= length) counting = countTo(Math.max(2 * counting.length, length + 1))
  const map = { starts: counting.subarray(0, length), ends: counting.subarray(1, length + 1) }
  if (length < KEPT_MAPS) maps[length] = map
  return map
}

const KEPT_MAPS = 1024
const maps: (Pick<CleanText, 'starts' | 'ends'> | undefined)[] = new Array(KEPT_MAPS).fill(undefined)

/** 0, 1, 2, … */
let counting = new Uint32Array(1)

function countTo(length: number): Uint32Array<ArrayBuffer> {
  const numbers = new Uint32Array(length)
  for (let i = 0; i < length; i++) numbers[i] = i
  return numbers
}

/**
 * Carries edits out, keeping the map to the original.
 * Where an edit puts as many code units as it takes, they map one to one; otherwise each put unit maps to the whole taken range.
 * @throws RangeError when edits overlap or run backwards: that is a bug in a normaliser, never in the input.
 */
export function applyEdits(clean: CleanText, edits: readonly Edit[]): CleanText {
  if (edits.length === 0) return clean
  let length = clean.text.length
  for (const edit of edits) length += edit.put.length - (edit.end - edit.start)
  const starts = new Uint32Array(length)
  const ends = new Uint32Array(length)
  const parts: string[] = []
  const disguises = clean.disguises.slice()
  let from = 0
  let to = 0
  for (const edit of edits) {
    if (edit.start < from || edit.end < edit.start) throw new RangeError('edits overlap or run backwards')
    starts.set(clean.starts.subarray(from, edit.start), to)
    ends.set(clean.ends.subarray(from, edit.start), to)
    to += edit.start - from
    parts.push(clean.text.slice(from, edit.start), edit.put)
    const whole = originalSpan(clean, edit.start, edit.end)
    const oneToOne = edit.put.length === edit.end - edit.start
    for (let i = 0; i < edit.put.length; i++, to++) {
      starts[to] = oneToOne ? clean.starts[edit.start + i]! : whole.start
      ends[to] = oneToOne ? clean.ends[edit.start + i]! : whole.end
    }
    if (edit.disguise) disguises.push({ kind: edit.disguise, ...whole })
    from = edit.end
  }
  starts.set(clean.starts.subarray(from), to)
  ends.set(clean.ends.subarray(from), to)
  parts.push(clean.text.slice(from))
  return { original: clean.original, text: parts.join(''), starts, ends, disguises }
}

/** Where the clean range `[start, end)` stands in the original. An empty range gives the empty place before `start`. */
export function originalSpan(clean: CleanText, start: number, end: number): Span {
  if (start >= end) {
    const at = start < clean.starts.length ? clean.starts[start]! : clean.original.length
    return { start: at, end: at }
  }
  let last = clean.ends[start]!
  for (let i = start + 1; i < end; i++) if (clean.ends[i]! > last) last = clean.ends[i]!
  return { start: clean.starts[start]!, end: last }
}
