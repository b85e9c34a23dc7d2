import { type Hits, roomForHits } from '../search/word-search.ts'
import type { CompiledRule, CompiledRulebook } from './compile.ts'
import type { MatchIndex } from './match-index.ts'
import type { Match } from './seen.ts'

/**
 * What one text has seen, in tables by number of word, term, list and rule. A text fills a few places and leaves them empty again
 * (see `wipe`), so that the next one finds its board ready: tables of its own would cost a short text more than all the rest.
 */
export interface Board {
  /** Every place of every word. */
  hits: Hits
  /** By hit: the one before of the same word, counted from 1; 0 for the first. */
  before: Uint32Array
  /** By word: its last hit, counted from 1; 0 for none. */
  last: Uint32Array
  /** Words that were seen, in the order in which they were met first. */
  words: Uint32Array
  wordCount: number
  /** By term: the last pair of it and a word that was seen, counted from 1; 0 for none. */
  pairOf: Uint32Array
  /** By pair: its word, and the pair before of the same term. */
  pairWord: Uint32Array
  pairBefore: Uint32Array
  /** Terms that were seen. */
  terms: number[]
  /** By term: its matches, made when a rule first asks; those of facts and findings from the start. */
  matches: (Match[] | undefined)[]
  /** By list of terms: its matches in order of place, and those that do not stand inside a longer one. */
  indexes: (MatchIndex | undefined)[]
  longest: (readonly Match[] | undefined)[]
  /** Lists that were asked for. */
  lists: number[]
  /** By rule: 1 where it was called up, 2 where something was seen for each of its elements. */
  states: Uint8Array
  /** Rules that were called up. */
  called: number[]
  /** By level: rules all of whose elements were seen, in the order in which they were completed. */
  candidates: CompiledRule[][]
}

/** An empty board for the words, terms and rules of a rulebook: one that was let go, or a new one. */
export function boardFor(compiled: CompiledRulebook): Board {
  return compiled.boards.pop() ?? newBoard(compiled)
}

function newBoard({ termsOfWord, terms, lists, rules, levels }: CompiledRulebook): Board {
  const words = termsOfWord.from.length - 1
  return {
    hits: roomForHits(),
    before: new Uint32Array(0),
    last: new Uint32Array(words),
    words: new Uint32Array(words),
    wordCount: 0,
    pairOf: new Uint32Array(terms.length),
    pairWord: new Uint32Array(termsOfWord.items.length + 1),
    pairBefore: new Uint32Array(termsOfWord.items.length + 1),
    terms: [],
    matches: new Array<Match[] | undefined>(terms.length).fill(undefined),
    indexes: new Array<MatchIndex | undefined>(lists).fill(undefined),
    longest: new Array<readonly Match[] | undefined>(lists).fill(undefined),
    lists: [],
    states: new Uint8Array(rules.length),
    called: [],
    candidates: Array.from({ length: levels + 1 }, () => []),
  }
}

/** Empties a board after its text and keeps it for the next. */
export function wipe(board: Board, compiled: CompiledRulebook) {
  for (let i = 0; i < board.wordCount; i++) board.last[board.words[i]!] = 0
  board.wordCount = 0
  for (const term of board.terms) {
    board.pairOf[term] = 0
    board.matches[term] = undefined
  }
  board.terms.length = 0
  for (const list of board.lists) {
    board.indexes[list] = undefined
    board.longest[list] = undefined
  }
  board.lists.length = 0
  for (const rule of board.called) board.states[rule] = 0
  board.called.length = 0
  for (const candidates of board.candidates) candidates.length = 0
  compiled.boards.push(board)
}
