import type { Matcher, Rule, RuleElement, RuleException } from '../core/check/rule.ts'
import { isMap, list } from './fields.ts'
import type { AuthorsRulebook } from './load.ts'
import { REGIONS } from './read-matchers.ts'
import type { YamlNode } from './yaml-source.ts'

/** The words of a matcher that has any by themselves. */
export type WordsOf = (matcher: Matcher) => readonly string[] | undefined

/** An element's word that the rule's own exception always silences, and an exception whose words can never do anything. */
export function exceptionsAgainstElements(rule: Rule, root: YamlNode, wordsOf: WordsOf) {
  const near = rule.elements.filter(({ anywhere }) => !anywhere)
  const counted = rule.elements.flatMap(({ any }) => any)
  const elementWords = counted.flatMap((matcher) => wordsOf(matcher) ?? [])
  const wordsAlone = counted.every((matcher) => wordsOf(matcher) !== undefined)
  rule.unless.forEach((exception, index) => {
    const node = root.at('unless').at(index)
    const words = exception.any.flatMap((matcher) => wordsOf(matcher) ?? [])
    for (const word of words) {
      const silenced = silencedBy(word, exception, near, rule, wordsOf)
      if (silenced.length > 0)
        node.doubt(
          `"${word}" always silences ${silenced.map((w) => `"${w}"`).join(', ')} of the rule's own elements; allowed: a longer word here, or none there`,
        )
    }
    if (exception.within !== 'phrase' || !wordsAlone) return
    const idle = words.filter((word) => !elementWords.some((other) => canOverlap(word, other)))
    if (idle.length > 0)
      node.doubt(
        `${idle.map((w) => `"${w}"`).join(', ')} can never overlap a word of the elements, and within: phrase asks for that; allowed: within: clause, or no such word`,
      )
  })
}

/** A word of `but:` that stands in a word of the exception itself: there it never holds. One that rules share is told once, in its own file. */
export function exceptionsLiftedByThemselves(
  rules: readonly Rule[],
  { sources, exceptionSources }: Pick<AuthorsRulebook, 'sources' | 'exceptionSources'>,
  wordsOf: WordsOf,
) {
  const told = new Set<string>()
  for (const rule of rules) {
    rule.unless.forEach(({ any, but = [] }, index) => {
      const item = sources.get(rule.id)!.root.at('unless').at(index)
      const name = sharedName(item)
      if (name !== undefined && told.has(name)) return
      if (name !== undefined) told.add(name)
      const root = name === undefined ? item : exceptionSources.get(name)!.root
      const own = any.flatMap((matcher) => wordsOf(matcher) ?? [])
      for (const { place, word, holds } of heldBy(but, own, wordsOf))
        root
          .at('but')
          .at(place)
          .doubt(
            `"${word}" in but: stands in ${quoted(holds)} of the exception's own any:, which never holds there; allowed: the word in one of the two`,
          )
    })
  }
}

/**
 * A word of `but:` that stands in a word which the rule itself asks for: beside it the exception never holds. One that rules share is made
 * for others too, and is doubted only where the rule asks for nothing beside which it could hold.
 */
export function exceptionsLiftedByOwnWords(rule: Rule, root: YamlNode, wordsOf: WordsOf) {
  rule.unless.forEach(({ id, within, but = [] }, index) => {
    if (but.length === 0) return
    const item = root.at('unless').at(index)
    const judged = elementsBeside(within, rule)
    if (sharedName(item) === undefined) {
      const own = judged.flatMap(({ any }) => any.flatMap((matcher) => wordsOf(matcher) ?? []))
      for (const { place, word, holds } of heldBy(but, own, wordsOf))
        item
          .at('but')
          .at(place)
          .doubt(
            `"${word}" in but: stands in ${quoted(holds)} of the rule's own elements, beside which the exception does not hold; allowed: a longer word in but:, or none there`,
          )
      return
    }
    const never = judged.find(({ any }) =>
      any.every((matcher) => wordsOf(matcher)?.every((word) => heldBy(but, [word], wordsOf).length > 0)),
    )
    if (never)
      item.doubt(
        `every word of the element "${never.id}" holds one of but: of the exception "${id}", which never holds here; allowed: to leave it out`,
      )
  })
}

/** The elements that stand within reach of an exception whenever it is asked about: the one it is looked for around, and those no further off than it reaches. */
function elementsBeside(reach: RuleException['within'], { elements, kind, within }: Rule): readonly RuleElement[] {
  const near = elements.filter(({ anywhere }) => !anywhere)
  const regions: readonly unknown[] = REGIONS
  const reachesAll = regions.includes(within) && regions.indexOf(reach) >= regions.indexOf(within)
  if (kind === 'accumulation' || (kind === 'nearby' && reachesAll)) return near
  return kind === 'contradiction' ? near.slice(1, 2) : near.slice(0, 1)
}

/** The words of `any` that stand in one of `words`, with those. */
function heldBy(any: readonly Matcher[], words: readonly string[], wordsOf: WordsOf) {
  return any.flatMap((matcher, place) =>
    [...new Set(wordsOf(matcher))].flatMap((word) => {
      const holds = words.filter((other) => other.includes(word))
      return holds.length > 0 ? [{ place, word, holds }] : []
    }),
  )
}

function quoted(words: readonly string[]): string {
  return [...new Set(words)].map((word) => `"${word}"`).join(', ')
}

function sharedName(item: YamlNode): string | undefined {
  return isMap(item.value) && typeof item.value.shared === 'string' ? item.value.shared : undefined
}

/** The same shared exception again: the second does nothing. */
export function sharedTwice(root: YamlNode) {
  const known = new Set<string>()
  for (const item of list(root.at('unless'))) {
    const name = sharedName(item)
    if (name === undefined) continue
    if (known.has(name)) item.doubt(`shared: ${name} stands twice in unless:; allowed: once`)
    known.add(name)
  }
}

/** Which of the elements' words hold the exception's word, so that it stands there whenever they do. */
function silencedBy(
  word: string,
  exception: RuleException,
  near: readonly RuleElement[],
  rule: Rule,
  wordsOf: WordsOf,
): string[] {
  // What stands before a word is no part of it.
  if (exception.within === 'before') return []
  // Beyond the phrase, an exception is looked for around the first element.
  const judged = exception.within === 'phrase' || rule.kind === 'accumulation' ? near : near.slice(0, 1)
  if (rule.kind === 'contradiction' && exception.within !== 'phrase') return []
  return judged
    .flatMap(({ any }) => any.flatMap((matcher) => wordsOf(matcher) ?? []))
    .filter((other) => other.includes(word))
}

/** Whether the two words can share a character of one text. */
function canOverlap(a: string, b: string): boolean {
  if (a.includes(b) || b.includes(a)) return true
  for (let length = 1; length < Math.min(a.length, b.length); length++) {
    if (a.endsWith(b.slice(0, length)) || b.endsWith(a.slice(0, length))) return true
  }
  return false
}
