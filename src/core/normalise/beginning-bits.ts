/**
 * What two units may be, as bits of `twos`: the first and second or the second and third units of words, the first two of a spelling of
 * several, the first two of a word of four or more. The four bits below are of key words respelt, each of one of them, see {@link keyPlace}.
 */
export const PAIR = { first: 1 << 4, last: 1 << 5, start: 1 << 6, far: 1 << 7 } as const
/** The bits of `lengths`: of a unit that nobody writes by chance for what it stands for, and of one that is written for another at all. */
export const SURE = 1
export const RESPELT = 1 << 7
/** The bit of a Latin letter that is a spelling by itself, and of a unit that begins one wherever it stands. */
export const TELLS = 1 << 1
/** The bits that tell lengths. */
export const LENGTHS = 0b111_1110

/** By the hash of a key word respelt: which of its four bits is its own. Of pairs that are none fewer pass so than by one bit for all. */
export function keyPlace(hash: number): number {
  return (hash >>> 26) & 3
}

/** A second hash for what is noted twice. */
export function again(hash: number): number {
  return Math.imul(hash ^ (hash >>> 13), 0x27d4eb2f) >>> 7
}
