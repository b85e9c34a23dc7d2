import { each, grouped } from './by-unit.ts'
import type { OtherSpelling } from './other-reading.ts'
import { type BitSet, bitSet, isIn, noteIn, pairHash, tripleHash } from './pair-set.ts'
import type { Spellings } from './spellings.ts'
import { areNeighbours, type TargetWords } from './targets.ts'

/**
 * Sizes in bits; what is asked at each place of a text is small enough to stay at hand. Triples are asked about at every fourth place or so,
 * and few enough of their bits are set that of those in no word five in a hundred pass: each that does costs a search.
 */
const TWOS = 2 ** 17
const PAIRS = 2 ** 21
const OPEN = 2 ** 21
const TRIPLES = 2 ** 24
const PLAIN_PAIRS = 2 ** 18

/**
 * What two units may be, as bits of `twos`: a key word respelt (noted under a second hash too, so that one bit of another's does not
 * pass for it), the first and second or the second and third units of words, the first two of a spelling of several, the first two of a
 * word of four or more.
 */
const PAIR = { key: 1, keyAgain: 2, first: 4, last: 8, start: 16, far: 32 } as const
/** The bits of `lengths` of a unit that nobody writes by chance for what it stands for, and of one that is written for another at all. */
const SURE = 1
const RESPELT = 1 << 7
/** The bits that tell lengths. */
const LENGTHS = 0b111_1110

/** What may begin at a place of a text, as bits of {@link placeFrom}. */
export const MAY = { beKey: 1, begin: 2, readLong: 4, beginRespelt: 8 } as const

/**
 * The first place of a text from `from` on at which something may stand, and what it may be: `place * 16 + may`, or -1. Of all places
 * passed over it is sure. Each place of a text is asked about, so the hash of two units is worked out once for both places that need it.
 */
export function placeFrom(spellings: Spellings, text: string, from: number): number {
  const { lengths, twos, pairs, open, triples, outerTwo } = spellings
  const last = twos.length - 1
  const lastOuter = outerTwo.length * 8 - 1
  const { length } = text
  let second = unitAt(text, from)
  let third = unitAt(text, from + 1)
  let ofSecond = lengths[second]!
  let ofThird = lengths[third]!
  let next = pairHash(second, third)
  let ofNext = twos[next & last]!
  for (let at = from; at < length; at++) {
    const first = second
    const ofFirst = ofSecond
    const pair = next
    const ofPair = ofNext
    second = third
    third = at + 2 < length ? text.charCodeAt(at + 2) : 0
    ofSecond = ofThird
    ofThird = lengths[third]!
    next = pairHash(second, third)
    ofNext = twos[next & last]!
    const outer = pairHash(first, third) & lastOuter
    const ofOuter = outerTwo[outer >>> 3]! >>> (outer & 7)
    // All in the lowest bit, by the places of the bits of PAIR: of the three units one is written for another and the others are plain,
    // or all are and the word goes on; a spelling of several begins.
    const ofThree =
      ((ofNext >>> 3) & ((ofFirst >>> 7) | (ofPair >>> 5))) |
      ((ofThird >>> 7) & (ofPair >>> 2)) |
      ((ofSecond >>> 7) & ofOuter)
    const ofLong = ((ofPair >>> 4) & (((ofFirst & LENGTHS) + LENGTHS) >>> 7)) | (ofFirst >>> 1)
    // One question instead of many: which of them answers yes cannot be foreseen, and to guess wrong costs more than to reckon them all.
    if (((ofThree | ofLong | ofPair | ofFirst | ofSecond) & 1) === 0) continue
    let may = (ofPair & PAIR.key) !== 0 && (twos[again(pair) & last]! & PAIR.keyAgain) !== 0 ? MAY.beKey : 0
    if (((ofFirst | ofSecond) & SURE) !== 0 && isIn(pairs, pair)) may |= MAY.begin | MAY.beginRespelt
    else if ((ofThree & 1) !== 0 && isIn(open, pair) && isInTwice(triples, tripleHash(first, second, third)))
      may |= (ofFirst & RESPELT) !== 0 && (ofNext & PAIR.last) !== 0 ? MAY.begin | MAY.beginRespelt : MAY.begin
    if ((ofLong & 1) !== 0) may |= MAY.readLong
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
export function mayGoOn({ lengths, pairs, open }: Spellings, first: number, second: number): Beginning | undefined {
  const isSure = (lengths[first]! & SURE) + (lengths[second]! & SURE)
  if (isSure === 2) return 'anyhow'
  const pair = pairHash(first, second)
  return isIn(open, pair) || (isSure === 1 && isIn(pairs, pair)) ? 'before_plain' : undefined
}

/** A unit of a text; 0 before its beginning and past its end. */
function unitAt(text: string, at: number): number {
  return at >= 0 && at < text.length ? text.charCodeAt(at) : 0
}

/**
 * True when a spelling of several units stands at `at` and what it means may stand beside one of its neighbours in a word. Where another
 * follows it may be that one; where one goes before, that one was asked about.
 */
export function readsLong(spellings: Spellings, targets: TargetWords, text: string, at: number): boolean {
  const { long } = spellings
  for (let mask = lengthsAt(spellings, text, at), units = 1; mask >>> units !== 0; units++) {
    const others = (mask >>> units) & 1 ? long.get(text.slice(at, at + units)) : undefined
    if (!others) continue
    const end = at + units
    const before = unitAt(text, at - 1)
    const behind = unitAt(text, end)
    if (isAmidRespelt(spellings, targets, text, at, end) || isLongAt(spellings, text, end)) return true
    for (const { unit } of others)
      if (areNeighbours(targets, before, unit) || areNeighbours(targets, unit, behind)) return true
  }
  return false
}

/** Whether a neighbour of `[at, end)` is itself written for another: surely, or with two plain ones of a word beyond it. */
function isAmidRespelt({ lengths }: Spellings, targets: TargetWords, text: string, at: number, end: number): boolean {
  const ofBefore = lengths[unitAt(text, at - 1)]!
  const ofBehind = lengths[unitAt(text, end)]!
  if (((ofBefore | ofBehind) & SURE) !== 0) return true
  return (
    ((ofBefore & RESPELT) !== 0 && areNeighbours(targets, unitAt(text, at - 3), unitAt(text, at - 2))) ||
    ((ofBehind & RESPELT) !== 0 && areNeighbours(targets, unitAt(text, end + 1), unitAt(text, end + 2)))
  )
}

function isLongAt(spellings: Spellings, text: string, at: number): boolean {
  const mask = lengthsAt(spellings, text, at)
  for (let units = 1; mask >>> units !== 0; units++)
    if ((mask >>> units) & 1 && spellings.long.has(text.slice(at, at + units))) return true
  return false
}

/** Whether a spelling of several units, or of one Latin letter, may begin with a unit. */
export function beginsLong({ lengths }: Spellings, unit: number): boolean {
  return (lengths[unit]! & LENGTHS) !== 0
}

/** The lengths, as bits, that a spelling of several units at `at` may have. */
export function lengthsAt({ lengths, twos }: Spellings, text: string, at: number): number {
  const first = text.charCodeAt(at)
  const mask = lengths[first]! & LENGTHS
  if (mask === 0 || (twos[pairHash(first, text.charCodeAt(at + 1)) & (twos.length - 1)]! & PAIR.start) !== 0)
    return mask
  return mask & 0b10
}

/** Notes how respelt words can begin; `lengths` is told which units are sure. */
export function beginnings(
  targets: TargetWords,
  all: readonly OtherSpelling[],
  { lengths, long, keys }: Pick<Spellings, 'lengths' | 'long' | 'keys'>,
): Pick<Spellings, 'twos' | 'pairs' | 'open' | 'triples' | 'outerTwo'> {
  const twos: Uint8Array = bitSet(8 * TWOS, targets.ends.length)
  const noteTwo = (hash: number, bit: number) => {
    twos[hash & (twos.length - 1)]! |= bit
  }
  for (const written of long.keys())
    if (written.length > 1) noteTwo(pairHash(written.charCodeAt(0), written.charCodeAt(1)), PAIR.start)
  for (const key of keys.keys()) {
    const hash = pairHash(key >>> 16, key & 0xffff)
    noteTwo(hash, PAIR.key)
    noteTwo(again(hash), PAIR.keyAgain)
  }
  const pairs = bitSet(PAIRS, targets.ends.length)
  const open = bitSet(OPEN, targets.ends.length)
  const triples = bitSet(TRIPLES, targets.ends.length)
  const outerTwo = bitSet(PLAIN_PAIRS, targets.ends.length)
  const { from, written, isSure, isMuch } = respeltUnits(all, lengths)
  const { nodes, units } = targets
  const firstOf = (node: number) => nodes[2 * node]!
  const isLonger = (node: number) => firstOf(node + 1) > firstOf(node)
  /** Whether a word of four units or more goes on from its first two: the children of a row of nodes stand in a row, too. */
  const isLong = (node: number) => firstOf(firstOf(node + 1)) > firstOf(firstOf(node))
  for (let node = firstOf(0); node < firstOf(1); node++) {
    const first = units[node]!
    for (let then = firstOf(node); then < firstOf(node + 1); then++) {
      const second = units[then]!
      const goesOn = isLonger(then)
      const goesFar = isLong(then)
      if (goesOn) {
        noteIn(open, pairHash(first, second))
        noteTwo(pairHash(first, second), goesFar ? PAIR.first | PAIR.far : PAIR.first)
      }
      for (let i = from[first]!; i < from[first + 1]!; i++) {
        if (isSure[i] !== 0) noteIn(pairs, pairHash(written[i]!, second))
        else if (goesOn && (goesFar || isMuch[i] === 0)) noteIn(open, pairHash(written[i]!, second))
      }
      for (let i = from[second]!; i < from[second + 1]!; i++) {
        if (isSure[i] !== 0) noteIn(pairs, pairHash(first, written[i]!))
        else if (goesOn && (goesFar || isMuch[i] === 0)) noteIn(open, pairHash(first, written[i]!))
      }
      for (let last = firstOf(then); last < firstOf(then + 1); last++) {
        const third = units[last]!
        noteTwo(pairHash(second, third), PAIR.last)
        noteIn(outerTwo, pairHash(first, third))
        const far = isLonger(last)
        if (far) noteTriple(triples, first, second, third)
        // Much doubt asks for three plain units: a word of three has two beside the one respelt.
        for (let i = from[first]!; i < from[first + 1]!; i++)
          if (far || isMuch[i] === 0) noteTriple(triples, written[i]!, second, third)
        for (let i = from[second]!; i < from[second + 1]!; i++)
          if (far || isMuch[i] === 0) noteTriple(triples, first, written[i]!, third)
        for (let i = from[third]!; i < from[third + 1]!; i++)
          if (far || isMuch[i] === 0) noteTriple(triples, first, second, written[i]!)
      }
    }
  }
  return { twos, pairs, open, triples, outerTwo }
}

/** By the unit that is meant: the single units written for it, and whether nobody writes them by chance. */
function respeltUnits(all: readonly OtherSpelling[], lengths: Uint8Array) {
  const usable = all.filter(({ written, doubt }) => written.length === 1 && doubt !== 'key')
  const { from, single } = grouped(usable, ({ unit }) => unit)
  const written = each(new Uint16Array(single.length), single, (other) => other.written.charCodeAt(0))
  const isSure = each(new Uint8Array(single.length), single, ({ doubt }) => (doubt === 'none' ? SURE : 0))
  const isMuch = each(new Uint8Array(single.length), single, ({ doubt }) => (doubt === 'much' ? 1 : 0))
  for (let i = 0; i < written.length; i++) lengths[written[i]!]! |= RESPELT | isSure[i]!
  return { from, written, isSure, isMuch }
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
