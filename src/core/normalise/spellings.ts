import { EVERYDAY_PAIRS, KEY_WORDS } from './key-words.ts'
import type { Doubt, OtherSpelling } from './other-reading.ts'
import { type BitSet, bitSet, isIn, noteIn, pairHash, tripleHash } from './pair-set.ts'
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
  /** By unit: the lengths, as bits, of the spellings of several units (and of single Latin letters) that begin with it. */
  lengths: Uint8Array
  /** The first two units of spellings of several. */
  starts: BitSet
  long: Map<string, OtherSpelling[]>
  /** By unit: 1 when nobody writes it by chance for what it stands for. */
  sure: Uint8Array
  /** Two units that are enough, one of them sure. */
  pairs: BitSet
  /** Two units after which the third has to be looked at. */
  open: BitSet
  /** Three units, at most one of them respelt. */
  triples: BitSet
  /** Of the three at least two are plain: the first and second, the second and third, or the first and third units of words. */
  firstTwo: BitSet
  lastTwo: BitSet
  outerTwo: BitSet
  /** The key word that two units stand for, one of them respelt: by {@link pairKey}. */
  keys: Map<number, string>
  /** The same pairs. */
  keyPairs: BitSet
}

/** Sizes in bits, some twelve for each that is kept; what is asked at each place of a text is small enough to stay at hand. */
const PAIRS = 2 ** 21
const OPEN = 2 ** 21
const TRIPLES = 2 ** 23
const PLAIN_PAIRS = 2 ** 18
const KEYS = 2 ** 18
const READINGS = 2 ** 20

/** Arranges spellings, and notes how respelt words can begin so that almost every place of a text is passed over at once. */
export function spellingsFor(targets: TargetWords, all: readonly OtherSpelling[]): Spellings {
  const singles: OtherSpelling[] = []
  const long = new Map<string, OtherSpelling[]>()
  const lengths = new Uint8Array(0x10000)
  const starts = bitSet(2 ** 17, targets.ends.length)
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
    if (other.written.length > 1) noteIn(starts, pairHash(first, other.written.charCodeAt(1)))
  }
  const { from, single } = grouped(singles, ({ written }) => written.charCodeAt(0))
  const meant = each(new Uint16Array(single.length), single, ({ unit }) => unit)
  const roots = each(new Uint32Array(single.length), single, ({ unit }) => targets.roots[unit]!)
  const doubts = each(new Uint8Array(single.length), single, (other) => doubtOf(other, false))
  const splittersDoubts = each(new Uint8Array(single.length), single, (other) => doubtOf(other, true))
  const keys = keyWordsWritten(targets, all)
  const keyPairs = bitSet(KEYS, targets.ends.length)
  for (const key of keys.keys()) noteTwice(keyPairs, pairHash(key >>> 16, key & 0xffff))
  const readings = bitSet(READINGS, targets.ends.length)
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
    starts,
    long,
    keys,
    keyPairs,
    ...beginnings(targets, all),
  }
}

/** Plain characters that must stand beside a spelling in the same word. */
const DOUBTS: Readonly<Record<Doubt, number>> = { none: 0, some: 2, much: 3, key: 9 }

/** The plain characters that a spelling asks for; of characters in halves fewer where the writer is known for them. */
export function doubtOf({ kind, doubt }: OtherSpelling, isSplitter: boolean): number {
  return isSplitter && kind === 'split_character' ? Math.min(1, DOUBTS[doubt]) : DOUBTS[doubt]
}

/** What may begin at a place of a text, as bits of {@link placeFrom}. */
export const MAY = { beKey: 1, begin: 2, readLong: 4, beginRespelt: 8 } as const

/**
 * The first place of a text from `from` on at which something may stand, and what it may be: `place * 16 + may`, or -1. Of all places
 * passed over it is sure. Each place of a text is asked about, so the hash of two units is worked out once for both places that need it.
 */
export function placeFrom(spellings: Spellings, text: string, from: number): number {
  const { lengths, starts, keyPairs, sure, pairs, open, triples, firstTwo, lastTwo, outerTwo } = spellings
  let second = unitAt(text, from)
  let third = unitAt(text, from + 1)
  let next = pairHash(second, third)
  for (let at = from; at < text.length; at++) {
    const first = second
    const pair = next
    second = third
    third = unitAt(text, at + 2)
    next = pairHash(second, third)
    let may = isInTwice(keyPairs, pair) ? MAY.beKey : 0
    const isLastPlain = isIn(lastTwo, next)
    if ((sure[first]! | sure[second]!) !== 0 && isIn(pairs, pair)) may |= MAY.begin | MAY.beginRespelt
    else if (
      (isLastPlain || isIn(firstTwo, pair) || isIn(outerTwo, pairHash(first, third))) &&
      isIn(open, pair) &&
      isInTwice(triples, tripleHash(first, second, third))
    )
      may |= isLastPlain ? MAY.begin | MAY.beginRespelt : MAY.begin
    const mask = lengths[first]!
    if (mask !== 0 && ((mask & 0b10) !== 0 || isIn(starts, pair))) may |= MAY.readLong
    if (may !== 0) return at * 16 + may
  }
  return -1
}

/**
 * How a word may begin: otherwise than it is written, so only with the next character as it is written, or just as it is written.
 * The second and third are what {@link placeFrom} leaves where no spelling of several units stands.
 */
export type Beginning = 'anyhow' | 'before_plain' | 'as_written'

/** How two units may begin a target word of three or more, one of them respelt, or both where nobody writes them by chance; or not at all. */
export function mayGoOn({ sure, pairs, open }: Spellings, first: number, second: number): Beginning | undefined {
  const isSure = sure[first]! + sure[second]!
  if (isSure === 2) return 'anyhow'
  const pair = pairHash(first, second)
  return isIn(open, pair) || (isSure === 1 && isIn(pairs, pair)) ? 'before_plain' : undefined
}

/** A unit of a text; 0 past its end. */
function unitAt(text: string, at: number): number {
  return at < text.length ? text.charCodeAt(at) : 0
}

/** True when a spelling of several units stands at `at`. */
export function readsLong(spellings: Spellings, text: string, at: number): boolean {
  const mask = lengthsAt(spellings, text, at)
  for (let units = 1; mask >>> units !== 0; units++)
    if ((mask >>> units) & 1 && spellings.long.has(text.slice(at, at + units))) return true
  return false
}

/** The lengths, as bits, that a spelling of several units at `at` may have. */
export function lengthsAt({ lengths, starts }: Spellings, text: string, at: number): number {
  const first = text.charCodeAt(at)
  const mask = lengths[first]!
  if (mask === 0 || isIn(starts, pairHash(first, text.charCodeAt(at + 1)))) return mask
  return mask & 0b10
}

/** False when none of the words that go on from a node takes `unit` for what comes next; seldom true otherwise. */
export function mayReadOn({ readings, from }: Spellings, { nodes, units }: TargetWords, node: number, unit: number) {
  const end = nodes[2 * node + 2]!
  if (end - nodes[2 * node]! > from[unit + 1]! - from[unit]!) return true
  for (let child = nodes[2 * node]!; child < end; child++)
    if (isIn(readings, pairHash(unit, units[child]!))) return true
  return false
}

function noteTriple(triples: BitSet, first: number, second: number, third: number): void {
  noteTwice(triples, tripleHash(first, second, third))
}

/** Noted twice, so that one bit of another's does not pass for it. */
function noteTwice(bits: BitSet, hash: number): void {
  noteIn(bits, hash)
  noteIn(bits, again(hash))
}

function isInTwice(bits: BitSet, hash: number): boolean {
  return isIn(bits, hash) && isIn(bits, again(hash))
}

function again(hash: number): number {
  return Math.imul(hash ^ (hash >>> 13), 0x27d4eb2f) >>> 7
}

/** Sorted by a unit, each in the order in which it came: `from[unit]` is the first of a unit. */
function grouped(all: readonly OtherSpelling[], unitOf: (other: OtherSpelling) => number) {
  const from = new Uint32Array(0x10001)
  for (const other of all) from[unitOf(other) + 1]!++
  for (let unit = 0; unit < 0x10000; unit++) from[unit + 1]! += from[unit]!
  const next = from.slice()
  const single = new Array<OtherSpelling>(all.length)
  for (const other of all) single[next[unitOf(other)]!++] = other
  return { from, single }
}

function beginnings(
  targets: TargetWords,
  all: readonly OtherSpelling[],
): Pick<Spellings, 'sure' | 'pairs' | 'open' | 'triples' | 'firstTwo' | 'lastTwo' | 'outerTwo'> {
  const pairs = bitSet(PAIRS, targets.ends.length)
  const open = bitSet(OPEN, targets.ends.length)
  const triples = bitSet(TRIPLES, targets.ends.length)
  const firstTwo = bitSet(PLAIN_PAIRS, targets.ends.length)
  const lastTwo = bitSet(PLAIN_PAIRS, targets.ends.length)
  const outerTwo = bitSet(PLAIN_PAIRS, targets.ends.length)
  const { from, written, isSure, sure } = respeltUnits(all)
  const { nodes, units } = targets
  const firstOf = (node: number) => nodes[2 * node]!
  const isLonger = (node: number) => firstOf(node + 1) > firstOf(node)
  for (let node = firstOf(0); node < firstOf(1); node++) {
    const first = units[node]!
    for (let then = firstOf(node); then < firstOf(node + 1); then++) {
      const second = units[then]!
      const goesOn = isLonger(then)
      if (goesOn) {
        noteIn(open, pairHash(first, second))
        noteIn(firstTwo, pairHash(first, second))
      }
      for (let i = from[first]!; i < from[first + 1]!; i++) {
        if (isSure[i] !== 0) noteIn(pairs, pairHash(written[i]!, second))
        else if (goesOn) noteIn(open, pairHash(written[i]!, second))
      }
      for (let i = from[second]!; i < from[second + 1]!; i++) {
        if (isSure[i] !== 0) noteIn(pairs, pairHash(first, written[i]!))
        else if (goesOn) noteIn(open, pairHash(first, written[i]!))
      }
      for (let last = firstOf(then); last < firstOf(then + 1); last++) {
        const third = units[last]!
        noteIn(lastTwo, pairHash(second, third))
        noteIn(outerTwo, pairHash(first, third))
        if (isLonger(last)) noteTriple(triples, first, second, third)
        for (let i = from[first]!; i < from[first + 1]!; i++) noteTriple(triples, written[i]!, second, third)
        for (let i = from[second]!; i < from[second + 1]!; i++) noteTriple(triples, first, written[i]!, third)
        for (let i = from[third]!; i < from[third + 1]!; i++) noteTriple(triples, first, second, written[i]!)
      }
    }
  }
  return { sure, pairs, open, triples, firstTwo, lastTwo, outerTwo }
}

/** By the unit that is meant: the single units written for it, and whether nobody writes them by chance. */
function respeltUnits(all: readonly OtherSpelling[]) {
  const usable = all.filter(({ written, doubt }) => written.length === 1 && doubt !== 'key')
  const { from, single } = grouped(usable, ({ unit }) => unit)
  const written = each(new Uint16Array(single.length), single, (other) => other.written.charCodeAt(0))
  const isSure = each(new Uint8Array(single.length), single, ({ doubt }) => (doubt === SURE ? 1 : 0))
  const sure = new Uint8Array(0x10000)
  for (let i = 0; i < written.length; i++) sure[written[i]!]! |= isSure[i]!
  return { from, written, isSure, sure }
}

/** Fills numbers in by a loop: the first paper of a process waits for this, and `from` takes several times as long. */
function each<T extends Uint8Array | Uint16Array | Uint32Array>(
  numbers: T,
  all: readonly OtherSpelling[],
  of: (other: OtherSpelling) => number,
): T {
  for (let i = 0; i < all.length; i++) numbers[i] = of(all[i]!)
  return numbers
}

const SURE: Doubt = 'none'

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
