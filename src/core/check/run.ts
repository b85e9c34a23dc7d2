import { CATEGORIES, type Category, type Circumstances, type Frame, type Span } from '../document.ts'
import type { Fact } from '../extract/fact.ts'
import type { Framing } from '../frame/frame.ts'
import { type CleanText, originalSpan } from '../normalise/clean-text.ts'
import { findWords } from '../search/word-search.ts'
import type { Footing, Ground } from './basis.ts'
import type { CompiledRule, CompiledRulebook } from './compile.ts'
import { setAside } from './excused.ts'
import type { Finding, Omitted, ProcedureHint, WithoutLaw } from './finding.ts'
import { FRAME_BIT } from './frame-bits.ts'
import { keepStrongest } from './keep-strongest.ts'
import { groundsFor } from './kept-grounds.ts'
import type { Claim } from './kinds/claim.ts'
import { KINDS_OF_RULE } from './kinds/index.ts'
import { override } from './override.ts'
import { regionAt } from './regions.ts'
import type { Rule, Severity } from './rule.ts'
import { isElsewhere } from './rule-region.ts'
import { announceFinding, frameOf, letGo, look, type Seen } from './seen.ts'

/** What the rulebook says of one document. */
export interface Checked {
  findings: Finding[]
  /** What rules of procedure tell the intake desk. */
  procedure: ProcedureHint[]
  /** Rules that met more places than are told, by code. */
  omitted: Omitted[]
  /** Rules whose words are met on a day for which no article is on record. */
  withoutLaw: WithoutLaw[]
  /** Categories of which words say that the paper is lawful; asked for only where the classifier speaks. */
  marked: () => readonly Category[]
}

/**
 * What the rulebook finds in one document, in order of place. One pass over the text; then only the rules are looked at for each of
 * whose elements something was seen. Of one rule the strongest places are told and the rest counted. Spans are into the original.
 * In a second hearing no exception silences a rule on the whole paper; its findings tell which would have (`despite`).
 */
export function check(
  clean: CleanText,
  facts: readonly Fact[],
  framing: Framing,
  circumstances: Circumstances,
  compiled: CompiledRulebook,
  hearing: 'first' | 'second' = 'first',
): Checked {
  // Judgments, warnings and notices hold nothing that is offered: no rule reads them, and they are not looked through.
  if (!framing.sentences.some(({ frame }) => (FRAME_BIT[frame] & compiled.framesRead) !== 0))
    return { findings: [], procedure: [], omitted: [], withoutLaw: [], marked: () => lawfulMarks(clean, compiled) }
  const seen = look(clean, facts, framing, compiled, hearing === 'second')
  const marked = markedLawful(seen)
  if (seen.candidates.every((candidates) => candidates.length === 0)) {
    letGo(seen)
    return { findings: [], procedure: [], omitted: [], withoutLaw: [], marked: () => marked }
  }
  const groundOf = groundsFor(compiled.grounds, circumstances, compiled.rulebook.basis)
  const told: Told = { findings: [], procedure: [], omitted: [], withoutLaw: [] }
  for (const candidates of seen.candidates)
    for (const candidate of candidates) runRule(candidate, seen, circumstances, groundOf, told)
  letGo(seen)
  return { ...inPlace(told, compiled), marked: () => marked }
}

/** What rules say, as they come to speak. */
export type Told = Omit<Checked, 'marked'>

/** Runs one rule over what was seen, and adds what it says. Rules whose findings a composition needs run before it. */
export function runRule(
  compiled: CompiledRule,
  seen: Seen,
  circumstances: Circumstances,
  groundOf: (rule: Rule) => Ground,
  told: Told,
) {
  const met = apply(compiled, seen, circumstances, groundOf)
  if (!met) return
  if ('lawless' in met) {
    told.withoutLaw.push(withoutLawOf(compiled, met.lawless, seen))
    return
  }
  const { category, code } = compiled.rule
  if (met.omitted > 0) told.omitted.push({ code, count: met.omitted })
  for (const claim of met.claims) {
    if (category === null) told.procedure.push(hintOf(compiled, claim, met.ground, seen))
    else told.findings.push(findingOf(compiled, category, claim, met.ground, seen))
  }
}

/** What all rules have said, the laxer of them overridden, in order of place. */
export function inPlace({ findings, procedure, omitted, withoutLaw }: Told, { rulebook }: CompiledRulebook): Told {
  return {
    findings: override(findings, rulebook.rules).sort(inOrder),
    procedure: procedure.sort(inOrder),
    omitted: omitted.sort((a, b) => (a.code < b.code ? -1 : 1)),
    withoutLaw: withoutLaw.sort(inOrder),
  }
}

function lawfulMarks({ text }: CleanText, { words: search, lawfulMarks }: CompiledRulebook): Category[] {
  const { words, count } = findWords(search, text)
  let bits = 0
  for (let hit = 0; hit < count; hit++) bits |= lawfulMarks[words[hit]!]!
  return CATEGORIES.filter((_, bit) => bits & (1 << bit))
}

function markedLawful({ board: { words, wordCount }, compiled: { lawfulMarks } }: Seen): Category[] {
  let bits = 0
  for (let i = 0; i < wordCount; i++) bits |= lawfulMarks[words[i]!]!
  return CATEGORIES.filter((_, bit) => bits & (1 << bit))
}

type Placed = { start: number; end: number; rule: string }

/** By place, then by rule. */
export function inOrder(a: Placed, b: Placed): number {
  return a.start - b.start || a.end - b.end || (a.rule < b.rule ? -1 : 1)
}

/** A claim with what it is worth. */
interface WeighedClaim extends Claim {
  severity: Severity
  frame: Frame
  /** Share of the rule's confidence that the frame leaves. */
  factor: number
}

function apply(
  compiled: CompiledRule,
  seen: Seen,
  circumstances: Circumstances,
  groundOf: (rule: Rule) => Ground,
): { claims: WeighedClaim[]; omitted: number; ground: Footing } | { lawless: Claim } | undefined {
  const { rule } = compiled
  const { kind, entity } = circumstances
  if (kind !== 'unknown' && !rule.documents.includes(kind)) return undefined
  if (entity !== 'unknown' && rule.entities && !rule.entities.includes(entity)) return undefined
  if (isElsewhere(rule, circumstances, seen.facts)) return undefined
  const claims = onePerClause(KINDS_OF_RULE[rule.kind](compiled, seen), seen)
  if (claims.length === 0) return undefined
  const ground = groundOf(rule)
  // Told as a rule without law; nothing may be composed of it.
  if ('missing' in ground) return ground.missing === 'not_in_force' ? { lawless: claims[0]! } : undefined
  for (const claim of claims)
    announceFinding(seen, rule.code, claim.end > claim.start ? claim : claim.elements[0]!.match)
  const { frameFactor, severityPoints } = seen.compiled.rulebook.scoring
  const weighed = claims.map((claim) => {
    const frame = frameOf(seen, claim.elements[0]!.match.start)
    return { ...claim, severity: claim.severity ?? rule.severity, frame, factor: frameFactor[frame] ?? 1 }
  })
  const { kept, omitted } = keepStrongest(weighed, severityPoints)
  return { claims: kept, omitted, ground: ground.footing }
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

function findingOf(
  compiled: CompiledRule,
  category: Category,
  claim: WeighedClaim,
  ground: Footing,
  seen: Seen,
): Finding {
  const { rule } = compiled
  const place = quoted(seen.clean, claim)
  const { severity, frame, factor } = claim
  return {
    rule: rule.id,
    code: rule.code,
    category,
    severity,
    confidence: Math.round(rule.confidence * factor * 1000) / 1000,
    ...place,
    frame,
    basis: ground.basis,
    message: messageOf(rule, claim, place.quote, seen),
    elements: claim.elements.map(({ id, match }) => ({ element: id, ...quoted(seen.clean, match) })),
    ...(ground.choice && { choice: ground.choice }),
    ...(ground.unscored && { unscored: ground.unscored }),
    ...(seen.isSecondHearing && { despite: { words: setAside(seen, compiled) } }),
  }
}

function withoutLawOf({ rule }: CompiledRule, claim: Claim, seen: Seen): WithoutLaw {
  return { code: rule.code, rule: rule.id, title: rule.title, ...quoted(seen.clean, claim) }
}

function hintOf({ rule }: CompiledRule, claim: Claim, ground: Footing, seen: Seen): ProcedureHint {
  const place = quoted(seen.clean, claim)
  return {
    rule: rule.id,
    code: rule.code,
    title: rule.title,
    ...place,
    basis: ground.basis,
    message: messageOf(rule, claim, place.quote, seen),
    ...(ground.choice && { choice: ground.choice }),
  }
}

function messageOf(rule: Rule, claim: Claim, quote: string, seen: Seen): { zh: string; en: string } {
  const value = claim.elements.find(({ match }) => match.fact)?.match.fact?.value
  const words = {
    quote: quote || quoted(seen.clean, claim.elements[0]!.match).quote,
    value: String(value ?? ''),
  }
  const missing = claim.missing ?? []
  return {
    zh: fill(rule.message.zh, { ...words, missing: missing.map(({ zh }) => zh).join('、') }),
    en: fill(rule.message.en, { ...words, missing: missing.map(({ en }) => en).join(', ') }),
  }
}

function quoted(clean: CleanText, { start, end }: Span): Span & { quote: string } {
  const span = originalSpan(clean, start, end)
  return { ...span, quote: clean.original.slice(span.start, span.end) }
}

function fill(message: string, words: Record<string, string>): string {
  let parts = cutMessages.get(message)
  // What stands between the places, and at odd numbers their names.
  if (!parts) {
    parts = message.split(/\{(quote|value|missing)\}/)
    cutMessages.set(message, parts)
  }
  let filled = parts[0]!
  for (let i = 1; i < parts.length; i += 2) filled += (words[parts[i]!] ?? '') + parts[i + 1]!
  return filled
}

/** The messages of the rulebooks of this process, cut once. */
const cutMessages = new Map<string, string[]>()
