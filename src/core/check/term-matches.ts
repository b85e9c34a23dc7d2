import type { Board } from './board.ts'
import type { NumberLists } from './number-lists.ts'
import { PATTERN_REACH } from './rule.ts'
import { isTermSeen, type Match, type Seen } from './seen.ts'
import type { TermList } from './term-table.ts'

/** Every match of a term, patterns run only around their anchors. */
export function matchesOf({ board, compiled, clean }: Seen, term: number): readonly Match[] {
  const known = board.matches[term]
  if (known) return known
  if (!isTermSeen(board, compiled, term)) return NOWHERE
  const hits = hitsOf(board, compiled.onesOfTerm, term)
  const { ends, words } = board.hits
  const { lengths } = compiled.words
  const { regex } = compiled.terms[term]!
  const found: Match[] = []
  if (regex) runPattern(clean.text, regex, hits, board, lengths, found)
  else
    for (const hit of hits) found.push({ start: ends[hit]! - lengths[words[hit]!]!, end: ends[hit]!, fact: undefined })
  // What was not noted as seen has to be wiped, too.
  if (board.pairOf[term] === 0) board.terms.push(term)
  board.matches[term] = found
  return found
}

const NOWHERE: readonly Match[] = []

/** Those of several terms, in the order of the terms. */
export function matchesOfAll(seen: Seen, { terms }: TermList): readonly Match[] {
  if (terms.length === 1) return matchesOf(seen, terms[0]!)
  const all: Match[] = []
  for (const term of terms) {
    const own = matchesOf(seen, term)
    for (let i = 0; i < own.length; i++) all.push(own[i]!)
  }
  return all
}

/** The hits of a term's words, in order. */
function hitsOf({ pairOf, pairWord, pairBefore, last, before }: Board, ones: NumberLists, term: number): number[] {
  const met: number[] = []
  let words = 0
  const end = ones.from[term + 1]!
  for (let i = ones.from[term]!; i < end; i++) {
    const latest = last[ones.items[i]!]!
    if (latest !== 0) words++
    for (let hit = latest; hit !== 0; hit = before[hit - 1]!) met.push(hit - 1)
  }
  for (let pair = pairOf[term]!; pair !== 0; pair = pairBefore[pair]!) {
    words++
    for (let hit = last[pairWord[pair]!]!; hit !== 0; hit = before[hit - 1]!) met.push(hit - 1)
  }
  if (words === 1) met.reverse()
  else inOrder(met)
  return met
}

/** Sorts numbers in place: most lists are short, and of a few runs that are in order backwards. */
function inOrder(numbers: number[]) {
  if (numbers.length > LONG) {
    numbers.sort((a, b) => a - b)
    return
  }
  for (let i = 1; i < numbers.length; i++) {
    const number = numbers[i]!
    let to = i
    while (to > 0 && numbers[to - 1]! > number) {
      numbers[to] = numbers[to - 1]!
      to--
    }
    numbers[to] = number
  }
}

const LONG = 24

/** Windows that touch are run as one, so that the cost grows with the text and not with the number of anchors. */
function runPattern(
  text: string,
  regex: RegExp,
  hits: readonly number[],
  { hits: { words, ends } }: Board,
  lengths: Uint16Array,
  found: Match[],
) {
  const startOf = (hit: number) => ends[hit]! - lengths[words[hit]!]!
  for (let i = 0; i < hits.length; ) {
    const from = Math.max(0, startOf(hits[i]!) - PATTERN_REACH)
    let to = ends[hits[i]!]! + PATTERN_REACH
    for (i++; i < hits.length && startOf(hits[i]!) - PATTERN_REACH <= to; i++)
      to = Math.max(to, ends[hits[i]!]! + PATTERN_REACH)
    matchesWithin(text.slice(from, to), from, regex, found)
  }
}

/** As `matchAll`, which would make a pattern anew for each window. */
function matchesWithin(window: string, from: number, regex: RegExp, found: Match[]) {
  regex.lastIndex = 0
  for (let match = regex.exec(window); match; match = regex.exec(window)) {
    const { length } = match[0]
    if (length === 0) regex.lastIndex++
    else found.push({ start: from + match.index, end: from + match.index + length, fact: undefined })
  }
}
