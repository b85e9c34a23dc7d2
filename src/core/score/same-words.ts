import type { Finding } from '../check/finding.ts'
import type { Span } from '../document.ts'
import type { RestsOn } from './assessment.ts'

/** A finding and what it would count for if it stood by itself. */
export interface Weighed {
  finding: Pick<Finding, 'code' | 'start' | 'end' | 'elements'>
  points: number
}

/**
 * Of each finding of one category, how much of it rests on words that a stronger one has named already; undefined where nothing does.
 *
 * A finding's words are those of its elements as far as it quotes them, each element weighing the same: what else a rule asks of a paper
 * (that it is about care, about selling) makes two findings no likelier to be the same. What is absent has no words. Words are handed out
 * to the strongest first, of equals to the first, and to nobody twice.
 */
export function restingOn(weighed: readonly Weighed[]): (RestsOn | undefined)[] {
  const resting: (RestsOn | undefined)[] = new Array(weighed.length).fill(undefined)
  const named = weighed.flatMap(({ finding, points }, at) =>
    points > 0 && finding.end > finding.start ? [{ at, finding, points, parts: quotedParts(finding) }] : [],
  )
  if (named.length < 2) return resting
  named.sort((a, b) => b.points - a.points)
  const first = named.reduce((least, { finding }) => Math.min(least, finding.start), Number.POSITIVE_INFINITY)
  const last = named.reduce((most, { finding }) => Math.max(most, finding.end), 0)
  // Whose each character is: the place in `named` and one, 0 for nobody's.
  const owners = new Int32Array(last - first)
  for (const [place, { at, parts }] of named.entries()) {
    const taken = new Map<number, number>()
    let share = 0
    for (const { start, end } of parts) {
      let count = 0
      for (let i = start - first; i < end - first; i++) {
        const owner = owners[i]!
        if (owner === 0) continue
        count++
        taken.set(owner, (taken.get(owner) ?? 0) + 1)
      }
      share += count / (end - start) / parts.length
    }
    if (taken.size > 0) resting[at] = { code: named[mostOf(taken) - 1]!.finding.code, share: round(share) }
    for (const { start, end } of parts)
      for (let i = start - first; i < end - first; i++) if (owners[i] === 0) owners[i] = place + 1
  }
  return resting
}

/** The elements as far as they are quoted; the whole quotation, where none of them is. */
function quotedParts({ start, end, elements }: Weighed['finding']): Span[] {
  const parts = elements.flatMap((element) => {
    const part = { start: Math.max(element.start, start), end: Math.min(element.end, end) }
    return part.end > part.start ? [part] : []
  })
  return parts.length > 0 ? parts : [{ start, end }]
}

/** Whose most of the words are; of equals the stronger. */
function mostOf(taken: ReadonlyMap<number, number>): number {
  let [most, times] = [0, 0]
  for (const [owner, count] of taken)
    if (count > times || (count === times && owner < most)) [most, times] = [owner, count]
  return most
}

function round(value: number): number {
  return Math.round(value * 10_000) / 10_000
}
