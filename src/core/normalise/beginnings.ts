import { again, keyPlace, LENGTHS, PAIR, RESPELT, SURE, TELLS } from './beginning-bits.ts'
import { fourHash, isIn, isInWord, pairHash, threeHash } from './pair-set.ts'
import type { Spellings } from './spellings.ts'
import { areNeighbours, type TargetWords } from './targets.ts'

/**
 * What may stand at a place of a text, as bits of {@link placeFrom}: a key word; the beginning of a word, of which the first, second or
 * third unit may be read otherwise than it is written; a spelling of several units.
 */
export const MAY = { beKey: 1, begin: 2, readLong: 4, respellFirst: 8, respellSecond: 16, respellThird: 32 } as const
const RESPELL_ANY = MAY.respellFirst | MAY.respellSecond | MAY.respellThird
/** Places are told as `place * PLACE_STEP + may`. */
export const PLACE_STEP = 64

/**
 * The first place of a text from `from` on at which something may stand, and what it may be: `place * PLACE_STEP + may`, or -1. Of all places
 * passed over it is sure. Each place of a text is asked about, so the hash of two units is worked out once for both places that need it.
 */
export function placeFrom(spellings: Spellings, text: string, from: number): number {
  const { lengths, twos, keyPairs, pairs, open, threes, outerTwo } = spellings
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
    // or all are plain and the word goes on; a spelling of several begins.
    const respeltSecond = (ofSecond >>> 7) & ofOuter
    const respeltThird = (ofThird >>> 7) & (ofPair >>> 4)
    const ofRespelt = ((ofNext >>> 5) & (ofFirst >>> 7)) | respeltThird | respeltSecond
    const ofFar = (ofNext >>> 5) & (ofPair >>> 7)
    const ofThree = ofRespelt | ofFar
    const ofLong = ((ofPair >>> 6) & (((ofFirst & LENGTHS) + LENGTHS) >>> 7)) | (ofFirst >>> 1)
    const ofKey = ofPair >>> keyPlace(pair)
    // One question instead of many: which of them answers yes cannot be foreseen, and to guess wrong costs more than to reckon them all.
    if (((ofThree | ofLong | ofKey | ofFirst | ofSecond) & 1) === 0) continue
    let may = (ofKey & 1) !== 0 && isIn(keyPairs, again(pair)) ? MAY.beKey : 0
    if (((ofFirst | ofSecond) & SURE) !== 0 && isIn(pairs, pair)) may |= MAY.begin | RESPELL_ANY
    else if ((ofThree & 1) !== 0 && isIn(open, pair)) {
      const hash = threeHash(first, second, third)
      if ((ofRespelt & 1) !== 0 && isInWord(threes, hash)) {
        may |= MAY.begin
        if (((ofFirst | ofSecond | ofThird) & SURE) !== 0) may |= RESPELL_ANY
        else {
          if ((ofFirst & RESPELT) !== 0 && (ofNext & PAIR.last) !== 0) may |= MAY.respellFirst
          may |= ((respeltSecond & 1) * MAY.respellSecond) | ((respeltThird & 1) * MAY.respellThird)
        }
      }
      if ((ofFar & 1) !== 0 && isInWord(threes, fourHash(hash, unitAt(text, at + 3)))) may |= MAY.begin
    }
    if ((ofLong & 1) !== 0) may |= MAY.readLong
    if (may !== 0) return at * PLACE_STEP + may
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

/** Whether a unit begins characters in halves alone: 亻, 糸. */
export function tellsLong({ lengths }: Spellings, unit: number): boolean {
  return (lengths[unit]! & TELLS) !== 0 && unit > LAST_LATIN
}

/** The lengths, as bits, that a spelling of several units at `at` may have. */
export function lengthsAt(spellings: Spellings, text: string, at: number): number {
  const { lengths, twos } = spellings
  const first = text.charCodeAt(at)
  const mask = lengths[first]! & LENGTHS
  if (mask === 0 || tellsLong(spellings, first)) return mask
  if ((twos[pairHash(first, text.charCodeAt(at + 1)) & (twos.length - 1)]! & PAIR.start) !== 0) return mask
  return mask & TELLS
}

const LAST_LATIN = 0x7f
