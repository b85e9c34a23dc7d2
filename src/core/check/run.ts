import type { Circumstances, Span } from '../document.ts'
import type { Fact } from '../extract/fact.ts'
import type { Framing } from '../frame/frame.ts'
import { type CleanText, originalSpan } from '../normalise/clean-text.ts'
import { type Footing, footing } from './basis.ts'
import type { CompiledRule, CompiledRulebook } from './compile.ts'
import type { Finding } from './finding.ts'
import type { Claim } from './kinds/claim.ts'
import { KINDS_OF_RULE } from './kinds/index.ts'
import { regionAt } from './regions.ts'
import { announceFinding, frameOf, look, type Seen } from './seen.ts'

/**
 * What the rulebook finds in one document, in order of place. One pass over the text; then only the rules are looked at for each of
 * whose elements something was seen. Spans are into the original.
 */
export function check(
  clean: CleanText,
  facts: readonly Fact[],
  framing: Framing,
  circumstances: Circumstances,
  compiled: CompiledRulebook,
  /** False when the kind was only guessed: a judgment is then no accusation. */
  kindGiven = true,
): Finding[] {
  const seen = look(clean, facts, framing, kindGiven ? circumstances.kind : 'unknown', compiled)
  const findings: Finding[] = []
  for (const candidates of seen.candidates) {
    for (const candidate of candidates) findings.push(...apply(candidate, seen, circumstances))
  }
  return findings.sort((a, b) => a.start - b.start || a.end - b.end || (a.rule < b.rule ? -1 : 1))
}

function apply(compiled: CompiledRule, seen: Seen, circumstances: Circumstances): Finding[] {
  const { rule } = compiled
  const { kind, entity } = circumstances
  if (kind !== 'unknown' && !rule.documents.includes(kind)) return []
  if (entity !== 'unknown' && rule.entities && !rule.entities.includes(entity)) return []
  const ground = footing(rule, circumstances, seen.compiled.rulebook.basis)
  if (!ground) return []
  const claims = onePerClause(KINDS_OF_RULE[rule.kind](compiled, seen), seen)
  return claims.map((claim) => {
    announceFinding(seen, rule.code, claim.end > claim.start ? claim : claim.elements[0]!.match)
    return findingOf(compiled, claim, ground, seen)
  })
}

/** The same rule twice in one clause tells the officer nothing more; the shorter quotation is kept. */
function onePerClause(claims: Claim[], seen: Seen): Claim[] {
  const kept = new Map<number, Claim>()
  for (const claim of claims) {
    const clause = regionAt(seen.regions, 'clause', claim.start).start
    const known = kept.get(clause)
    if (!known || claim.end - claim.start < known.end - known.start) kept.set(clause, claim)
  }
  return [...kept.values()]
}

function findingOf({ rule }: CompiledRule, claim: Claim, ground: Footing, seen: Seen): Finding {
  const place = quoted(seen.clean, claim)
  const frame = frameOf(seen, claim.elements[0]!.match.start)
  const factor = seen.compiled.rulebook.scoring.frameFactor[frame] ?? 1
  const value = claim.elements.find(({ match }) => match.fact)?.match.fact?.value
  const words = { quote: place.quote || quoted(seen.clean, claim.elements[0]!.match).quote, value: String(value ?? '') }
  return {
    rule: rule.id,
    code: rule.code,
    category: rule.category,
    severity: claim.severity ?? rule.severity,
    confidence: Math.round(rule.confidence * factor * 1000) / 1000,
    ...place,
    frame,
    basis: ground.basis,
    message: { zh: fill(rule.message.zh, words), en: fill(rule.message.en, words) },
    elements: claim.elements.map(({ id, match }) => ({ element: id, ...quoted(seen.clean, match) })),
    ...(ground.unscored && { unscored: ground.unscored }),
  }
}

function quoted(clean: CleanText, { start, end }: Span): Span & { quote: string } {
  const span = originalSpan(clean, start, end)
  return { ...span, quote: clean.original.slice(span.start, span.end) }
}

function fill(message: string, words: Record<string, string>): string {
  return message.replace(/\{(quote|value)\}/g, (_, name: string) => words[name] ?? '')
}
