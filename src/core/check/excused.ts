import { originalSpan } from '../normalise/clean-text.ts'
import type { CompiledRule } from './compile.ts'
import { MOST_WORDS } from './finding.ts'
import { indexFor, someOverlapping } from './match-index.ts'
import { regionAt } from './regions.ts'
import type { Match, Seen } from './seen.ts'

/** Whether a lawful exception of the rule stands within reach of `match`. What stands on the very words is seen to by `elementMatches`. */
export function isExcused(seen: Seen, compiled: CompiledRule, match: Match): boolean {
  return compiled.exceptions.some(({ reach, terms, but }) => {
    if (reach === 'phrase' || reach === 'before') return false
    if (reach === 'document' && seen.isSecondHearing) return false
    const region =
      typeof reach === 'string'
        ? regionAt(seen.regions, reach, match.start)
        : { start: match.start - reach.characters, end: match.end + reach.characters }
    if (!someOverlapping(indexFor(seen, terms), region.start, region.end)) return false
    return but === undefined || !someOverlapping(indexFor(seen, but), region.start, region.end)
  })
}

/** The words, as written and each once, by which a rule would be silent on the whole paper were it not heard a second time. */
export function setAside(seen: Seen, { exceptions }: CompiledRule): string[] {
  const words = new Set<string>()
  for (const { reach, terms, but } of exceptions) {
    if (reach !== 'document' || (but && indexFor(seen, but).matches.length > 0)) continue
    const first = indexFor(seen, terms).matches[0]
    if (!first) continue
    const { start, end } = originalSpan(seen.clean, first.start, first.end)
    words.add(seen.clean.original.slice(start, end))
  }
  return [...words].slice(0, MOST_WORDS)
}
