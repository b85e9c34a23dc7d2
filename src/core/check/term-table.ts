import type { FactType } from '../extract/fact.ts'
import { literalsOf } from '../normalise/targets.ts'
import type { CompiledRule } from './compile.ts'
import type { FactMatcher, Matcher, Rulebook, RuleElement } from './rule.ts'

/** One thing to be seen, shared by all rules that write it alike. */
export interface Term {
  kind: 'words' | 'pattern' | 'fact' | 'finding'
  regex: RegExp | undefined
  fact: FactMatcher | undefined
}

/** Terms any of which will do. Lists that are alike are one, so that what is worked out for one rule serves the others. */
export interface TermList {
  number: number
  terms: readonly number[]
  /** Findings come up while rules run: what one rule has seen of them is not all that the next one sees. Such a list is one rule's own. */
  hasFindings: boolean
}

/** Gives each different matcher one number, and each different word one place in the search. Lives while compiling. */
export class TermTable {
  readonly terms: Term[] = []
  /** By term: the rules that it calls up. */
  readonly calls: number[][] = []
  /** By rule, once it is called up: of each further element, the rarest first, how many terms it has and which. */
  readonly needs: number[][] = []
  readonly words = new Map<string, number[]>()
  /** What stands in patterns as it is written. */
  readonly literals: string[] = []
  readonly factTerms = new Map<FactType, number[]>()
  readonly findingTerms = new Map<string, number[]>()
  listCount = 0
  private readonly numbers = new Map<string, number>()
  /** By term: a guess of how often it is seen in a character of text. */
  private readonly frequency: number[] = []
  private readonly lists = new Map<string, TermList>()
  private readonly lexicons: Rulebook['lexicons']

  constructor(lexicons: Rulebook['lexicons']) {
    this.lexicons = lexicons
  }

  ofElement(element: RuleElement): CompiledRule['elements'][number] {
    return { id: element.id, terms: this.list(element.any), anywhere: element.anywhere ?? false }
  }

  /**
   * A rule is called up by the rarest of its elements: what most papers hold (养老, 元) would call up most rules for nothing. A rule that
   * needs findings is called up by each of its elements, since findings come up last.
   */
  callUp(rule: number, elements: CompiledRule['elements']) {
    const isComposed = elements.some(({ terms }) => terms.hasFindings)
    const rarestFirst = [...elements].sort((a, b) => this.commonness(a) - this.commonness(b))
    const by = isComposed ? elements : rarestFirst.slice(0, 1)
    for (const term of new Set(by.flatMap(({ terms }) => terms.terms))) this.calls[term]!.push(rule)
    const others = isComposed ? rarestFirst : rarestFirst.slice(1)
    this.needs.push(others.flatMap(({ terms: { terms } }) => [terms.length, ...terms]))
  }

  private commonness({ terms: { terms } }: CompiledRule['elements'][number]): number {
    return terms.reduce((sum, term) => sum + this.frequency[term]!, 0)
  }

  /** The terms of a list of matchers. */
  list(any: readonly Matcher[]): TermList {
    const terms = any.map((matcher) => this.of(matcher))
    const hasFindings = any.some((matcher) => 'finding' in matcher)
    const key = terms.join()
    const known = hasFindings ? undefined : this.lists.get(key)
    if (known) return known
    const list = { number: this.listCount++, terms, hasFindings }
    if (!hasFindings) this.lists.set(key, list)
    return list
  }

  cheapestFirst(elements: CompiledRule['elements']): number[] {
    const cost = (i: number) =>
      elements[i]!.terms.terms.reduce((sum, term) => sum + (this.terms[term]!.kind === 'pattern' ? 100 : 1), 0)
    return elements.map((_, i) => i).sort((a, b) => cost(a) - cost(b))
  }

  of(matcher: Matcher): number {
    const key = JSON.stringify(matcher)
    const known = this.numbers.get(key)
    if (known !== undefined) return known
    const number = this.terms.length
    this.numbers.set(key, number)
    this.calls.push([])
    this.frequency.push(FACT_FREQUENCY)
    if ('fact' in matcher) {
      this.terms.push({ kind: 'fact', regex: undefined, fact: matcher })
      put(this.factTerms, matcher.fact, number)
    } else if ('finding' in matcher) {
      this.terms.push({ kind: 'finding', regex: undefined, fact: undefined })
      put(this.findingTerms, matcher.finding, number)
    } else if ('pattern' in matcher) {
      this.terms.push({ kind: 'pattern', regex: new RegExp(matcher.pattern, 'gi'), fact: undefined })
      this.addWords(matcher.anchors, number)
      for (const literal of literalsOf(matcher.pattern)) this.literals.push(literal)
    } else {
      this.terms.push({ kind: 'words', regex: undefined, fact: undefined })
      this.addWords('lexicon' in matcher ? this.lexicons[matcher.lexicon]! : matcher.words, number)
    }
    return number
  }

  private addWords(words: readonly string[], term: number) {
    this.frequency[term] = 0
    for (const word of new Set(words.map((text) => text.toLowerCase()))) {
      put(this.words, word, term)
      this.frequency[term]! += 0.05 ** word.length
    }
  }
}

function put<K>(map: Map<K, number[]>, key: K, number: number) {
  const list = map.get(key)
  if (list) list.push(number)
  else map.set(key, [number])
}

/** About as often as one word of a single character. */
const FACT_FREQUENCY = 0.05
