import type { Frame } from '../document.ts'
import type { Fact } from '../extract/fact.ts'
import type { Framing } from '../frame/frame.ts'
import { frameAt } from '../frame/frame-document.ts'
import type { CleanText } from '../normalise/clean-text.ts'
import { type Hits, scanWords } from '../search/aho-corasick.ts'
import type { CompiledRule, CompiledRulebook } from './compile.ts'
import { factMeets } from './fact-meets.ts'
import type { MatchIndex } from './match-index.ts'
import type { Regions } from './regions.ts'
import { PATTERN_REACH } from './rule.ts'

/** A place in the clean text where a term was met. */
export interface Match {
  start: number
  end: number
  /** The fact behind it, for a fact term. */
  fact?: Fact
}

/** What one pass over one text has seen: raw places by term, made into matches only for the rules that are looked at. */
export interface Seen {
  compiled: CompiledRulebook
  clean: CleanText
  facts: readonly Fact[]
  framing: Framing
  /** Frames of its sentences. */
  frames: ReadonlySet<Frame>
  regions: Regions
  words: SeenWords
  /** Every place of every word; kept only where a rule was a candidate, and looked for again if it is asked for nevertheless. */
  hits: SeenHits | undefined
  /** By term. */
  matches: Map<number, Match[]>
  /** Sorted matches of lists of terms, made when first asked for. */
  indexes: Map<readonly number[], MatchIndex>
  /** The same without those inside a longer one. */
  longest: Map<readonly number[], readonly Match[]>
  /** Words already asked about: whether they are denied on the spot, by place. */
  denied: Map<number, boolean>
  /** By rule: bits of the elements for which something was seen. */
  bits: Uint32Array
  /** Rules whose bits are not zero. */
  touched: number[]
  /** Rules all of whose elements were seen, by level, in the order in which they were completed. */
  candidates: CompiledRule[][]
}

/** Words that were seen, in the order in which they were met first. */
interface SeenWords {
  words: readonly number[]
  /** By term: those of its words that were seen. Made when first asked for: of most papers no rule asks for anything. */
  terms?: Map<number, number[]>
}

/** Places of words as hits; brought in order by term only when a rule asks: most are never asked for. */
interface SeenHits {
  /** By hit: the word, and where it ends. */
  words: Uint32Array
  ends: Uint32Array
  /** By hit: the one before of the same word, counted from 1; 0 for the first. Made when first asked for. */
  before?: Uint32Array
  /** By word: its last hit, counted from 1. */
  last: Map<number, number>
}

/** One pass over the text with the automaton, and one over the facts. */
export function look(clean: CleanText, facts: readonly Fact[], framing: Framing, compiled: CompiledRulebook): Seen {
  const hits = scanWords(compiled.automaton, clean.text)
  const seen: Seen = {
    compiled,
    clean,
    facts,
    framing,
    frames: framesOf(framing),
    regions: { text: clean.text, framing },
    words: { words: differentWords(hits, compiled) },
    hits: undefined,
    matches: new Map(),
    indexes: new Map(),
    longest: new Map(),
    denied: new Map(),
    bits: zeros(compiled.rules.length),
    touched: [],
    candidates: [],
  }
  for (let level = 0; level <= compiled.levels; level++) seen.candidates.push([])
  markWords(seen)
  for (const fact of facts) {
    for (const term of compiled.factTerms.get(fact.type) ?? []) {
      if (factMeets(fact, compiled.terms[term]!.fact!)) addMatch(seen, term, { ...cleanSpan(clean, fact), fact })
    }
  }
  if (seen.candidates.some((candidates) => candidates.length > 0)) seen.hits = kept(hits)
  return seen
}

/** Ends the use of what was seen: its table of bits serves the next text. */
export function letGo({ bits, touched }: Seen) {
  for (const rule of touched) bits[rule] = 0
  idle = bits
}

/** A table that no text uses; all zero. To make one for each short text would cost more than to read it. */
let idle: Uint32Array | undefined

function zeros(count: number): Uint32Array {
  const table = idle
  idle = undefined
  return table && table.length >= count ? table : new Uint32Array(count)
}

function framesOf({ sentences }: Framing): Set<Frame> {
  const frames = new Set<Frame>()
  for (const { frame } of sentences) frames.add(frame)
  return frames
}

function differentWords({ words, count }: Hits, { termsOfWord }: CompiledRulebook): number[] {
  if (wasSeen.length < termsOfWord.from.length) wasSeen = new Uint8Array(termsOfWord.from.length)
  const seen: number[] = []
  for (let hit = 0; hit < count; hit++) {
    const word = words[hit]!
    if (wasSeen[word] !== 0) continue
    wasSeen[word] = 1
    seen.push(word)
  }
  for (const word of seen) wasSeen[word] = 0
  return seen
}

/** By word, while one text is looked at. All zero between texts. */
let wasSeen = new Uint8Array(0)

/** Marks each term of the words seen, once. */
function markWords(seen: Seen) {
  const { terms, termsOfWord } = seen.compiled
  if (wasMarked.length < terms.length) wasMarked = new Uint8Array(terms.length)
  const marked: number[] = []
  for (const word of seen.words.words) {
    for (let i = termsOfWord.from[word]!; i < termsOfWord.from[word + 1]!; i++) {
      const term = termsOfWord.items[i]!
      if (wasMarked[term] !== 0) continue
      wasMarked[term] = 1
      marked.push(term)
      mark(seen, term)
    }
  }
  for (const term of marked) wasMarked[term] = 0
}

/** By term, while one text is looked at. All zero between texts. */
let wasMarked = new Uint8Array(0)

function kept({ words, ends, count }: Hits): SeenHits {
  return { words: words.slice(0, count), ends: ends.slice(0, count), last: new Map() }
}

function wordsOfTerms({ words, compiled: { termsOfWord } }: Seen): Map<number, number[]> {
  const terms = new Map<number, number[]>()
  for (const word of words.words) {
    for (let i = termsOfWord.from[word]!; i < termsOfWord.from[word + 1]!; i++) {
      const term = termsOfWord.items[i]!
      const same = terms.get(term)
      if (same) same.push(word)
      else terms.set(term, [word])
    }
  }
  return terms
}

/** Start, end, start, end, … of a term's words, in the order in which they were hit. */
function placesOf(seen: Seen, own: readonly number[]): number[] {
  const { automaton } = seen.compiled
  seen.hits ??= kept(scanWords(automaton, seen.clean.text))
  const { hits } = seen
  hits.before ??= chain(hits)
  const { words, ends, before, last } = hits
  const met: number[] = []
  for (const word of own) for (let hit = last.get(word)!; hit !== 0; hit = before[hit - 1]!) met.push(hit - 1)
  if (own.length === 1) met.reverse()
  else inOrder(met)
  const places: number[] = []
  for (const hit of met) places.push(ends[hit]! - automaton.lengths[words[hit]!]!, ends[hit]!)
  return places
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

function chain({ words, last }: SeenHits): Uint32Array {
  const before = new Uint32Array(words.length)
  if (latest.length < wasSeen.length) latest = new Uint32Array(wasSeen.length)
  for (let hit = 0; hit < words.length; hit++) {
    const word = words[hit]!
    before[hit] = latest[word]!
    latest[word] = hit + 1
  }
  for (let hit = words.length - 1; hit >= 0; hit--) {
    const word = words[hit]!
    if (latest[word] === 0) continue
    last.set(word, latest[word]!)
    latest[word] = 0
  }
  return before
}

/** By word, while hits are chained: the latest. All zero between texts. */
let latest = new Uint32Array(0)

/** Tells compositions that a rule has found something. */
export function announceFinding(seen: Seen, code: string, place: { start: number; end: number }) {
  for (const term of seen.compiled.findingTerms.get(code) ?? []) addMatch(seen, term, place)
}

/** Every match of a term, patterns run only around their anchors. */
export function matchesOf(seen: Seen, term: number): readonly Match[] {
  const known = seen.matches.get(term)
  if (known) return known
  seen.words.terms ??= wordsOfTerms(seen)
  const own = seen.words.terms.get(term)
  if (!own) return NOWHERE
  const places = placesOf(seen, own)
  const { regex } = seen.compiled.terms[term]!
  const found = regex ? runPattern(seen.clean.text, regex, places) : pairs(places)
  seen.matches.set(term, found)
  return found
}

const NOWHERE: readonly Match[] = []

/** Those of several terms, in the order of the terms; the list is the caller's own. */
export function matchesOfAll(seen: Seen, terms: readonly number[]): Match[] {
  const all: Match[] = []
  for (const term of terms) for (const match of matchesOf(seen, term)) all.push(match)
  return all
}

/** Whose words stand at a clean offset. */
export function frameOf(seen: Seen, offset: number): Frame {
  return frameAt(seen.framing, offset).frame
}

function addMatch(seen: Seen, term: number, match: Match) {
  const known = seen.matches.get(term)
  if (known) known.push(match)
  else {
    seen.matches.set(term, [match])
    mark(seen, term)
  }
}

function mark({ compiled, bits, touched, candidates }: Seen, term: number) {
  const { usesOfTerm, needs, rules } = compiled
  for (let i = usesOfTerm.from[term]!; i < usesOfTerm.from[term + 1]!; i++) {
    const rule = usesOfTerm.items[i]!
    const before = bits[rule]!
    const now = before | usesOfTerm.bits[i]!
    if (now === before) continue
    if (before === 0) touched.push(rule)
    bits[rule] = now
    if (now === needs[rule]) candidates[rules[rule]!.level]!.push(rules[rule]!)
  }
}

/** Windows that touch are run as one, so that the cost grows with the text and not with the number of anchors. */
function runPattern(text: string, regex: RegExp, places: readonly number[]): Match[] {
  const found: Match[] = []
  for (let i = 0; i < places.length; ) {
    const from = Math.max(0, places[i]! - PATTERN_REACH)
    let to = places[i + 1]! + PATTERN_REACH
    for (i += 2; i < places.length && places[i]! - PATTERN_REACH <= to; i += 2)
      to = Math.max(to, places[i + 1]! + PATTERN_REACH)
    matchesWithin(text.slice(from, to), from, regex, found)
  }
  return found
}

/** As `matchAll`, which would make a pattern anew for each window. */
function matchesWithin(window: string, from: number, regex: RegExp, found: Match[]) {
  regex.lastIndex = 0
  for (let match = regex.exec(window); match; match = regex.exec(window)) {
    const { length } = match[0]
    if (length === 0) regex.lastIndex++
    else found.push({ start: from + match.index, end: from + match.index + length })
  }
}

function pairs(places: readonly number[]): Match[] {
  const out: Match[] = []
  for (let i = 0; i < places.length; i += 2) out.push({ start: places[i]!, end: places[i + 1]! })
  return out
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
