import { groundOf } from '../src/core/check/basis.ts'
import { type Board, boardFor, wipe } from '../src/core/check/board.ts'
import type { CompiledRule, CompiledRulebook } from '../src/core/check/compile.ts'
import { factMeets } from '../src/core/check/fact-meets.ts'
import { type FactMatcher, type Matcher, PATTERN_REACH, type Rulebook } from '../src/core/check/rule.ts'
import { inPlace, runRule, type Told } from '../src/core/check/run.ts'
import type { Match, Seen } from '../src/core/check/seen.ts'
import type { Term, TermList } from '../src/core/check/term-table.ts'
import type { Circumstances } from '../src/core/document.ts'
import type { Fact } from '../src/core/extract/fact.ts'
import type { Framing } from '../src/core/frame/frame.ts'
import type { CleanText } from '../src/core/normalise/clean-text.ts'
import { matches } from '../src/core/search/matches.ts'

/**
 * What `check` says, found the plain way: rule after rule, every word looked for by itself, every pattern run over the whole text
 * instead of around its anchors, every fact asked. Rules share nothing; one whose element is not met is left at once.
 * What follows from the places (kinds of rule, frames, exceptions, basis) is the engine's own. It stands with the bench, which
 * measures against it, and not in `test`, which the build leaves out; specs hold the engine to it.
 */
export function checkPlainly(
  clean: CleanText,
  facts: readonly Fact[],
  framing: Framing,
  circumstances: Circumstances,
  { compiled, rules }: PlainRulebook,
): Told {
  const frames = [...new Set(framing.sentences.map(({ frame }) => frame))]
  const regions = { text: clean.text, framing, clauses: undefined, sections: undefined }
  const board = boardFor(compiled)
  const paper: Paper = {
    clean: clean.text,
    small: clean.text.replace(/[A-Z]+/g, (capitals) => capitals.toLowerCase()),
    facts: facts.map((fact) => matchOf(fact, clean)),
  }
  const told: Told = { findings: [], procedure: [], omitted: [], withoutLaw: [] }
  for (const rule of rules) {
    const { documents, entities } = rule.compiled.rule
    const { kind, entity } = circumstances
    if (kind !== 'unknown' && !documents.includes(kind)) continue
    if (entity !== 'unknown' && entities && !entities.includes(entity)) continue
    if (!frames.some((frame) => rule.compiled.frames.has(frame))) continue
    if (lookForElements(rule, paper, board)) {
      for (const term of rule.others) lookFor(term, paper, board)
      const unasked = { candidates: [], denied: undefined, isSecondHearing: false }
      const seen: Seen = { compiled, clean, facts, framing, frames, regions, board, ...unasked }
      const ground = (of: typeof rule.compiled.rule) => groundOf(of, circumstances, compiled.rulebook.basis)
      runRule(rule.compiled, seen, circumstances, ground, told)
    }
    forget(rule, board)
  }
  wipe(board, compiled)
  return inPlace(told, compiled)
}

/** A rulebook whose rules are tried one after another, each of them over the whole text. */
export interface PlainRulebook {
  /** With boards of its own. */
  compiled: CompiledRulebook
  rules: readonly PlainRule[]
}

interface PlainRule {
  compiled: CompiledRule
  /** By element. */
  elements: readonly PlainTerm[][]
  /** Of its exceptions and of what it requires. */
  others: readonly PlainTerm[]
}

/** One thing to look for as its author wrote it, with its number in the compiled rulebook. */
type PlainTerm = { number: number } & (
  | { words: string[] }
  | { pattern: RegExp; anchors: string[] }
  | { fact: FactMatcher }
)

/** The rules of a compiled rulebook with what each looks for. */
export function plainRulebook(compiled: CompiledRulebook): PlainRulebook {
  const { lexicons } = compiled.rulebook
  const rules = compiled.rules.map((rule): PlainRule => {
    const terms = (any: readonly Matcher[], list: TermList) => plainTerms(any, list, compiled.terms, lexicons)
    const { elements, unless, required, checklist } = rule.rule
    return {
      compiled: rule,
      elements: elements.map(({ any }, i) => terms(any, rule.elements[i]!.terms)),
      others: [
        ...unless.flatMap(({ any, but }, i) => [
          ...terms(any, rule.exceptions[i]!.terms),
          ...(but ? terms(but, rule.exceptions[i]!.but!) : []),
        ]),
        ...terms(required, rule.required),
        ...(checklist?.items ?? []).flatMap(({ any }, i) => terms(any, rule.checklist[i]!.terms)),
      ],
    }
  })
  // A composition comes after the rules it is made of.
  return { compiled: { ...compiled, boards: [] }, rules: rules.sort((a, b) => a.compiled.level - b.compiled.level) }
}

/** A list holds its matchers in their order, but for findings of rules on trial. Findings come up as rules run. */
function plainTerms(
  any: readonly Matcher[],
  list: TermList,
  terms: readonly Term[],
  lexicons: Rulebook['lexicons'],
): PlainTerm[] {
  const numbers = list.terms.filter((number) => terms[number]!.kind !== 'finding')
  return any.filter(isNoFinding).map((matcher, i): PlainTerm => {
    const number = numbers[i]!
    if ('fact' in matcher) return { number, fact: matcher }
    if ('pattern' in matcher)
      return { number, pattern: new RegExp(matcher.pattern, 'gi'), anchors: inSmallLetters(matcher.anchors) }
    const words = 'lexicon' in matcher ? lexicons[matcher.lexicon]! : matcher.words
    return { number, words: inSmallLetters(words) }
  })
}

function inSmallLetters(words: readonly string[]): string[] {
  return [...new Set(words.map((word) => word.toLowerCase()))]
}

function isNoFinding(matcher: Matcher): matcher is Exclude<Matcher, { finding: string }> {
  return !('finding' in matcher)
}

/** What rules are tried on. */
interface Paper {
  clean: string
  /** The same in small letters, and as long: İ alone would grow. */
  small: string
  facts: readonly (Match & { fact: Fact })[]
}

/** From the first code unit that was read from inside the fact to the first that was not. */
function matchOf(fact: Fact, { starts, ends }: CleanText): Match & { fact: Fact } {
  const first = ends.findIndex((end) => end > fact.start)
  const after = starts.findIndex((start) => start >= fact.end)
  const end = after < 0 ? starts.length : after
  return { start: first < 0 ? end : Math.min(first, end), end: first < 0 ? end : Math.max(first, end), fact }
}

/** Whether something was seen for each element. */
function lookForElements({ elements, compiled }: PlainRule, paper: Paper, board: Board): boolean {
  return elements.every((terms, i) => {
    for (const term of terms) lookFor(term, paper, board)
    return compiled.elements[i]!.terms.terms.some((number) => (board.matches[number] ?? []).length > 0)
  })
}

function lookFor(term: PlainTerm, paper: Paper, { matches }: Board) {
  matches[term.number] ??=
    'words' in term
      ? placesOf(term.words, paper.small)
      : 'pattern' in term
        ? placesWhere(term, paper)
        : paper.facts.filter(({ fact }) => factMeets(fact, term.fact))
}

function placesOf(words: readonly string[], text: string): Match[] {
  const places: Match[] = []
  for (const word of words)
    for (let start = text.indexOf(word); start >= 0; start = text.indexOf(word, start + 1))
      places.push({ start, end: start + word.length, fact: undefined })
  return places
}

/** A match counts where it stands within reach of an anchor, as rules/README.md has it. */
function placesWhere({ pattern, anchors }: { pattern: RegExp; anchors: string[] }, { clean, small }: Paper): Match[] {
  const places: Match[] = []
  for (const { 0: found, index: start } of matches(pattern, clean)) {
    const end = start + found.length
    if (found !== '' && anchors.some((anchor) => isWithinReach(start, end, anchor, small)))
      places.push({ start, end, fact: undefined })
  }
  return places
}

function isWithinReach(start: number, end: number, anchor: string, text: string): boolean {
  const from = Math.max(0, end - PATTERN_REACH - anchor.length)
  return text.slice(from, start + PATTERN_REACH + anchor.length).includes(anchor)
}

/** Nothing that a rule has seen serves the next, but for the findings it may be composed of. */
function forget({ elements, others }: PlainRule, { matches, indexes, longest, lists }: Board) {
  for (const terms of elements) for (const { number } of terms) matches[number] = undefined
  for (const { number } of others) matches[number] = undefined
  for (const list of lists) {
    indexes[list] = undefined
    longest[list] = undefined
  }
  lists.length = 0
}
