import type { CompiledRule } from './compile.ts'
import { regionAt } from './regions.ts'
import { BEFORE_REACH } from './rule.ts'
import { frameOf, type Match, matchesOf, type Seen } from './seen.ts'

/**
 * Where an element is met, in order: the matches of its terms that stand in a frame the rule reads, without those inside a longer one
 * (高额回报 is not also 回报) and without those that an exception denies on the spot (不承诺保本, 第一时间).
 */
export function elementMatches(seen: Seen, compiled: CompiledRule, terms: readonly number[]): Match[] {
  const all = terms.flatMap((term) => matchesOf(seen, term))
  const longest = longestOnly(all).filter((match) => compiled.frames.has(frameOf(seen, match.start)))
  if (longest.length === 0) return longest
  const phrases = excusing(seen, compiled, 'phrase')
  const denials = excusing(seen, compiled, 'before')
  return longest.filter((match) => !overlapped(phrases, match) && !denied(seen, denials, match))
}

/** Those that do not stand inside a longer one, in order of place. */
export function longestOnly(matches: Match[]): Match[] {
  const sorted = [...matches].sort((a, b) => a.start - b.start || b.end - a.end)
  let reached = -1
  return sorted.filter((match) => {
    if (match.end <= reached) return false
    reached = match.end
    return true
  })
}

function excusing(seen: Seen, compiled: CompiledRule, reach: 'phrase' | 'before'): Match[] {
  return compiled.exceptions
    .filter((exception) => exception.reach === reach)
    .flatMap(({ terms }) => terms.flatMap((term) => matchesOf(seen, term)))
}

function overlapped(phrases: readonly Match[], { start, end }: Match): boolean {
  return phrases.some((phrase) => phrase.start < end && start < phrase.end)
}

function denied(seen: Seen, denials: readonly Match[], match: Match): boolean {
  const near = denials.filter(({ end }) => end <= match.start && match.start - end <= BEFORE_REACH)
  if (near.length === 0) return false
  const clause = regionAt(seen.regions, 'clause', match.start)
  return near.some(({ start }) => start >= clause.start)
}
