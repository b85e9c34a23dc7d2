import type { ExceptionReach, RuleException } from '../core/check/rule.ts'
import { bilingual, isMap, list, oneOf, onlyKeys, text } from './fields.ts'
import { nearestFirst } from './nearest-first.ts'
import { type KnownWords, matchers, REGIONS, within } from './read-matchers.ts'
import type { YamlNode } from './yaml-source.ts'

/** What the exceptions of a rule may refer to. */
export interface KnownExceptions extends KnownWords {
  /** `rules/exceptions/`, by name. */
  shared: ReadonlyMap<string, RuleException>
}

/** The exceptions of a rule. Shared ones stand in it as if they were written out, so that a rulebook is whole by itself. */
export function readExceptions(node: YamlNode, known: KnownExceptions): RuleException[] {
  return list(node).flatMap((item) => {
    if (isMap(item.value) && 'shared' in item.value) return shared(item, Object.keys(item.value), known) ?? []
    onlyKeys(item, ['id', 'any', 'within', 'but', 'shared'])
    return { id: text(item.at('id')), any: matchers(item.at('any'), known), ...reachOf(item, known) }
  })
}

/** Reads one file of `rules/exceptions/`; its name is the id. */
export function readSharedException(node: YamlNode, id: string, known: KnownWords): RuleException {
  onlyKeys(node, ['title', 'within', 'any', 'but'])
  bilingual(node.at('title'))
  const any = matchers(node.at('any'), known)
  if (any.some((matcher) => 'finding' in matcher))
    node.at('any').complain('an exception cannot ask for another finding; only elements can')
  return { id, any: any.filter((matcher) => !('finding' in matcher)), ...reachOf(node, known) }
}

/** How far an exception reaches, and beside what it does not hold. */
function reachOf(node: YamlNode, known: KnownWords): Pick<RuleException, 'within' | 'but'> {
  const within = reach(node.at('within'))
  const but = node.at('but')
  if (but.value === undefined) return { within }
  if (within === 'phrase' || within === 'before')
    but.complain(
      `but: beside within: ${within}, which asks of the words alone; allowed: within: clause, sentence, section, document or { characters }`,
    )
  const any = matchers(but, known)
  if (any.some((matcher) => 'finding' in matcher))
    but.complain('an exception cannot ask for another finding; only elements can')
  return { within, but: any.filter((matcher) => !('finding' in matcher)) }
}

/** The names of the shared exceptions a rule uses, as its file has them. */
export function sharedIn(rule: YamlNode): string[] {
  const unless = rule.at('unless').value
  return Array.isArray(unless)
    ? unless.flatMap((item) => (isMap(item) && item.shared ? [String(item.shared)] : []))
    : []
}

function shared(item: YamlNode, keys: readonly string[], known: KnownExceptions): RuleException | undefined {
  for (const key of keys.filter((other) => other !== 'shared'))
    item
      .at(key)
      .complain(
        `"${key}" beside shared:, which brings its own id, within and any; allowed: shared: alone, or an exception written out without it`,
      )
  const { value } = item.at('shared')
  if (Array.isArray(value)) {
    const each = value.map((one) => `- shared: ${one}`).join(', ') || '- shared: NAME'
    item.at('shared').complain(`shared: names one exception, not a list; allowed: ${each}, each an entry of its own`)
    return undefined
  }
  const name = text(item.at('shared'))
  const found = known.shared.get(name)
  if (name !== '' && !found) {
    const names = nearestFirst(name, known.shared.keys())
    const allowed = names.length > 0 ? names.join(', ') : 'none, for the folder exceptions/ holds none'
    item.at('shared').complain(`unknown shared exception "${name}"; allowed: ${allowed}`)
  }
  return found
}

function reach(node: YamlNode): ExceptionReach {
  if (isMap(node.value)) return within(node)
  return oneOf<'phrase' | 'before' | (typeof REGIONS)[number]>(node, ['phrase', 'before', ...REGIONS])
}
