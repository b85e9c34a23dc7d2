import { matches } from '../core/search/matches.ts'
import type { AuthorsRulebook } from './load.ts'
import { matchWithoutAnchor } from './match-without-anchor.ts'
import type { Mistake, YamlNode } from './yaml-source.ts'

/**
 * Mistakes, told at the anchors: patterns of rules that run, of shared exceptions and of standards, with a match that holds no anchor. Such a match is found
 * only where an anchor happens to stand near by. It is looked for in what the pattern can say, and in the examples of all rules.
 */
export function findUnanchored(
  given: Pick<AuthorsRulebook, 'rulebook' | 'sources' | 'exceptionSources' | 'standardSources' | 'examples'>,
): Mistake[] {
  const { rulebook, sources, exceptionSources, standardSources, examples } = given
  const running = rulebook.rules.filter(({ status }) => status === 'active' || status === 'trial')
  const files = [...standardSources, ...exceptionSources.values(), ...running.map(({ id }) => sources.get(id)!)]
  const texts = [...examples.values()].flatMap(({ hits, misses }) => [...hits, ...misses].map(({ text }) => text))
  // Two blank lines: no pattern reaches from one example into the next.
  const written = texts.join('\n\n\n')
  const known = new Map<string, Unanchored | undefined>()
  for (const { root } of files) {
    for (const { matcher, node } of patternsIn(root)) {
      const name = JSON.stringify(matcher)
      if (!known.has(name)) known.set(name, unanchored(matcher, written))
      const found = known.get(name)
      if (found) node.at('anchors').complain(sayUnanchored(found))
    }
  }
  return files.flatMap(({ mistakes }) => mistakes)
}

interface PatternMatcher {
  pattern: string
  anchors: string[]
}

/** A match without an anchor. */
interface Unanchored {
  match: string
  /** Whether an example says it, not the pattern alone. */
  isWritten: boolean
}

function sayUnanchored({ match, isWritten }: Unanchored): string {
  const where = isWritten ? ', which an example holds,' : ''
  return `the pattern matches ${JSON.stringify(match)}${where} and that holds none of its anchors: it is found only where one stands near by; allowed: anchors of which every match holds one, or a pattern without that match`
}

/** What an example holds is told before what the pattern could say. */
function unanchored(matcher: PatternMatcher, written: string): Unanchored | undefined {
  const anchors = matcher.anchors.map((anchor) => anchor.toLowerCase())
  const inExample = matches(new RegExp(matcher.pattern, 'gi'), written).find(
    ([match]) => match !== '' && !anchors.some((anchor) => match.toLowerCase().includes(anchor)),
  )
  if (inExample) return { match: inExample[0], isWritten: true }
  const match = matchWithoutAnchor(matcher)
  return match === undefined ? undefined : { match, isWritten: false }
}

/** Every pattern under a node, wherever rules and standards may have one. */
function* patternsIn(node: YamlNode): Generator<{ matcher: PatternMatcher; node: YamlNode }> {
  const { value } = node
  if (typeof value !== 'object' || value === null) return
  if ('pattern' in value && 'anchors' in value) yield { matcher: value as PatternMatcher, node }
  else for (const key of Object.keys(value)) yield* patternsIn(node.at(Array.isArray(value) ? Number(key) : key))
}
