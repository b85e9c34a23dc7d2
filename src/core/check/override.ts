import type { Finding } from './finding.ts'
import type { Rule } from './rule.ts'

/**
 * Where a rule of a stricter measure stands on firm ground (a local cap), the laxer one at the same place is shown, with the rule
 * that goes before it, and counts nothing: one fact is not held against the seller twice.
 */
export function override(findings: readonly Finding[], rules: readonly Rule[]): Finding[] {
  if (findings.length === 0) return []
  const laxer = new Map<string, readonly string[]>()
  for (const { code, overrides } of rules) if (overrides) laxer.set(code, overrides)
  const strict = findings.filter(({ code, unscored }) => laxer.has(code) && !unscored)
  if (strict.length === 0) return [...findings]
  return findings.map((finding) => {
    const by = strict.find((one) => laxer.get(one.code)!.includes(finding.code) && overlap(one, finding))
    return by ? { ...finding, overriddenBy: by.code, unscored: finding.unscored ?? 'overridden' } : finding
  })
}

function overlap(a: Finding, b: Finding): boolean {
  return a.start < b.end && b.start < a.end
}
