import { canonical } from '../canonical.ts'
import type { Rule, Rulebook } from './rule.ts'

export interface NamedRule {
  code: string
  rule: string
  title: { zh: string; en: string }
}

/** What one version of the rulebook has otherwise than another. */
export interface RulebookChanges {
  added: NamedRule[]
  removed: NamedRule[]
  /** With the parts that differ: `elements`, `severity`, `status` … */
  changed: (NamedRule & { parts: string[] })[]
  lexicons: string[]
  articles: string[]
  scoring: boolean
}

/** Rules are the same by their code, which belongs to one rule for ever. */
export function changesBetween(before: Rulebook, after: Rulebook): RulebookChanges {
  const old = new Map(before.rules.map((rule) => [rule.code, rule]))
  const kept = new Set(after.rules.map(({ code }) => code))
  return {
    added: after.rules.filter(({ code }) => !old.has(code)).map(named),
    removed: before.rules.filter(({ code }) => !kept.has(code)).map(named),
    changed: after.rules.flatMap((rule) => {
      const parts = partsThatDiffer(old.get(rule.code), rule)
      return parts.length > 0 ? [{ ...named(rule), parts }] : []
    }),
    lexicons: keysThatDiffer(before.lexicons, after.lexicons),
    articles: keysThatDiffer(before.basis, after.basis),
    scoring: canonical(before.scoring) !== canonical(after.scoring),
  }
}

function named({ code, id, title }: Rule): NamedRule {
  return { code, rule: id, title }
}

function partsThatDiffer(before: Rule | undefined, after: Rule): string[] {
  return before ? keysThatDiffer({ ...before }, { ...after }) : []
}

function keysThatDiffer(before: Record<string, unknown>, after: Record<string, unknown>): string[] {
  const keys = new Set([...Object.keys(before), ...Object.keys(after)])
  return [...keys].filter((key) => canonical(before[key]) !== canonical(after[key])).sort()
}
