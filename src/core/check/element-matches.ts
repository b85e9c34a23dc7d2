import type { Frame } from '../document.ts'
import { negated } from '../frame/negation.ts'
import type { CompiledRule } from './compile.ts'
import { indexFor, type MatchIndex, someOverlapping } from './match-index.ts'
import { regionAt } from './regions.ts'
import { BEFORE_REACH } from './rule.ts'
import { frameOf, type Match, matchesOf, type Seen } from './seen.ts'

/**
 * Where an element is met, in order: the matches of its terms that stand in a frame the rule reads, without those inside a longer one
 * (高额回报 is not also 回报) and without those that an exception denies on the spot (不承诺保本, 第一时间).
 */
export function elementMatches(seen: Seen, compiled: CompiledRule, terms: readonly number[]): Match[] {
  const all = terms.flatMap((term) => matchesOf(seen, term))
  const longest = longestOnly(all).filter((match) => {
    const frame = frameOf(seen, match.start)
    return compiled.frames.has(frame) && !(compiled.rule.deniable === true && isDenied(seen, match, frame))
  })
  if (longest.length === 0) return longest
  const onTheSpot = compiled.exceptions.filter(({ reach }) => reach === 'phrase' || reach === 'before')
  return longest.filter(
    (match) =>
      !onTheSpot.some(({ reach, terms }) => {
        const index = indexFor(seen, terms)
        return reach === 'phrase' ? someOverlapping(index, match.start, match.end) : denied(seen, index, match)
      }),
  )
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

/** 商家拒绝返还本金 is the grievance itself: what a complainant says the seller will not do is no denial of the offence. */
function isDenied(seen: Seen, { start, end }: Match, frame: Frame): boolean {
  if (frame === 'complainant') return false
  // Many rules ask of the same words; few words are as long as the key allows.
  const length = end - start
  if (length >= LONGEST_KEY) return negated(seen.clean, start, end)
  const key = start * LONGEST_KEY + length
  const known = seen.denied.get(key)
  if (known !== undefined) return known
  const said = negated(seen.clean, start, end)
  seen.denied.set(key, said)
  return said
}
const LONGEST_KEY = 256

function denied(seen: Seen, denials: MatchIndex, { start }: Match): boolean {
  return someOverlapping(
    denials,
    start - BEFORE_REACH - 1,
    start,
    (denial) =>
      denial.end <= start &&
      start - denial.end <= BEFORE_REACH &&
      denial.start >= regionAt(seen.regions, 'clause', start).start,
  )
}
