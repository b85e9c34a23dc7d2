import type { Edit } from './clean-text.ts'
import { KEY_WORDS } from './key-words.ts'

/** What an offer is made of, beside a key word. */
const OFFER = new RegExp(`[%％‰]|\\d[万千百元]|[万千]元|${[...KEY_WORDS].join('|')}`)

/** True when money or a key word stands within sixteen units of the two at `at`. */
export function isAmidOffer(text: string, at: number): boolean {
  return OFFER.test(text.slice(Math.max(0, at - 16), at)) || OFFER.test(text.slice(at + 2, at + 18))
}

/** How near another reading must stand, in units. */
const NEAR = 24

/**
 * Readings of a text, in order, without those of the `lonely` (by place) that have no other near: whoever hides one word hides more,
 * and a seldom character of a name (郏某, 佰舸公司) stands by itself, or comes again and again.
 */
export function inCompany(text: string, readings: readonly Edit[], lonely: ReadonlySet<number>): Edit[] {
  const isOther = (one: Edit, other: Edit | undefined) =>
    other !== undefined &&
    Math.abs(other.start - one.start) <= NEAR &&
    text.slice(other.start, other.end) !== text.slice(one.start, one.end)
  return readings.filter(
    (one, place) => !lonely.has(place) || isOther(one, readings[place - 1]) || isOther(one, readings[place + 1]),
  )
}
