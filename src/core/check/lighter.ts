import type { Penalty } from './rule.ts'

/** Which of two versions of a penalty is lighter, where its amounts tell; nothing where one is lower here and higher there. */
export function lighter(old: Penalty, now: Penalty): 'old' | 'new' | 'same' | undefined {
  if (old.timesOf !== now.timesOf) return undefined
  // Without a floor a fine may be anything from nothing; without a cap nothing can be said of its height.
  if ((old.capFen === undefined) !== (now.capFen === undefined)) return undefined
  const signs = [
    (now.floorFen ?? 0) - (old.floorFen ?? 0),
    (now.capFen ?? 0) - (old.capFen ?? 0),
    (now.times?.[0] ?? 0) - (old.times?.[0] ?? 0),
    (now.times?.[1] ?? 0) - (old.times?.[1] ?? 0),
    (now.serious?.floorFen ?? 0) - (old.serious?.floorFen ?? 0),
    (now.serious?.capFen ?? 0) - (old.serious?.capFen ?? 0),
  ].map(Math.sign)
  if (signs.every((sign) => sign === 0)) return 'same'
  if (signs.every((sign) => sign <= 0)) return 'new'
  if (signs.every((sign) => sign >= 0)) return 'old'
  return undefined
}
