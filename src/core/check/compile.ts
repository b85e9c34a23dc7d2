import { CATEGORIES, type Frame } from '../document.ts'
import type { FactType } from '../extract/fact.ts'
import { FRAME_WORDS } from '../normalise/key-words.ts'
import { buildTargets, literalsOf, type TargetWords } from '../normalise/targets.ts'
import { type Automaton, buildAutomaton } from '../search/aho-corasick.ts'
import type { GroundsKept } from './kept-grounds.ts'
import { type NumberLists, numberLists } from './number-lists.ts'
import type { ExceptionReach, FactMatcher, Matcher, Rule, Rulebook, RuleElement } from './rule.ts'

/** A rulebook made ready to run over any number of texts: built once, read by many. */
export interface CompiledRulebook {
  rulebook: Rulebook
  rules: CompiledRule[]
  terms: Term[]
  automaton: Automaton
  /** For each word of the automaton, the terms that hold it. */
  termsOfWord: NumberLists
  /** For each term, the rules of the elements that it can meet, and the bits of these elements at the same places. */
  usesOfTerm: NumberLists & { bits: Uint32Array }
  /** For each rule, all bits of its elements; the rule is looked at once each of them was seen. */
  needs: Uint32Array
  factTerms: Map<FactType, number[]>
  findingTerms: Map<string, number[]>
  /** Ids of the rules whose findings the classifier may not lower. */
  outranking: ReadonlySet<string>
  /** Highest level of any rule: compositions stand above the rules whose findings they need. */
  levels: number
  /** By word of the automaton: a bit for each category, in order, of which it is a lawful mark. */
  lawfulMarks: Uint8Array
  /** Words towards which ambiguous disguises are undone. */
  targets: TargetWords
  /** What rules were found to rest on, by circumstances: most papers of a day share theirs. */
  grounds: GroundsKept
}

export interface CompiledRule {
  rule: Rule
  elements: { id: string; terms: readonly number[]; anywhere: boolean }[]
  /** Places of the elements, those that cost least to look for first: one that is not met ends the search. */
  cheapestFirst: number[]
  exceptions: { id: string; reach: ExceptionReach; terms: readonly number[] }[]
  required: readonly number[]
  checklist: { title: { zh: string; en: string }; terms: readonly number[] }[]
  frames: ReadonlySet<Frame>
  level: number
}

/** One thing to be seen, shared by all rules that write it alike. */
export interface Term {
  kind: 'words' | 'pattern' | 'fact' | 'finding'
  regex?: RegExp
  fact?: FactMatcher
}

/** Compiles the rules that run (active and on trial). The rulebook is taken to be valid. */
export function compile(rulebook: Rulebook): CompiledRulebook {
  const running = rulebook.rules.filter((rule) => rule.status === 'active' || rule.status === 'trial')
  const levelOf = levels(running)
  const onTrial = new Set(running.filter(({ status }) => status === 'trial').map(({ code }) => code))
  const terms = new TermTable(rulebook.lexicons)
  const rules = running.map((rule, number): CompiledRule => {
    const elements = rule.elements.map((element, bit) =>
      terms.ofElement(withoutTrials(rule, element, onTrial), { rule: number, bit: 1 << bit }),
    )
    return {
      rule,
      elements,
      cheapestFirst: terms.cheapestFirst(elements),
      exceptions: rule.unless.map(({ id, any, within }) => ({ id, reach: within, terms: terms.list(any) })),
      required: terms.list(rule.required),
      checklist: (rule.checklist?.items ?? []).map(({ title, any }) => ({ title, terms: terms.list(any) })),
      frames: new Set(rule.frames),
      level: levelOf.get(rule.code) ?? 0,
    }
  })
  return {
    rulebook,
    rules,
    terms: terms.terms,
    automaton: buildAutomaton([...terms.words.keys()]),
    termsOfWord: numberLists([...terms.words.values()]),
    usesOfTerm: {
      ...numberLists(terms.uses.map((uses) => uses.map(({ rule }) => rule))),
      bits: numberLists(terms.uses.map((uses) => uses.map(({ bit }) => bit))).items,
    },
    needs: Uint32Array.from(rules, ({ elements }) => 2 ** elements.length - 1),
    factTerms: terms.factTerms,
    findingTerms: terms.findingTerms,
    outranking: new Set(running.filter(({ outranks }) => outranks).map(({ id }) => id)),
    levels: Math.max(0, ...levelOf.values()),
    lawfulMarks: lawfulMarks(rulebook, [...terms.words.keys()]),
    targets: buildTargets([...terms.words.keys(), ...terms.literals, ...FRAME_WORDS]),
    grounds: new Map(),
  }
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

/** Gives each different matcher one number, and each different word one place in the automaton. Lives while compiling. */
class TermTable {
  readonly terms: Term[] = []
  /** By term: the elements that it can meet. */
  readonly uses: { rule: number; bit: number }[][] = []
  readonly words = new Map<string, number[]>()
  /** What stands in patterns as it is written. */
  readonly literals: string[] = []
  readonly factTerms = new Map<FactType, number[]>()
  readonly findingTerms = new Map<string, number[]>()
  private readonly numbers = new Map<string, number>()
  private readonly lists = new Map<string, readonly number[]>()
  private readonly lexicons: Rulebook['lexicons']

  constructor(lexicons: Rulebook['lexicons']) {
    this.lexicons = lexicons
  }

  ofElement(element: RuleElement, use: { rule: number; bit: number }): CompiledRule['elements'][number] {
    const numbers = this.list(element.any)
    for (const number of new Set(numbers)) this.uses[number]!.push(use)
    return { id: element.id, terms: numbers, anywhere: element.anywhere ?? false }
  }

  /** The terms of a list of matchers. Lists that are alike are one, so that what is worked out for one rule serves the others. */
  list(any: readonly Matcher[]): readonly number[] {
    const numbers = any.map((matcher) => this.of(matcher))
    // Findings come up while rules run: what one rule has seen of them is not all that the next one sees.
    if (any.some((matcher) => 'finding' in matcher)) return numbers
    const key = numbers.join()
    const known = this.lists.get(key)
    if (known) return known
    this.lists.set(key, numbers)
    return numbers
  }

  cheapestFirst(elements: CompiledRule['elements']): number[] {
    const cost = (i: number) =>
      elements[i]!.terms.reduce((sum, term) => sum + (this.terms[term]!.kind === 'pattern' ? 100 : 1), 0)
    return elements.map((_, i) => i).sort((a, b) => cost(a) - cost(b))
  }

  of(matcher: Matcher): number {
    const key = JSON.stringify(matcher)
    const known = this.numbers.get(key)
    if (known !== undefined) return known
    const number = this.terms.length
    this.numbers.set(key, number)
    this.uses.push([])
    if ('fact' in matcher) {
      this.terms.push({ kind: 'fact', fact: matcher })
      put(this.factTerms, matcher.fact, number)
    } else if ('finding' in matcher) {
      this.terms.push({ kind: 'finding' })
      put(this.findingTerms, matcher.finding, number)
    } else if ('pattern' in matcher) {
      this.terms.push({ kind: 'pattern', regex: new RegExp(matcher.pattern, 'gi') })
      this.addWords(matcher.anchors, number)
      for (const literal of literalsOf(matcher.pattern)) this.literals.push(literal)
    } else {
      this.terms.push({ kind: 'words' })
      this.addWords('lexicon' in matcher ? this.lexicons[matcher.lexicon]! : matcher.words, number)
    }
    return number
  }

  private addWords(words: readonly string[], term: number) {
    for (const word of new Set(words.map((text) => text.toLowerCase()))) put(this.words, word, term)
  }
}

function put<K>(map: Map<K, number[]>, key: K, number: number) {
  const list = map.get(key)
  if (list) list.push(number)
  else map.set(key, [number])
}
