import type { Frame } from '../document.ts'
import type { Fact } from '../extract/fact.ts'
import type { Framing } from '../frame/frame.ts'
import { frameAt } from '../frame/frame-document.ts'
import type { CleanText } from '../normalise/clean-text.ts'
import { findWords, type WordSearch } from '../search/word-search.ts'
import { type Board, boardFor, wipe } from './board.ts'
import type { CompiledRule, CompiledRulebook } from './compile.ts'
import { factMeets } from './fact-meets.ts'
import { frameBits } from './frame-bits.ts'
import type { NumberLists } from './number-lists.ts'
import type { Regions } from './regions.ts'

/** A place in the clean text where a term was met. */
export interface Match {
  start: number
  end: number
  /** The fact behind it, for a fact term. */
  fact: Fact | undefined
}

/** What one pass over one text has seen: raw places by term, made into matches only for the rules that are looked at. */
export interface Seen {
  compiled: CompiledRulebook
  clean: CleanText
  facts: readonly Fact[]
  framing: Framing
  /** Frames of its sentences. */
  frames: readonly Frame[]
  regions: Regions
  /** Rules all of whose elements were seen, by level. */
  candidates: readonly (readonly CompiledRule[])[]
  board: Board
  /** Words already asked about: whether they are denied on the spot, by place. */
  denied: Map<number, boolean> | undefined
  /** Whether exceptions that would silence a rule on the whole paper are set aside. */
  isSecondHearing: boolean
}

/** One pass over the text for words, and one over the facts. */
export function look(
  clean: CleanText,
  facts: readonly Fact[],
  framing: Framing,
  compiled: CompiledRulebook,
  isSecondHearing = false,
): Seen {
  const board = boardFor(compiled)
  lookForWords(board, clean.text, compiled.words)
  markTerms(board, compiled)
  for (const fact of facts) {
    const terms = compiled.factTerms.get(fact.type)
    if (!terms) continue
    let place: { start: number; end: number } | undefined
    for (const term of terms) {
      if (!factMeets(fact, compiled.terms[term]!.fact!)) continue
      place ??= cleanSpan(clean, fact)
      addMatch(board, compiled, term, { start: place.start, end: place.end, fact })
    }
  }
  const frames = framesOf(framing)
  chooseCandidates(board, compiled, frameBits(frames))
  return {
    compiled,
    clean,
    facts,
    framing,
    frames,
    regions: { text: clean.text, framing, clauses: undefined, sections: undefined },
    candidates: board.candidates,
    board,
    denied: undefined,
    isSecondHearing,
  }
}

/** Ends the use of what was seen: its board serves the next text. */
export function letGo({ board, compiled }: Seen) {
  wipe(board, compiled)
}

/** Tells compositions that a rule has found something. */
export function announceFinding(
  { board, compiled, frames }: Seen,
  code: string,
  { start, end }: { start: number; end: number },
) {
  const terms = compiled.findingTerms.get(code)
  if (!terms) return
  const before = board.terms.length
  for (const term of terms) addMatch(board, compiled, term, { start, end, fact: undefined })
  if (board.terms.length > before) chooseCandidates(board, compiled, frameBits(frames))
}

/** Whose words stand at a clean offset. */
export function frameOf({ framing, frames }: Seen, offset: number): Frame {
  // Most papers are of one voice.
  return frames.length === 1 ? frames[0]! : frameAt(framing, offset).frame
}

/** Notes all places of words, those of one word chained from the last to the first. */
function lookForWords(board: Board, text: string, search: WordSearch) {
  const { words, count } = findWords(search, text, board.hits)
  if (board.before.length < count) board.before = new Uint32Array(words.length)
  const { before, last, words: seen } = board
  let different = 0
  for (let hit = 0; hit < count; hit++) {
    const word = words[hit]!
    const earlier = last[word]!
    if (earlier === 0) seen[different++] = word
    before[hit] = earlier
    last[word] = hit + 1
  }
  board.wordCount = different
}

/** Marks each term of the words seen, once, and chains the words of each. */
function markTerms(board: Board, compiled: CompiledRulebook) {
  const { words, wordCount, pairOf, pairWord, pairBefore } = board
  const { from, items }: NumberLists = compiled.termsOfWord
  let pairs = 0
  for (let i = 0; i < wordCount; i++) {
    const word = words[i]!
    const end = from[word + 1]!
    for (let at = from[word]!; at < end; at++) {
      const term = items[at]!
      const earlier = pairOf[term]!
      pairs++
      pairWord[pairs] = word
      pairBefore[pairs] = earlier
      pairOf[term] = pairs
      if (earlier === 0) mark(board, compiled, term)
    }
  }
}

function framesOf({ sentences }: Framing): Frame[] {
  const frames: Frame[] = []
  for (const { frame } of sentences) if (!frames.includes(frame)) frames.push(frame)
  return frames
}

function addMatch(board: Board, compiled: CompiledRulebook, term: number, match: Match) {
  const known = board.matches[term]
  if (known) known.push(match)
  else {
    board.matches[term] = [match]
    mark(board, compiled, term)
  }
}

/** Notes that a term was seen, and calls up its rules. */
function mark({ terms, states, called }: Board, { rulesOfTerm: { from, items } }: CompiledRulebook, term: number) {
  terms.push(term)
  const end = from[term + 1]!
  for (let i = from[term]!; i < end; i++) {
    const rule = items[i]!
    if (states[rule] !== 0) continue
    states[rule] = 1
    called.push(rule)
  }
}

/**
 * Of the rules called up, those become candidates that read a frame of the paper and for each of whose elements something was seen. A
 * rule that reads none of the frames is met nowhere in it.
 */
function chooseCandidates(board: Board, compiled: CompiledRulebook, frames: number) {
  const { states, called, candidates } = board
  for (const number of called) {
    if (states[number] === 2 || (compiled.framesOfRule[number]! & frames) === 0) continue
    if (!isComplete(board, compiled, number)) continue
    states[number] = 2
    const rule = compiled.rules[number]!
    candidates[rule.level]!.push(rule)
  }
}

/** Whether something was seen of each element beside the one that called the rule up. */
function isComplete(board: Board, compiled: CompiledRulebook, rule: number): boolean {
  const { from, items } = compiled.needsOfRule
  const end = from[rule + 1]!
  for (let at = from[rule]!; at < end; ) {
    const next = at + items[at]! + 1
    do at++
    while (at < next && !isTermSeen(board, compiled, items[at]!))
    if (at === next) return false
    at = next
  }
  return true
}

/** Whether something of a term stands in the text: noted as it was met, or a word of one character that was not. */
export function isTermSeen(
  { pairOf, matches, last }: Board,
  { onesOfTerm: { from, items } }: CompiledRulebook,
  term: number,
): boolean {
  if (pairOf[term] !== 0 || matches[term] !== undefined) return true
  const end = from[term + 1]!
  for (let i = from[term]!; i < end; i++) if (last[items[i]!] !== 0) return true
  return false
}

/** Where an original range stands in the clean text: its first and last code units that were read from inside it. */
function cleanSpan(clean: CleanText, { start, end }: { start: number; end: number }): { start: number; end: number } {
  const from = firstAtLeast(clean.ends, start + 1)
  const to = firstAtLeast(clean.starts, end)
  return { start: Math.min(from, to), end: Math.max(from, to) }
}

/** First index whose value is `least` or more. */
function firstAtLeast(values: Uint32Array, least: number): number {
  let low = 0
  let high = values.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (values[middle]! < least) low = middle + 1
    else high = middle
  }
  return low
}
