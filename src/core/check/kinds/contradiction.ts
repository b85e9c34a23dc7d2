import { elementMatches } from '../element-matches.ts'
import { isExcused } from '../excused.ts'
import { regionAt } from '../regions.ts'
import type { Seen } from '../seen.ts'
import type { Claim, RunKind } from './claim.ts'

/**
 * What one place of a document promises and another takes back: the first element and the second in different sentences,
 * any others somewhere. One claim for each place that takes back; it quotes that place, for that is where the promise ends.
 */
export const contradiction: RunKind = (compiled, seen) => {
  const [says, unsays, ...rest] = compiled.elements.map(({ id, terms }) => ({
    id,
    matches: elementMatches(seen, compiled, terms),
  }))
  const context = rest.flatMap(({ id, matches }) => matches.slice(0, 1).map((match) => ({ id, match })))
  if (!says || !unsays || context.length < rest.length) return []
  const promised = firstSentences(says.matches, seen)
  return unsays.matches.flatMap((match): Claim[] => {
    const here = regionAt(seen.regions, 'sentence', match.start).start
    const promise = promised.find(({ sentence }) => sentence !== here)?.match
    if (!promise || isExcused(seen, compiled, match)) return []
    const elements = [{ id: says.id, match: promise }, { id: unsays.id, match }, ...context]
    return [{ start: match.start, end: match.end, elements }]
  })
}

/** The first promises of two different sentences: one of them stands in another sentence than any given place. */
function firstSentences(matches: ReturnType<typeof elementMatches>, seen: Seen) {
  const found: { sentence: number; match: (typeof matches)[number] }[] = []
  for (const match of matches) {
    const sentence = regionAt(seen.regions, 'sentence', match.start).start
    if (found.every((known) => known.sentence !== sentence)) found.push({ sentence, match })
    if (found.length === 2) break
  }
  return found
}
