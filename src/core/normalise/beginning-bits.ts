/**
 * What two units may be, as bits of `twos`: a key word respelt (noted under a second hash too, so that one bit of another's does not
 * pass for it), the first and second or the second and third units of words, the first two of a spelling of several, the first two of a
 * word of four or more.
 */
export const PAIR = { key: 1, keyAgain: 2, first: 4, last: 8, start: 16, far: 32 } as const
/** The bits of `lengths`: of a unit that nobody writes by chance for what it stands for, and of one that is written for another at all. */
export const SURE = 1
export const RESPELT = 1 << 7
/** The bit of a Latin letter that is a spelling by itself, and of a unit that begins one wherever it stands. */
export const TELLS = 1 << 1
/** The bits that tell lengths. */
export const LENGTHS = 0b111_1110

/** A second hash for what is noted twice. */
export function again(hash: number): number {
  return Math.imul(hash ^ (hash >>> 13), 0x27d4eb2f) >>> 7
}
