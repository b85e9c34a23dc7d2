import { isTelling } from './bare-parts.ts'
import { again, keyPlace, PAIR, RESPELT, SURE, TELLS } from './beginning-bits.ts'
import { each, grouped } from './by-unit.ts'
import type { OtherSpelling } from './other-reading.ts'
import { bitSet, fourHash, noteIn, noteInWord, pairHash, threeHash, type WordSet, wordSet } from './pair-set.ts'
import type { Spellings } from './spellings.ts'
import type { TargetWords } from './targets.ts'

/**
 * Sizes in bits; what is asked at each place of a text is small enough to stay at hand. Threes and fours are asked about at every tenth
 * place or so, and few enough of their bits are set that of those in no word two or three in a hundred pass: each that does costs a search.
 */
const TWOS = 2 ** 17
const PAIRS = 2 ** 21
const OPEN = 2 ** 21
const THREES = 2 ** 25
const KEY_PAIRS = 2 ** 17
const PLAIN_PAIRS = 2 ** 18

/** Notes how respelt words can begin; `lengths` is told which units are sure. */
export function noteBeginnings(
  targets: TargetWords,
  all: readonly OtherSpelling[],
  { lengths, long, keys }: Pick<Spellings, 'lengths' | 'long' | 'keys'>,
): Pick<Spellings, 'twos' | 'keyPairs' | 'pairs' | 'open' | 'threes' | 'outerTwo'> {
  const twos: Uint8Array = bitSet(8 * TWOS, targets.ends.length)
  const noteTwo = (hash: number, bit: number) => {
    twos[hash & (twos.length - 1)]! |= bit
  }
  for (const written of long.keys()) {
    if (written.length === 1) continue
    const first = written.charCodeAt(0)
    // Two units need no note where the first tells by itself: every note more makes others pass for one.
    if (isTelling(first)) lengths[first]! |= TELLS
    else noteTwo(pairHash(first, written.charCodeAt(1)), PAIR.start)
  }
  const keyPairs = bitSet(KEY_PAIRS, targets.ends.length)
  for (const key of keys.keys()) {
    const hash = pairHash(key >>> 16, key & 0xffff)
    noteTwo(hash, 1 << keyPlace(hash))
    noteIn(keyPairs, again(hash))
  }
  const pairs = bitSet(PAIRS, targets.ends.length)
  const open = bitSet(OPEN, targets.ends.length)
  const threes = wordSet(THREES, targets.ends.length)
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
        if (far) {
          const hash = threeHash(first, second, third)
          for (let end = firstOf(last); end < firstOf(last + 1); end++) {
            const fourth = units[end]!
            if (isLonger(end)) noteInWord(threes, fourHash(hash, fourth))
            for (let i = from[fourth]!; i < from[fourth + 1]!; i++) noteInWord(threes, fourHash(hash, written[i]!))
          }
        }
        // Much doubt asks for three plain units: a word of three has two beside the one respelt.
        for (let i = from[first]!; i < from[first + 1]!; i++)
          if (far || isMuch[i] === 0) noteThree(threes, written[i]!, second, third)
        for (let i = from[second]!; i < from[second + 1]!; i++)
          if (far || isMuch[i] === 0) noteThree(threes, first, written[i]!, third)
        for (let i = from[third]!; i < from[third + 1]!; i++)
          if (far || isMuch[i] === 0) noteThree(threes, first, second, written[i]!)
      }
    }
  }
  return { twos, keyPairs, pairs, open, threes, outerTwo }
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

function noteThree(threes: WordSet, first: number, second: number, third: number): void {
  noteInWord(threes, threeHash(first, second, third))
}
