import { CATEGORIES, type Frame } from '../document.ts'
import type { FactType } from '../extract/fact.ts'
import { FRAME_WORDS } from '../normalise/key-words.ts'
import { buildTargets, type TargetWords } from '../normalise/targets.ts'
import { buildWordSearch, type WordSearch } from '../search/word-search.ts'
import type { Board } from './board.ts'
import { frameBits } from './frame-bits.ts'
import type { GroundsKept } from './kept-grounds.ts'
import { type NumberLists, numberLists } from './number-lists.ts'
import type { ExceptionReach, Rule, Rulebook, RuleElement } from './rule.ts'
import { type Term, type TermList, TermTable } from './term-table.ts'

/** A rulebook made ready to run over any number of texts: built once, read by many. */
export interface CompiledRulebook {
  rulebook: Rulebook
  rules: CompiledRule[]
  terms: Term[]
  /** The words of all terms. */
  words: WordSearch
  /** For each word, the terms that hold it; of a word of one character only those that call up rules. */
  termsOfWord: NumberLists
  /** For each term that calls up none, its words of one character: few are asked about, though some stand in every text. */
  onesOfTerm: NumberLists
  /** For each term, the rules that it calls up: they are looked at where something was seen for each of their elements. */
  rulesOfTerm: NumberLists
  /** For each rule, of each element beside the one that called it up how many terms it has and which: of each one must be seen. */
  needsOfRule: NumberLists
  factTerms: Map<FactType, number[]>
  findingTerms: Map<string, number[]>
  /** Ids of the rules whose findings the classifier may not lower. */
  outranking: ReadonlySet<string>
  /** Highest level of any rule: compositions stand above the rules whose findings they need. */
  levels: number
  /** By word: a bit for each category, in order, of which it is a lawful mark. */
  lawfulMarks: Uint8Array
  /** Words towards which ambiguous disguises are undone. */
  targets: TargetWords
  /** What rules were found to rest on, by circumstances: most papers of a day share theirs. */
  grounds: GroundsKept
  /** For each rule the frames that it reads, as {@link frameBits}; and those that some rule reads. */
  framesOfRule: Uint16Array
  framesRead: number
  /** Different lists of terms. */
  lists: number
  /** Boards that no text uses. To make one for each short text would cost more than to read it. */
  boards: Board[]
}

export interface CompiledRule {
  rule: Rule
  elements: { id: string; terms: TermList; anywhere: boolean }[]
  /** Places of the elements, those that cost least to look for first: one that is not met ends the search. */
  cheapestFirst: number[]
  exceptions: { id: string; reach: ExceptionReach; terms: TermList; but: TermList | undefined }[]
  required: TermList
  checklist: { title: { zh: string; en: string }; terms: TermList }[]
  frames: ReadonlySet<Frame>
  level: number
}

/** Compiles the rules that run (active and on trial). The rulebook is taken to be valid. */
export function compile(rulebook: Rulebook): CompiledRulebook {
  const running = rulebook.rules.filter((rule) => rule.status === 'active' || rule.status === 'trial')
  const levelOf = levels(running)
  const onTrial = new Set(running.filter(({ status }) => status === 'trial').map(({ code }) => code))
  const terms = new TermTable(rulebook.lexicons)
  const rules = running.map((rule, number): CompiledRule => {
    const elements = rule.elements.map((element) => terms.ofElement(withoutTrials(rule, element, onTrial)))
    terms.callUp(number, elements)
    return {
      rule,
      elements,
      cheapestFirst: terms.cheapestFirst(elements),
      exceptions: rule.unless.map(({ id, any, within, but }) => ({
        id,
        reach: within,
        terms: terms.list(any),
        but: but && terms.list(but),
      })),
      required: terms.list(rule.required),
      checklist: (rule.checklist?.items ?? []).map(({ title, any }) => ({ title, terms: terms.list(any) })),
      frames: new Set(rule.frames),
      level: levelOf.get(rule.code) ?? 0,
    }
  })
  // Short words first: what is kept by word is then close together for those that are met again and again.
  const words = [...terms.words.keys()].sort((a, b) => a.length - b.length)
  return {
    rulebook,
    rules,
    terms: terms.terms,
    words: buildWordSearch(words),
    ...termsAndWords(words, terms),
    rulesOfTerm: numberLists(terms.calls),
    needsOfRule: numberLists(terms.needs),
    factTerms: terms.factTerms,
    findingTerms: terms.findingTerms,
    outranking: new Set(running.filter(({ outranks }) => outranks).map(({ id }) => id)),
    levels: Math.max(0, ...levelOf.values()),
    lawfulMarks: lawfulMarks(rulebook, words),
    targets: buildTargets([...words, ...terms.literals, ...FRAME_WORDS]),
    grounds: new Map(),
    framesOfRule: Uint16Array.from(rules, ({ rule }) => frameBits(rule.frames)),
    framesRead: frameBits(rules.flatMap(({ rule }) => rule.frames)),
    lists: terms.listCount,
    boards: [],
  }
}

/** A word of one character is noted with its terms only where that calls up rules. */
function termsAndWords(
  words: readonly string[],
  { words: termsOf, calls }: TermTable,
): Pick<CompiledRulebook, 'termsOfWord' | 'onesOfTerm'> {
  const onesOf: number[][] = calls.map(() => [])
  const termsOfWord = words.map((word, number) => {
    const all = termsOf.get(word)!
    if (word.length > 1) return all
    for (const term of all) if (calls[term]!.length === 0) onesOf[term]!.push(number)
    return all.filter((term) => calls[term]!.length > 0)
  })
  return { termsOfWord: numberLists(termsOfWord), onesOfTerm: numberLists(onesOf) }
}

function lawfulMarks({ lexicons, scoring }: Rulebook, words: readonly string[]): Uint8Array {
  const marks = new Uint8Array(words.length)
  const placeOf = new Map(words.map((word, place) => [word, place]))
  CATEGORIES.forEach((category, bit) => {
    for (const word of scoring.lawfulMarks.lexicons[category].flatMap((name) => lexicons[name] ?? [])) {
      const place = placeOf.get(word.toLowerCase())
      if (place !== undefined) marks[place]! |= 1 << bit
    }
  })
  return marks
}

/** What a rule on trial finds scores nothing, neither by itself nor as part of a composition that scores. */
function withoutTrials(rule: Rule, element: RuleElement, onTrial: ReadonlySet<string>): RuleElement {
  if (rule.status === 'trial' || onTrial.size === 0) return element
  return { ...element, any: element.any.filter((matcher) => !('finding' in matcher && onTrial.has(matcher.finding))) }
}

/** A composition runs after the rules it is made of. Circles are refused by validation. */
function levels(rules: readonly Rule[]): Map<string, number> {
  const byCode = new Map(rules.map((rule) => [rule.code, rule]))
  const found = new Map<string, number>()
  const levelOf = (code: string): number => {
    const known = found.get(code)
    if (known !== undefined) return known
    found.set(code, 0)
    const parts = (byCode.get(code)?.elements ?? []).flatMap(({ any }) =>
      any.flatMap((m) => ('finding' in m ? [m.finding] : [])),
    )
    const level = parts.length === 0 ? 0 : 1 + Math.max(...parts.map(levelOf))
    found.set(code, level)
    return level
  }
  for (const rule of rules) levelOf(rule.code)
  return found
}
