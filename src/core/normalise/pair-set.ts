/** A set of hashes kept as bits: one that is not set is sure, one that is may be another's. Sizes are powers of two, in bits. */
export type BitSet = Uint8Array

/** Nodes of the tree of target words up to which the sizes of tables hold as they stand. */
const NODES = 2 ** 16

/** An empty set of so many bits, and as many times more as the words are more. */
export function bitSet(bits: number, nodes: number): BitSet {
  return new Uint8Array((bits / 8) * 2 ** Math.max(0, Math.ceil(Math.log2(nodes / NODES))))
}

/** Mixes two UTF-16 units into 32 bits; the low bits serve any size of set. */
export function pairHash(first: number, second: number): number {
  const mixed = Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b)
  return mixed ^ (mixed >>> 15)
}

export function threeHash(first: number, second: number, third: number): number {
  const mixed = Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b) ^ Math.imul(third, 0xc2b2ae35)
  return mixed ^ (mixed >>> 15)
}

/** The same of four, from that of the first three. */
export function fourHash(ofThree: number, fourth: number): number {
  const mixed = Math.imul(ofThree, 0x165667b1) ^ Math.imul(fourth, 0xd3a2646d)
  return mixed ^ (mixed >>> 15)
}

export function noteIn(bits: BitSet, hash: number): void {
  const at = hash & (bits.length * 8 - 1)
  bits[at >>> 3]! |= 1 << (at & 7)
}

export function isIn(bits: BitSet, hash: number): boolean {
  const at = hash & (bits.length * 8 - 1)
  return (bits[at >>> 3]! & (1 << (at & 7))) !== 0
}

/** A set whose members set three bits of one word each: it is asked with one look into memory. */
export type WordSet = Uint32Array

/** An empty one, as {@link bitSet}. */
export function wordSet(bits: number, nodes: number): WordSet {
  return new Uint32Array(bitSet(bits, nodes).length / 4)
}

export function noteInWord(set: WordSet, hash: number): void {
  set[hash & (set.length - 1)]! |= threeBits(hash)
}

export function isInWord(set: WordSet, hash: number): boolean {
  const bits = threeBits(hash)
  return (set[hash & (set.length - 1)]! & bits) === bits
}

function threeBits(hash: number): number {
  const mixed = Math.imul(hash, 0x27d4eb2f)
  return (1 << (mixed >>> 27)) | (1 << (mixed >>> 22)) | (1 << (mixed >>> 17))
}
