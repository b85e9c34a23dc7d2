import type { CompiledRule } from './compile.ts'
import { indexFor, someOverlapping } from './match-index.ts'
import { regionAt } from './regions.ts'
import type { Match, Seen } from './seen.ts'

/** Whether a lawful exception of the rule stands within reach of `match`. What stands on the very words is seen to by `elementMatches`. */
export function isExcused(seen: Seen, compiled: CompiledRule, match: Match): boolean {
  return compiled.exceptions.some(({ reach, terms }) => {
    if (reach === 'phrase' || reach === 'before') return false
    const region =
      typeof reach === 'string'
        ? regionAt(seen.regions, reach, match.start)
        : { start: match.start - reach.characters, end: match.end + reach.characters }
    return someOverlapping(indexFor(seen, terms), region.start, region.end)
  })
}
