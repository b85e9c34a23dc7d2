import type { Said } from '../clock/clock.ts'
import { type Cited, type Discretion, type Effect, type Factor, inForce } from './discretion.ts'
import type { FineRange } from './fine-range.ts'

/** A circumstance a person found, and why. */
export interface FoundFactor {
  id: string
  reason: string
}

export interface WeighedFactor {
  id: string
  title: Said
  effect: Effect
  reason: string
  cited: Cited
  caution: Said | null
}

/** What the circumstances come to. `weigh`: they pull both ways, and a person weighs them. */
export type Direction = 'no_penalty' | 'may_no_penalty' | 'reduce' | 'lighter' | 'heavier' | 'weigh' | 'none'

export interface Weighed {
  factors: WeighedFactor[]
  direction: Direction
  /** Whether a fine below the lowest amount is open. */
  mayReduce: boolean
  /** Factors the law of that day does not know, or nobody does. */
  unknown: string[]
}

/** What the circumstances found come to under the law of the day of the decision (行政处罚法第三十至三十三、四十九条). */
export function weigh(found: readonly FoundFactor[], { factors: known }: Discretion, day: string): Weighed {
  const factors = found.flatMap(({ id, reason }): WeighedFactor[] => {
    const factor: Factor | undefined = known[id]
    const version = factor && inForce(factor.versions, day)
    if (!factor || !version) return []
    const { article, confidence } = version
    const { title, effect, caution } = factor
    return [{ id, title, effect, reason, cited: { article, confidence }, caution }]
  })
  const has = (...effects: Effect[]) => factors.some(({ effect }) => effects.includes(effect))
  const mayReduce = has('lighten_or_reduce', 'may_lighten_or_reduce')
  return {
    factors,
    mayReduce,
    direction: directionOf(has, mayReduce),
    unknown: found.filter(({ id }) => !factors.some((factor) => factor.id === id)).map(({ id }) => id),
  }
}

function directionOf(has: (...effects: Effect[]) => boolean, mayReduce: boolean): Direction {
  if (has('no_penalty')) return 'no_penalty'
  const isHeavier = has('heavier', 'may_heavier')
  const isLighter = mayReduce || has('lighter', 'may_no_penalty')
  if (isHeavier && isLighter) return 'weigh'
  if (has('may_no_penalty')) return 'may_no_penalty'
  if (mayReduce) return 'reduce'
  if (isLighter) return 'lighter'
  return isHeavier ? 'heavier' : 'none'
}

/** The part of a range that a direction points to; null where it points to none, or no standard was in force that day. */
export function bandOf(
  range: FineRange,
  direction: Direction,
  { bands }: Discretion,
  day: string,
): (FineRange & Cited) | null {
  const band = inForce(bands, day)
  const { floorFen, capFen } = range
  if (!band || capFen === null || !['reduce', 'lighter', 'heavier'].includes(direction)) return null
  const { article, confidence } = band
  const width = capFen - floorFen
  if (direction === 'heavier') {
    const from = Math.ceil(capFen - (width * band.heavier) / 100)
    const how = { zh: `幅度内较高的 ${band.heavier}% 部分`, en: `the upper ${band.heavier}% of the range` }
    return { floorFen: from, capFen, how, article, confidence }
  }
  const to = Math.floor(floorFen + (width * band.lighter) / 100)
  const how = { zh: `幅度内较低的 ${band.lighter}% 部分`, en: `the lower ${band.lighter}% of the range` }
  return { floorFen, capFen: to, how, article, confidence }
}
