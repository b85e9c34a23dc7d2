import { canonical } from '../core/canonical.ts'
import type { BasisCondition, Matcher, Rule, RuleBasis } from '../core/check/rule.ts'
import {
  exceptionsAgainstElements,
  exceptionsLiftedByOwnWords,
  exceptionsLiftedByThemselves,
  sharedTwice,
  type WordsOf,
} from './doubtful-exceptions.ts'
import type { AuthorsRulebook } from './load.ts'
import { sharedIn } from './read-exceptions.ts'
import type { Mistake, YamlNode } from './yaml-source.ts'

/**
 * What is written correctly and yet cannot work, or works against itself: told at its place, for the author to mend or to mean.
 * Rules that do not run (draft, retired) are left alone.
 */
export function findConflicts(
  given: Pick<AuthorsRulebook, 'rulebook' | 'sources' | 'lexiconSources' | 'exceptionSources'>,
): Mistake[] {
  const { rulebook, sources, lexiconSources, exceptionSources } = given
  const running = rulebook.rules.filter(({ status }) => status === 'active' || status === 'trial')
  const wordsOf = (matcher: Matcher): readonly string[] | undefined => {
    if ('words' in matcher) return matcher.words
    return 'lexicon' in matcher ? rulebook.lexicons[matcher.lexicon] : undefined
  }
  sameElements(running, (rule) => sources.get(rule.id)!.root)
  for (const rule of running) {
    const { root } = sources.get(rule.id)!
    repeatedWords(rule, root, wordsOf)
    exceptionsAgainstElements(rule, root, wordsOf)
    exceptionsLiftedByOwnWords(rule, root, wordsOf)
    sharedTwice(root)
    basisNeverCited(rule, root, given)
    partsThatDoNotRun(rule, root, rulebook.rules)
  }
  for (const [name, source] of lexiconSources) {
    if (!running.some((rule) => allMatchers(rule).some((matcher) => 'lexicon' in matcher && matcher.lexicon === name)))
      source.root.doubt(`no rule that runs uses the lexicon "${name}"; allowed: to use it, or to delete the file`)
  }
  exceptionsLiftedByThemselves(running, given, wordsOf)
  const shared = new Set(running.flatMap(({ id }) => sharedIn(sources.get(id)!.root)))
  for (const [name, source] of exceptionSources) {
    if (!shared.has(name))
      source.root.doubt(
        `no rule that runs uses the shared exception "${name}"; allowed: to use it, or to delete the file`,
      )
  }
  return [...sources.values(), ...lexiconSources.values(), ...exceptionSources.values()].flatMap(({ doubts }) => doubts)
}

function allMatchers({ elements, required, unless, checklist }: Rule): Matcher[] {
  const lists: readonly { any: Matcher[] }[] = [
    ...elements,
    ...unless,
    ...unless.map(({ but = [] }) => ({ any: but })),
    ...(checklist?.items ?? []),
  ]
  return [...required, ...lists.flatMap(({ any }) => any)]
}

/** Two rules that ask for the same: one of them is not needed, or they disagree on what it means. */
function sameElements(rules: readonly Rule[], rootOf: (rule: Rule) => YamlNode) {
  const known = new Map<string, Rule>()
  for (const rule of rules) {
    const asks = rule.elements.map(({ any, anywhere }) => ({ any, anywhere }))
    const { kind, within, documents, entities, region, required, checklist, unless, steps } = rule
    const key = canonical({ asks, kind, within, documents, entities, region, required, checklist, unless, steps })
    const other = known.get(key)
    if (!other) {
      known.set(key, rule)
      continue
    }
    const at = rootOf(rule).at('elements')
    if (other.category === rule.category)
      at.doubt(`asks for the same as ${other.code} (${other.id}); allowed: one rule with both bases`)
    else
      at.doubt(
        `asks for the same as ${other.code} (${other.id}) and calls it ${rule.category}, not ${other.category}; allowed: something that tells the two apart`,
      )
  }
}

/** A word written twice in one element is idle; one shared by two elements of a rule must stand twice in the text, which is seldom meant. */
function repeatedWords(rule: Rule, root: YamlNode, wordsOf: WordsOf) {
  rule.elements.forEach((element, index) => {
    const node = elementNode(root, rule, index)?.at('any')
    const own = new Set<string>()
    element.any.forEach((matcher, place) => {
      const words = wordsOf(matcher) ?? []
      // Two lexicons may share words: each is made for more than this element.
      const twice = 'words' in matcher ? words.filter((word, i) => own.has(word) || words.indexOf(word) < i) : []
      if (twice.length > 0) node?.at(place).doubt(`${said(twice)} twice in the element "${element.id}"; allowed: once`)
      for (const word of words) own.add(word)
    })
    if (element.anywhere) return
    for (const earlier of rule.elements.slice(0, index).filter(({ anywhere }) => !anywhere)) {
      const shared = earlier.any.flatMap((matcher) => wordsOf(matcher) ?? []).filter((word) => own.has(word))
      if (shared.length > 0)
        node?.doubt(
          `${said(shared)} in the elements "${earlier.id}" and "${element.id}"; a word is never two elements, so it must stand twice in a text; allowed: in one of them, unless that is meant`,
        )
    }
  })
}

function said(words: readonly string[]): string {
  const named = [...new Set(words)].map((word) => `"${word}"`)
  return `${named.join(', ')} ${named.length === 1 ? 'stands' : 'stand'}`
}

/** An article that is never in force while the rule's entry for it is, or that binds nobody the rule can concern. */
function basisNeverCited(rule: Rule, root: YamlNode, { rulebook }: Pick<AuthorsRulebook, 'rulebook'>) {
  rule.basis.forEach((entry, index) => {
    const node = root.at('basis').at(index)
    const article = rulebook.basis[entry.id]!
    if (neverInForce(entry, article.from, article.to))
      node.doubt(
        `${entry.id} stood from ${article.from} to ${article.to ?? 'today'}, and the entry asks for another time; it is never cited; allowed: days within that range`,
      )
    if (entry.entity && rule.entities && !entry.entity.members.some((member) => rule.entities!.includes(member)))
      node.doubt(
        `${entry.id} binds ${entry.entity.group}, and the rule concerns ${rule.entities.join(', ')} alone; it is never cited; allowed: an article that binds them`,
      )
    if (entry.region && rule.region && !regionsMeet(entry.region, rule.region))
      node.doubt(
        `${entry.id} binds ${entry.region.group}, and the rule is one of ${rule.region.group}; it is never cited; allowed: an article of that region`,
      )
  })
}

function neverInForce(entry: RuleBasis, from: string, to: string | null): boolean {
  const begins = entry.from && entry.from > from ? entry.from : from
  const ends = entry.to && (to === null || entry.to < to) ? entry.to : to
  return ends !== null && ends < begins
}

function regionsMeet(a: BasisCondition<string>, b: BasisCondition<string>): boolean {
  return a.members.some((one) => b.members.some((other) => one.startsWith(other) || other.startsWith(one)))
}

/** A composition counts what its parts find: nothing, where a part is on trial, does not run or reads other papers. */
function partsThatDoNotRun(rule: Rule, root: YamlNode, rules: readonly Rule[]) {
  rule.elements.forEach((element, index) => {
    element.any.forEach((matcher, place) => {
      if (!('finding' in matcher)) return
      const part = rules.find(({ code }) => code === matcher.finding)
      const node = elementNode(root, rule, index)?.at('any').at(place)
      if (part && (part.status === 'draft' || part.status === 'retired'))
        node?.doubt(`${part.code} is ${part.status} and finds nothing; allowed: a rule that is active`)
      if (part?.status === 'trial' && rule.status === 'active')
        node?.doubt(
          `${part.code} is on trial and counts for nothing in a composition that is active; allowed: status: trial here, or active there`,
        )
      if (part && !part.documents.some((kind) => rule.documents.includes(kind)))
        node?.doubt(
          `${part.code} reads ${part.documents.join(', ')}, this composition ${rule.documents.join(', ')}; they never meet; allowed: a kind of paper both read`,
        )
    })
  })
}

/** Where an element stands in the rule's own file; those that come from a standard stand elsewhere. */
function elementNode(root: YamlNode, rule: Rule, index: number): YamlNode | undefined {
  const written = root.at('elements').value
  const own = Array.isArray(written) ? written.length : 0
  const at = index - (rule.elements.length - own)
  return at < 0 ? undefined : root.at('elements').at(at)
}
