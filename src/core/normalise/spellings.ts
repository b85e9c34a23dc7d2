import { each, grouped } from './by-unit.ts'
import { EVERYDAY_PAIRS, KEY_WORDS } from './key-words.ts'
import { noteBeginnings } from './note-beginnings.ts'
import type { Doubt, OtherSpelling } from './other-reading.ts'
import { type BitSet, isIn, noteIn, pairHash, type WordSet } from './pair-set.ts'
import { stepFrom, type TargetWords } from './targets.ts'

/** Other spellings of the characters of target words, arranged for looking up at a place of a text. */
export interface Spellings {
  /** Those of one unit: `meant[i]` for `from[unit] <= i < from[unit + 1]`, and the spelling itself. */
  from: Uint32Array
  meant: Uint16Array
  /** By spelling: where what is meant leads from the root of the words. */
  roots: Uint32Array
  single: OtherSpelling[]
  /** By spelling: plain characters that must stand beside it, without a splitter's licence and with it. */
  doubts: Uint8Array
  splittersDoubts: Uint8Array
  /** A unit and what it is written for. */
  readings: BitSet
  /**
   * By unit: the lengths, as bits, of the spellings of several units (and of single Latin letters) that begin with it, bit 1 also where
   * one may begin wherever it stands (亻); bit 0 where nobody writes it by chance for what it stands for, bit 7 where it alone is written for another.
   */
  lengths: Uint8Array
  long: Map<string, OtherSpelling[]>
  /**
   * By hash of two units, bits of what they may be, see {@link PAIR}: asked at each place of a text, and side by side because a look
   * into a large table waits for memory, and this way once.
   */
  twos: Uint8Array
  /** Key words respelt, under a second hash. */
  keyPairs: BitSet
  /** Two units that are enough, one of them sure. */
  pairs: BitSet
  /** Two units after which the third has to be looked at. */
  open: BitSet
  /** The first three units of words, one of them respelt; and the first four of which the first three are plain, where more than these four are needed to tell. */
  threes: WordSet
  /** Of the three at least two are plain: the first and third units of words. */
  outerTwo: BitSet
  /** The key word that two units stand for, one of them respelt: by {@link pairKey}. */
  keys: Map<number, string>
}

/** In bits. Characters have no more readings where there are more words. */
const READINGS = 2 ** 20

/** Arranges spellings, and notes how respelt words can begin so that almost every place of a text is passed over at once. */
export function spellingsFor(targets: TargetWords, all: readonly OtherSpelling[]): Spellings {
  const singles: OtherSpelling[] = []
  const long = new Map<string, OtherSpelling[]>()
  const lengths = new Uint8Array(0x10000)
  for (const other of all) {
    if (other.doubt === 'key') continue
    const first = other.written.charCodeAt(0)
    if (other.written.length === 1 && first > 0x7f) {
      singles.push(other)
      continue
    }
    const same = long.get(other.written)
    if (same) same.push(other)
    else long.set(other.written, [other])
    lengths[first]! |= 1 << other.written.length
  }
  const { from, single } = grouped(singles, ({ written }) => written.charCodeAt(0))
  const meant = each(new Uint16Array(single.length), single, ({ unit }) => unit)
  const roots = each(new Uint32Array(single.length), single, ({ unit }) => targets.roots[unit]!)
  const doubts = each(new Uint8Array(single.length), single, (other) => doubtOf(other, false))
  const splittersDoubts = each(new Uint8Array(single.length), single, (other) => doubtOf(other, true))
  const keys = keyWordsWritten(targets, all)
  const readings: BitSet = new Uint8Array(READINGS / 8)
  for (const { written, unit } of single) noteIn(readings, pairHash(written.charCodeAt(0), unit))
  return {
    from,
    meant,
    roots,
    single,
    doubts,
    splittersDoubts,
    readings,
    lengths,
    long,
    keys,
    ...noteBeginnings(targets, all, { lengths, long, keys }),
  }
}

/** Plain characters that must stand beside a spelling in the same word. */
const DOUBTS: Readonly<Record<Doubt, number>> = { none: 0, some: 2, much: 3, key: 9 }

/** The plain characters that a spelling asks for; of characters in halves fewer where the writer is known for them. */
export function doubtOf({ kind, doubt }: OtherSpelling, isSplitter: boolean): number {
  return isSplitter && kind === 'split_character' ? Math.min(1, DOUBTS[doubt]) : DOUBTS[doubt]
}

/** False when none of the words that go on from a node takes `unit` for what comes next; seldom true otherwise. */
export function mayReadOn({ readings, from }: Spellings, { nodes, units }: TargetWords, node: number, unit: number) {
  const end = nodes[2 * node + 2]!
  if (end - nodes[2 * node]! > from[unit + 1]! - from[unit]!) return true
  for (let child = nodes[2 * node]!; child < end; child++)
    if (isIn(readings, pairHash(unit, units[child]!))) return true
  return false
}

/** Every way of writing a key word with one character respelt that is no ordinary pair of characters. */
function keyWordsWritten(targets: TargetWords, all: readonly OtherSpelling[]): Map<number, string> {
  const written = new Map<number, string>()
  const alike = all.filter(({ kind, written }) => kind === 'look_alike' && written.length === 1)
  const { from, single } = grouped(alike, ({ unit }) => unit)
  for (const word of KEY_WORDS) {
    const first = word.charCodeAt(0)
    const second = word.charCodeAt(1)
    if (targets.ends[stepFrom(targets, targets.roots[first]!, second)] !== 1 || targets.roots[first] === 0) continue
    for (let i = from[first]!; i < from[first + 1]!; i++)
      written.set(pairKey(single[i]!.written.charCodeAt(0), second), word)
    for (let i = from[second]!; i < from[second + 1]!; i++)
      written.set(pairKey(first, single[i]!.written.charCodeAt(0)), word)
  }
  for (const pair of [...EVERYDAY_PAIRS, ...KEY_WORDS]) written.delete(pairKey(pair.charCodeAt(0), pair.charCodeAt(1)))
  return written
}

/** Two units as one number. */
export function pairKey(first: number, second: number): number {
  return (first << 16) | second
}
