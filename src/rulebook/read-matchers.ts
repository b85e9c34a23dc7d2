import type { FactMatcher, Matcher, Within } from '../core/check/rule.ts'
import { FACT_TYPES } from '../core/extract/fact.ts'
import { has, isMap, list, number, oneOf, onlyKeys, text, texts } from './fields.ts'
import { complaintAboutPattern } from './linear-pattern.ts'
import { nearestFirst } from './nearest-first.ts'
import type { YamlNode } from './yaml-source.ts'

/** What a matcher may refer to. */
export interface KnownWords {
  lexicons: ReadonlySet<string>
}

/** What shows a thing to be there; any of them. */
export function matchers(node: YamlNode, known: KnownWords): Matcher[] {
  if (node.value !== undefined && node.value !== null && !Array.isArray(node.value)) {
    node.complain(
      `${node.path.join('.')} must be a list; allowed: - { words: […] } and the like, each on a line of its own`,
    )
    return []
  }
  return list(node, 1).flatMap((item) => matcher(item, known) ?? [])
}

function matcher(node: YamlNode, known: KnownWords): Matcher | undefined {
  if (has(node, 'lexicon')) {
    onlyKeys(node, ['lexicon'])
    const lexicon = text(node.at('lexicon'))
    if (lexicon !== '' && !known.lexicons.has(lexicon)) {
      node
        .at('lexicon')
        .complain(`unknown lexicon "${lexicon}"; allowed: ${nearestFirst(lexicon, known.lexicons).join(', ')}`)
      return undefined
    }
    return { lexicon }
  }
  if (has(node, 'words')) {
    onlyKeys(node, ['words'])
    return { words: texts(node.at('words'), 1) }
  }
  if (has(node, 'pattern')) {
    onlyKeys(node, ['pattern', 'anchors'])
    const pattern = text(node.at('pattern'))
    const complaint = complaintAboutPattern(pattern)
    if (complaint) {
      node.at('pattern').complain(complaint)
      return undefined
    }
    if (!has(node, 'anchors')) {
      node.complain(
        'a pattern without anchors:; allowed: { pattern: …, anchors: […] }, words of which every match of the pattern holds one',
      )
      return undefined
    }
    return { pattern, anchors: texts(node.at('anchors'), 1) }
  }
  if (has(node, 'fact')) return fact(node)
  if (has(node, 'finding')) {
    onlyKeys(node, ['finding'])
    return { finding: code(node.at('finding')) }
  }
  const { value } = node
  if (typeof value === 'string' || typeof value === 'number')
    node.complain(`${JSON.stringify(value)} by itself is no matcher; allowed: { words: [${value}] }`)
  else node.complain('a matcher is one of: lexicon, words, pattern with anchors, fact, finding')
  return undefined
}

function fact(node: YamlNode): FactMatcher {
  onlyKeys(node, ['fact', 'role', 'basis', 'over', 'at_least', 'under', 'at_most'])
  const bound = (key: string) => number(node.at(key), -1e15, 1e15)
  return {
    fact: oneOf(node.at('fact'), FACT_TYPES),
    ...(has(node, 'role') && { role: text(node.at('role')) }),
    ...(has(node, 'basis') && { basis: oneOf(node.at('basis'), ['stated', 'implied']) }),
    ...(has(node, 'over') && { over: bound('over') }),
    ...(has(node, 'at_least') && { atLeast: bound('at_least') }),
    ...(has(node, 'under') && { under: bound('under') }),
    ...(has(node, 'at_most') && { atMost: bound('at_most') }),
  }
}

export const REGIONS = ['clause', 'sentence', 'section', 'document'] as const

export function within(node: YamlNode): Within {
  if (!isMap(node.value)) return oneOf(node, REGIONS)
  onlyKeys(node, ['characters'])
  return { characters: number(node.at('characters'), 1, 400) }
}

/** The number of a rule. */
export function code(node: YamlNode): string {
  const value = text(node)
  if (value !== '' && !/^[A-Z]{2}-\d{2,3}$/.test(value))
    node.complain(`code is "${value}"; allowed: two capitals, a hyphen and a number, as IF-02`)
  return value
}
