import { hash } from 'node:crypto'

/** SHA-256 of a clean text's letters and digits alone: the same copy in another layout or with other marks has the same one. */
export function fingerprint(cleanText: string): string {
  const bare = bareBytes(cleanText)
  return hash('sha256', bare ?? cleanText.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ''), 'hex')
}

/** The letters and digits of a text, small, in UTF-8; undefined where one of them cannot be taken by itself. Holds until the next text. */
function bareBytes(text: string): Uint8Array | undefined {
  if (bytes.length < text.length * 3) {
    bytes = new Uint8Array(text.length * 6)
    cuts.fill(undefined)
  }
  const into = bytes
  let to = 0
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (unit >= FIRST_HAN && unit <= LAST_HAN) {
      into[to++] = 0xe0 | (unit >>> 12)
      into[to++] = 0x80 | ((unit >>> 6) & 0x3f)
      into[to++] = 0x80 | (unit & 0x3f)
      continue
    }
    let written = WRITTEN[unit]!
    if (written <= UNKNOWN) {
      if (written === UNKNOWN) written = WRITTEN[unit] = writtenAs(unit)
      if (written === CONTEXT) return undefined
      if (written === 0) continue
    }
    if (written < 0x80) into[to++] = written
    else if (written < 0x800) {
      into[to++] = 0xc0 | (written >>> 6)
      into[to++] = 0x80 | (written & 0x3f)
    } else {
      into[to++] = 0xe0 | (written >>> 12)
      into[to++] = 0x80 | ((written >>> 6) & 0x3f)
      into[to++] = 0x80 | (written & 0x3f)
    }
  }
  const known = cuts[to]
  if (known) return known
  const cut = into.subarray(0, to)
  if (to < KEPT_CUTS) cuts[to] = cut
  return cut
}

/** Kept from text to text, as are short cuts of it: to make one costs half as much as to hash a title. */
let bytes = new Uint8Array(1 << 14)
const KEPT_CUTS = 1024
const cuts: (Uint8Array | undefined)[] = new Array(KEPT_CUTS).fill(undefined)

/** Half of a character beyond the basic plane, or a letter whose small form is longer or depends on where it stands. */
const CONTEXT = 1
const UNKNOWN = 2
/** What a unit is written as: 0 for nothing, one of the two above, else the small letter. */
const WRITTEN = new Uint16Array(0x10000).fill(UNKNOWN)

/** The common Han characters are letters, all of them and neither great nor small: most of a text is, and needs no table. */
const FIRST_HAN = 0x4e00
const LAST_HAN = 0x9fa5

/** Σ is small in two ways. */
const SIGMA = 0x3a3

function writtenAs(unit: number): number {
  if ((unit >= 0xd800 && unit <= 0xdfff) || unit === SIGMA) return CONTEXT
  const small = String.fromCharCode(unit).toLowerCase()
  if (small.length !== 1) return CONTEXT
  return /[\p{L}\p{N}]/u.test(small) ? small.charCodeAt(0) : 0
}
