import { type CompiledRulebook, compile } from '../../src/core/check/compile.ts'
import type { Rule } from '../../src/core/check/rule.ts'
import { versionOf } from '../../src/rulebook/version.ts'
import { shipped } from './rulebook.ts'

/** Another version: the shipped rulebook with its rules changed, under the hash it then has. */
export function versionWith(change: (rules: Rule[]) => Rule[]): CompiledRulebook {
  const { rules, lexicons, basis, scoring } = shipped.rulebook
  const content = { rules: change(rules), lexicons, basis, scoring }
  return compile({ hash: versionOf(content), ...content })
}

/** The shipped rulebook without the rules of these codes, compiled once however often it is asked for. */
export function versionWithout(...codes: string[]): CompiledRulebook {
  const known = without.get(codes.join())
  if (known) return known
  const compiled = versionWith((rules) => rules.filter(({ code }) => !codes.includes(code)))
  without.set(codes.join(), compiled)
  return compiled
}

const without = new Map<string, CompiledRulebook>()
