import type { CompiledRulebook } from '../../src/core/check/compile.ts'
import type { Matcher, Rule } from '../../src/core/check/rule.ts'
import { assess, type Paper } from '../../src/core/pipeline.ts'
import type { Examples } from '../../src/rulebook/read-examples.ts'
import type { Mutator, Place } from './mutators.ts'

/** How hits and near misses of the rulebook fare when they are disguised. */
export interface DisguiseRun {
  tried: number
  kept: number
  /** By disguise: how often it was tried and kept. */
  byDisguise: Record<string, { tried: number; kept: number }>
  /** By rule, as above. */
  byRule: Record<string, { tried: number; kept: number }>
  /** Hits that no longer fire. */
  lost: { rule: string; disguise: string; text: string }[]
  /** Near misses that fire when disguised. */
  raised: { rule: string; disguise: string; text: string }[]
  missesTried: number
}

/** Disguises every example of every rule in every given way and tries the rule on it. `take` samples: true for those to try. */
export function runDisguises(
  compiled: CompiledRulebook,
  examples: ReadonlyMap<string, Examples>,
  mutators: Readonly<Record<string, Mutator>>,
  take: (number: number) => boolean = () => true,
): DisguiseRun {
  const run: DisguiseRun = { tried: 0, kept: 0, byDisguise: {}, byRule: {}, lost: [], raised: [], missesTried: 0 }
  const everything = new Set(compiled.rulebook.rules.flatMap((rule) => wordsOf(rule, compiled, true)))
  let number = 0
  for (const rule of compiled.rulebook.rules) {
    const own = new Set(wordsOf(rule, compiled, false))
    for (const hit of examples.get(rule.id)?.hits ?? []) {
      // An example that fails as it stands is another test's matter.
      if (!fires(hit, rule, compiled)) continue
      const places = placesOf(hit.text, own)
      for (const [disguise, mutate] of Object.entries(mutators)) {
        const text = take(number++) ? mutate(hit.text, places) : undefined
        if (text === undefined) continue
        const kept = fires({ ...hit, text }, rule, compiled)
        run.byDisguise[disguise] ??= { tried: 0, kept: 0 }
        run.byRule[rule.id] ??= { tried: 0, kept: 0 }
        const counts = [run, run.byDisguise[disguise], run.byRule[rule.id]!]
        for (const count of counts) count.tried++
        if (kept) for (const count of counts) count.kept++
        else run.lost.push({ rule: rule.id, disguise, text })
      }
    }
    for (const miss of examples.get(rule.id)?.misses ?? []) {
      if (fires(miss, rule, compiled)) continue
      const places = placesOf(miss.text, everything)
      for (const [disguise, mutate] of Object.entries(mutators)) {
        const text = take(number++) ? mutate(miss.text, places) : undefined
        if (text === undefined) continue
        run.missesTried++
        if (fires({ ...miss, text }, rule, compiled)) run.raised.push({ rule: rule.id, disguise, text })
      }
    }
  }
  return run
}

function fires(paper: Paper, rule: Rule, compiled: CompiledRulebook): boolean {
  return assess(paper, '2026-11-22', compiled).findings.some((finding) => finding.rule === rule.id)
}

/** The words that meet a rule's elements, those of the rules it is composed of among them; with its exceptions where asked for. */
function wordsOf(rule: Rule, compiled: CompiledRulebook, withExceptions: boolean): string[] {
  const { lexicons, rules } = compiled.rulebook
  const ofMatcher = (matcher: Matcher): readonly string[] => {
    if ('lexicon' in matcher) return lexicons[matcher.lexicon]!
    if ('words' in matcher) return matcher.words
    if ('anchors' in matcher) return matcher.anchors
    if ('finding' in matcher) {
      const part = rules.find(({ code }) => code === matcher.finding)
      return part ? wordsOf(part, compiled, withExceptions) : []
    }
    return []
  }
  const matchers = [...rule.elements.flatMap(({ any }) => any), ...rule.required]
  if (withExceptions) matchers.push(...rule.unless.flatMap(({ any }) => any))
  return matchers.flatMap(ofMatcher).filter((word) => word.length >= 2 && /\p{Script=Han}/u.test(word))
}

/** Where the words stand: leftmost, longest, apart. */
function placesOf(text: string, words: ReadonlySet<string>): Place[] {
  const places: Place[] = []
  for (let start = 0; start < text.length; start++) {
    for (let end = Math.min(text.length, start + 16); end >= start + 2; end--) {
      if (!words.has(text.slice(start, end))) continue
      places.push({ start, end })
      start = end - 1
      break
    }
  }
  return places
}
