import type { Rule } from '../core/check/rule.ts'
import type { YamlSource } from './yaml-source.ts'

/** What only shows when all rules are seen together: codes twice, findings of no rule, circles, elements twice. */
export function validateTogether(rules: readonly { rule: Rule; source: YamlSource }[]) {
  const byCode = new Map<string, Rule>()
  for (const { rule, source } of rules) {
    const other = byCode.get(rule.code)
    if (other) source.root.at('code').complain(`code ${rule.code} already belongs to ${other.id}; a code is used once`)
    else byCode.set(rule.code, rule)
  }
  for (const { rule, source } of rules) {
    const ids = rule.elements.map(({ id }) => id)
    if (new Set(ids).size !== ids.length) source.root.at('elements').complain('two elements have the same id')
    rule.elements.forEach(({ any }, element) => {
      any.forEach((matcher, i) => {
        if ('finding' in matcher && !byCode.has(matcher.finding)) {
          const place = source.root.at('elements').at(element).at('any').at(i).at('finding')
          place.complain(`no rule has the code ${matcher.finding}; allowed: ${[...byCode.keys()].sort().join(', ')}`)
        }
      })
    })
    rule.overrides?.forEach((other, i) => {
      if (!byCode.has(other) || other === rule.code)
        source.root.at('overrides').at(i).complain(`no other rule has the code ${other}`)
    })
    const needs = rule.elements.some(({ any }) => any.some((matcher) => 'finding' in matcher))
    if (needs && rule.kind !== 'composition')
      source.root.at('kind').complain('only kind: composition can ask for another finding')
    if (needs && isCircular(rule.code, byCode))
      source.root.at('elements').complain('this composition needs its own finding, by way of others')
    for (const [key, used] of [
      ['required', rule.required],
      ['unless', rule.unless.flatMap(({ any }) => any)],
    ] as const) {
      if (used.some((matcher) => 'finding' in matcher))
        source.root.at(key).complain(`${key} cannot ask for another finding; only elements can`)
    }
    if (rule.documents.includes('unknown'))
      source.root
        .at('documents')
        .complain('unknown is not a kind a rule is for: papers of unknown kind meet every rule')
  }
}

function isCircular(code: string, byCode: ReadonlyMap<string, Rule>): boolean {
  const visited = new Set<string>()
  const waiting = partsOf(byCode.get(code))
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next === code) return true
    if (visited.has(next)) continue
    visited.add(next)
    waiting.push(...partsOf(byCode.get(next)))
  }
  return false
}

function partsOf(rule: Rule | undefined): string[] {
  return (rule?.elements ?? []).flatMap(({ any }) =>
    any.flatMap((matcher) => ('finding' in matcher ? [matcher.finding] : [])),
  )
}
