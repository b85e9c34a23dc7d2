import type { CompiledRule, CompiledRulebook } from '../core/check/compile.ts'
import { KINDS_OF_RULE } from '../core/check/kinds/index.ts'
import { type Matcher, PATTERN_REACH } from '../core/check/rule.ts'
import { announceFinding, letGo, look } from '../core/check/seen.ts'
import { normalise } from '../core/normalise/normalise.ts'
import { assess, type Paper } from '../core/pipeline.ts'

/** What one rule costs on the texts it was measured on. */
export interface RuleCost {
  rule: string
  code: string
  /** Texts on which all its elements were seen, so that it had to be looked at. */
  lookedAt: number
  /** Of those, texts on which it claimed something. */
  found: number
  ms: number
  /** Share of the time all rules took together, 0..1. */
  share: number
}

/** What one pattern costs: it is run around each of its anchors. */
export interface PatternCost {
  rule: string
  code: string
  element: string
  /** Path of the pattern in the rule's file. */
  path: (string | number)[]
  pattern: string
  /** Places of its anchors, per 10,000 characters. */
  anchorsPer10k: number
  /** Share of all text it was run over, 0..1. */
  reads: number
  matches: number
  /** The anchor met most often, and its share of all places. */
  worst: { anchor: string; share: number }
}

export interface Cost {
  texts: number
  characters: number
  rules: RuleCost[]
  patterns: PatternCost[]
}

/** A pattern that reads more of all text than this, and finds next to nothing there, has no selective anchor. */
export const MOST_READ = 0.1
const LEAST_YIELD = 0.01

/** Measures every rule on the texts, the dearest first. Times are of this machine: only the shares can be compared. */
export function measureCost(compiled: CompiledRulebook, papers: Iterable<Paper>, day: string): Cost {
  const rules = new Map<string, RuleCost>()
  const patterns = compiled.rules.flatMap(patternsOf)
  let texts = 0
  let characters = 0
  for (const paper of papers) {
    texts++
    const { facts, framing } = assess(paper, day, compiled)
    const clean = normalise(paper.text, compiled.targets)
    characters += clean.text.length
    const seen = look(clean, facts, framing, compiled)
    for (const candidates of seen.candidates) {
      for (const candidate of candidates) {
        const { id, code, kind } = candidate.rule
        const cost = rules.get(id) ?? { rule: id, code, lookedAt: 0, found: 0, ms: 0, share: 0 }
        rules.set(id, cost)
        const before = performance.now()
        const claims = KINDS_OF_RULE[kind](candidate, seen)
        cost.ms += performance.now() - before
        cost.lookedAt++
        if (claims.length > 0) cost.found++
        for (const claim of claims) announceFinding(seen, code, claim.elements[0]!.match)
      }
    }
    letGo(seen)
    for (const pattern of patterns) pattern.read(clean.text)
  }
  const all = [...rules.values()].reduce((sum, { ms }) => sum + ms, 0)
  for (const cost of rules.values()) {
    cost.share = rounded(all === 0 ? 0 : cost.ms / all)
    cost.ms = rounded(cost.ms)
  }
  return {
    texts,
    characters,
    rules: [...rules.values()].sort((a, b) => b.share - a.share || (a.code < b.code ? -1 : 1)),
    patterns: patterns.map(({ cost }) => cost(characters)).sort((a, b) => b.reads - a.reads),
  }
}

/** Whether a pattern's anchors leave it too much text to run over for what it finds. */
export function lacksSelectiveAnchor({ reads, matches, anchorsPer10k }: PatternCost, characters: number): boolean {
  const places = (anchorsPer10k * characters) / 10_000
  return reads > MOST_READ && matches < places * LEAST_YIELD
}

interface CountedPattern {
  read(text: string): void
  cost(characters: number): PatternCost
}

function patternsOf({ rule }: CompiledRule): CountedPattern[] {
  const lists: { element: string; path: (string | number)[]; any: Matcher[] }[] = [
    ...rule.elements.map(({ id, any }, i) => ({ element: id, path: ['elements', i, 'any'], any })),
    ...rule.unless.map(({ id, any }, i) => ({ element: id, path: ['unless', i, 'any'], any })),
    ...rule.unless.map(({ id, but = [] }, i) => ({ element: id, path: ['unless', i, 'but'], any: but })),
    { element: 'required', path: ['required'], any: rule.required },
  ]
  return lists.flatMap(({ element, path, any }) =>
    any.flatMap((matcher, i) =>
      'pattern' in matcher
        ? [counted({ rule: rule.id, code: rule.code, element, path: [...path, i, 'pattern'] }, matcher)]
        : [],
    ),
  )
}

function counted(
  named: Pick<PatternCost, 'rule' | 'code' | 'element' | 'path'>,
  { pattern, anchors }: { pattern: string; anchors: string[] },
): CountedPattern {
  const regex = new RegExp(pattern, 'gi')
  const met = new Map(anchors.map((anchor) => [anchor, 0]))
  let read = 0
  let matches = 0
  return {
    read(text) {
      const places: number[] = []
      for (const anchor of anchors) {
        for (let at = text.indexOf(anchor); at >= 0; at = text.indexOf(anchor, at + 1)) {
          places.push(at)
          met.set(anchor, met.get(anchor)! + 1)
        }
      }
      if (places.length === 0) return
      matches += [...text.matchAll(regex)].length
      let reached = 0
      for (const at of places.sort((a, b) => a - b)) {
        const from = Math.max(reached, at - PATTERN_REACH)
        const to = Math.min(text.length, at + PATTERN_REACH)
        if (to > from) read += to - from
        reached = Math.max(reached, to)
      }
    },
    cost(characters) {
      const all = [...met.values()].reduce((sum, n) => sum + n, 0)
      const [anchor, most] = [...met].reduce((best, each) => (each[1] > best[1] ? each : best))
      return {
        ...named,
        pattern,
        anchorsPer10k: characters === 0 ? 0 : rounded((all * 10_000) / characters),
        reads: characters === 0 ? 0 : rounded(read / characters),
        matches,
        worst: { anchor, share: all === 0 ? 0 : rounded(most / all) },
      }
    },
  }
}

function rounded(value: number): number {
  return Math.round(value * 10_000) / 10_000
}
