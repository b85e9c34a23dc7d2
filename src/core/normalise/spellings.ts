import { EVERYDAY_PAIRS, KEY_WORDS } from './key-words.ts'
import type { OtherSpelling } from './other-reading.ts'
import type { TargetWords } from './targets.ts'

/** Other spellings of the characters of target words, arranged for looking up at a place of a text. */
export interface Spellings {
  /** Those of one unit, by that unit. */
  single: (unit: number) => readonly OtherSpelling[]
  /** True when some spelling of several units begins with this unit. */
  startsLong: (unit: number) => boolean
  /** True when a spelling of several units stands at `at`. */
  readsLong: (text: string, at: number) => boolean
  long: (text: string, at: number, visit: (other: OtherSpelling, units: number) => void) => void
  /** False when no target word, respelt, can begin at `at`; seldom true otherwise. */
  mayBegin: (text: string, at: number) => boolean
  /** The key word that two units stand for, one of them respelt. */
  keyWord: (pair: string) => string | undefined
}

/** Size of each set of beginnings, in bits: a megabyte for each. */
const FILTER_BITS = 23
const FILTER = 2 ** FILTER_BITS

/** Arranges spellings, and notes how respelt words can begin so that almost every place of a text is passed over at once. */
export function spellingsFor(targets: TargetWords, all: readonly OtherSpelling[]): Spellings {
  const singles = new Map<number, OtherSpelling[]>()
  const longs = new Map<string, OtherSpelling[]>()
  const lengths = new Uint8Array(0x10000)
  for (const other of all) {
    if (other.doubt === 'key') continue
    if (other.written.length === 1 && other.written > '\u007f') append(singles, other.written.charCodeAt(0), other)
    else {
      append(longs, other.written, other)
      lengths[other.written.charCodeAt(0)]! |= 1 << other.written.length
    }
  }
  const keys = keyWordsWritten(targets, all)
  const filters = beginnings(targets, all, keys.keys())
  const long: Spellings['long'] = (text, at, visit) => {
    const mask = lengths[text.charCodeAt(at)]!
    for (let units = 1; units < 8; units++) {
      if (!(mask & (1 << units))) continue
      for (const other of longs.get(text.slice(at, at + units)) ?? []) visit(other, units)
    }
  }
  return {
    single: (unit) => singles.get(unit) ?? NONE,
    startsLong: (unit) => lengths[unit] !== 0,
    readsLong: (text, at) => {
      const mask = lengths[text.charCodeAt(at)]!
      for (let units = 1; units < 8; units++)
        if (mask & (1 << units) && longs.has(text.slice(at, at + units))) return true
      return false
    },
    long,
    mayBegin: (text, at) => {
      const first = text.charCodeAt(at)
      const second = text.charCodeAt(at + 1)
      if (holds(filters.pairs, hash(first, second))) return true
      return (
        holds(filters.open, hash(first, second)) &&
        holds(filters.triples, hash3(first, second, text.charCodeAt(at + 2)))
      )
    },
    keyWord: (pair) => keys.get(pair),
  }
}

const NONE: readonly OtherSpelling[] = []

function append<K>(map: Map<K, OtherSpelling[]>, key: K, other: OtherSpelling) {
  const list = map.get(key)
  if (list) list.push(other)
  else map.set(key, [other])
}

/** Sets of beginnings, kept as bits: a bit that is not set is sure, one that is may be another's. */
interface Beginnings {
  /** Two units that are enough: one of them respelt as nobody writes by chance, or a key word. */
  pairs: Uint8Array
  /** Two units after which the third has to be looked at. */
  open: Uint8Array
  /** Three units, at most one of them respelt. */
  triples: Uint8Array
}

function beginnings(targets: TargetWords, all: readonly OtherSpelling[], keys: Iterable<string>): Beginnings {
  const pairs = new Uint8Array(FILTER / 8)
  const open = new Uint8Array(FILTER / 8)
  const triples = new Uint8Array(FILTER / 8)
  const writtenFor = new Map<number, OtherSpelling[]>()
  for (const other of all)
    if (other.written.length === 1 && other.doubt !== 'key') append(writtenFor, other.unit, other)
  for (const pair of keys) note(pairs, hash(pair.charCodeAt(0), pair.charCodeAt(1)))
  for (const [first, node] of targets.root.next) {
    for (const [second, then] of node.next) {
      const isLonger = then.next.size > 0
      if (isLonger) note(open, hash(first, second))
      const pair = (other: OtherSpelling, a: number, b: number) => {
        if (other.doubt === 'none') note(pairs, hash(a, b))
        else if (isLonger) note(open, hash(a, b))
      }
      for (const other of writtenFor.get(first) ?? NONE) pair(other, other.written.charCodeAt(0), second)
      for (const other of writtenFor.get(second) ?? NONE) pair(other, first, other.written.charCodeAt(0))
      for (const [third, last] of then.next) {
        if (last.next.size > 0) note(triples, hash3(first, second, third))
        for (const { written } of writtenFor.get(first) ?? NONE)
          note(triples, hash3(written.charCodeAt(0), second, third))
        for (const { written } of writtenFor.get(second) ?? NONE)
          note(triples, hash3(first, written.charCodeAt(0), third))
        for (const { written } of writtenFor.get(third) ?? NONE)
          note(triples, hash3(first, second, written.charCodeAt(0)))
      }
    }
  }
  return { pairs, open, triples }
}

function hash(first: number, second: number): number {
  return (Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b)) >>> (32 - FILTER_BITS)
}

function hash3(first: number, second: number, third: number): number {
  return (
    (Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b) ^ Math.imul(third, 0xc2b2ae35)) >>> (32 - FILTER_BITS)
  )
}

function note(bits: Uint8Array, at: number) {
  bits[at >>> 3]! |= 1 << (at & 7)
}

function holds(bits: Uint8Array, at: number): boolean {
  return (bits[at >>> 3]! & (1 << (at & 7))) !== 0
}

/** Every way of writing a key word with one character respelt that is no ordinary pair of characters. */
function keyWordsWritten(targets: TargetWords, all: readonly OtherSpelling[]): Map<string, string> {
  const written = new Map<string, string>()
  const byUnit = new Map<number, OtherSpelling[]>()
  for (const other of all)
    if (other.kind === 'look_alike' && other.written.length === 1) append(byUnit, other.unit, other)
  for (const word of KEY_WORDS) {
    if (!targets.root.next.get(word.charCodeAt(0))?.next.get(word.charCodeAt(1))?.ends) continue
    for (const other of byUnit.get(word.charCodeAt(0)) ?? []) written.set(other.written + word[1], word)
    for (const other of byUnit.get(word.charCodeAt(1)) ?? []) written.set(word[0] + other.written, word)
  }
  for (const pair of [...EVERYDAY_PAIRS, ...KEY_WORDS]) written.delete(pair)
  return written
}
