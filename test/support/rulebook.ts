import { type CompiledRulebook, compile } from '../../src/core/check/compile.ts'
import type { BasisArticle, Rule, Rulebook } from '../../src/core/check/rule.ts'
import { loadRulebook, loadWithExamples } from '../../src/rulebook/load.ts'

/** The rulebook as shipped, read and compiled once for all specs. */
export const shipped: CompiledRulebook = compile(loadRulebook())

/** The examples of every shipped rule by its id, read once for all specs that ask. */
export function shippedExamples(): ReturnType<typeof loadWithExamples>['examples'] {
  examples ??= loadWithExamples().examples
  return examples
}
let examples: ReturnType<typeof loadWithExamples>['examples'] | undefined

/** A rule with defaults: mentions of 保本 in anybody's paper. */
export function aRule(over: Partial<Rule> = {}): Rule {
  return {
    id: 'test/rule',
    code: 'TT-01',
    title: { zh: '试', en: 'test' },
    status: 'active',
    category: 'illegal_fundraising',
    severity: 3,
    confidence: 0.8,
    documents: ['marketing', 'contract', 'complaint', 'report'],
    kind: 'mention',
    elements: [{ id: 'word', any: [{ words: ['保本'] }] }],
    required: [],
    within: 'sentence',
    frames: ['seller', 'complainant', 'other'],
    unless: [],
    basis: [{ id: 'law/1', role: 'violates' }],
    message: { zh: '“{quote}”', en: '"{quote}"' },
    falsePositives: ['引用'],
    ...over,
  }
}

/** An article in force for ever unless told otherwise. */
export function anArticle(over: Partial<BasisArticle> = {}): BasisArticle {
  return {
    id: 'law/1',
    title: { zh: '《某法》', en: 'Law' },
    article: { zh: '第一条', en: 'art. 1' },
    from: '2000-01-01',
    to: null,
    confidence: 'V',
    gist: { zh: '不得', en: 'no' },
    ...over,
  }
}

/** Compiles rules over the given articles, with the shipped scoring. */
export function aRulebook(rules: Rule[], articles: BasisArticle[] = [anArticle()]): CompiledRulebook {
  const rulebook: Rulebook = {
    hash: 'test',
    rules,
    lexicons: {},
    basis: Object.fromEntries(articles.map((article) => [article.id, article])),
    scoring: shipped.rulebook.scoring,
  }
  return compile(rulebook)
}
