import type { OtherSpelling } from './other-reading.ts'

/** Sorted by a unit, each in the order in which it came: `from[unit]` is the first of a unit. */
export function grouped(all: readonly OtherSpelling[], unitOf: (other: OtherSpelling) => number) {
  const from = new Uint32Array(0x10001)
  for (const other of all) from[unitOf(other) + 1]!++
  for (let unit = 0; unit < 0x10000; unit++) from[unit + 1]! += from[unit]!
  const next = from.slice()
  const single = new Array<OtherSpelling>(all.length)
  for (const other of all) single[next[unitOf(other)]!++] = other
  return { from, single }
}

/** Fills numbers in by a loop: the first paper of a process waits for this, and `from` takes several times as long. */
export function each<T extends Uint8Array | Uint16Array | Uint32Array>(
  numbers: T,
  all: readonly OtherSpelling[],
  of: (other: OtherSpelling) => number,
): T {
  for (let i = 0; i < all.length; i++) numbers[i] = of(all[i]!)
  return numbers
}
