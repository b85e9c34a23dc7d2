import iconv from 'iconv-lite'
import { blemishes, foreignShare, plausibility } from './plausibility.ts'

export interface Decoded {
  text: string
  /** `utf-8`, `gb18030`, `big5`, `utf-16le`, `utf-16be`, or what the file declared. */
  encoding: string
}

/**
 * Bytes to characters. In this order: a byte order mark; valid UTF-8; a declared character set, where it fits (`declared`, from
 * html); UTF-8 with some broken bytes, which become U+FFFD; then whichever of GB18030, Big5 and UTF-16 reads best as Chinese.
 * A byte order mark is not part of the text. NUL becomes U+FFFD: no database keeps it.
 *
 * Honest limits: below about ten characters GB18030 and Big5 can be mistaken for each other (GB18030 wins a tie), and a few Chinese
 * characters in UTF-16 without a mark may all have bytes in the ASCII range and read as that.
 */
export function decodeText(bytes: Uint8Array, declared?: string): Decoded | { reason: 'binary' | 'bad_encoding' } {
  const decoded = decode(bytes, declared)
  const { characters, controls, replaced } = blemishes(decoded.text)
  if (controls > CONTROLS_ALLOWED * characters + 3) return { reason: 'binary' }
  const misread = decoded.isGuess && foreignShare(decoded.text) > FOREIGN_ALLOWED
  if (misread || replaced > REPLACED_ALLOWED * characters + 1) {
    return { reason: hasControlBytes(bytes) ? 'binary' : 'bad_encoding' }
  }
  return { text: decoded.text.replaceAll('\0', '\ufffd'), encoding: decoded.encoding }
}

const CONTROLS_ALLOWED = 0.02
const REPLACED_ALLOWED = 0.3
/** For character sets chosen by how well they read: the best of five wrong ones is still wrong. */
const FOREIGN_ALLOWED = 0.3

function hasControlBytes(bytes: Uint8Array): boolean {
  const sample = sampleOf(bytes)
  let controls = 0
  for (const byte of sample) if (byte < 0x09 || (byte > 0x0d && byte < 0x20)) controls += 1
  return controls > CONTROLS_ALLOWED * sample.length
}

function decode(bytes: Uint8Array, declared: string | undefined): Decoded & { isGuess?: true } {
  const marked = MARKS.find(({ mark }) => mark.every((byte, at) => bytes[at] === byte))
  if (marked) return { text: decodeAs(marked.encoding, bytes), encoding: marked.encoding }

  const hasNul = sampleOf(bytes).includes(0)
  if (!hasNul) {
    const utf8 = strictUtf8(bytes)
    if (utf8 !== undefined) return { text: utf8, encoding: 'utf-8' }
    const fitting = declared === undefined ? undefined : asDeclared(bytes, declared)
    if (fitting) return fitting
    if (isMostlyUtf8(bytes)) return { text: decodeAs('utf-8', bytes), encoding: 'utf-8' }
  }
  const encoding = likeliest(sampleOf(bytes))
  return { text: decodeAs(encoding, bytes), encoding, isGuess: true }
}

const MARKS = [
  { mark: [0xef, 0xbb, 0xbf], encoding: 'utf-8' },
  { mark: [0xff, 0xfe], encoding: 'utf-16le' },
  { mark: [0xfe, 0xff], encoding: 'utf-16be' },
  { mark: [0x84, 0x31, 0x95, 0x33], encoding: 'gb18030' },
] as const

/** UTF by the platform, which replaces lone surrogates; the Chinese sets by iconv-lite, which does not depend on how Node was built. */
function decodeAs(encoding: string, bytes: Uint8Array): string {
  if (encoding.startsWith('utf-')) return new TextDecoder(encoding).decode(bytes)
  return iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), encoding)
}

function strictUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** A declaration is believed when the bytes bear it out; pages often say gb2312 and mean more, or say anything at all. */
function asDeclared(bytes: Uint8Array, declared: string): Decoded | undefined {
  const encoding = ALIASES[declared.toLowerCase()] ?? declared.toLowerCase()
  if (encoding.startsWith('utf') || !iconv.encodingExists(encoding)) return undefined
  const text = decodeAs(encoding, bytes)
  const { characters, replaced } = blemishes(text)
  return replaced <= characters / 100 ? { text, encoding } : undefined
}

const ALIASES: Record<string, string> = {
  gb2312: 'gb18030',
  'gb_2312-80': 'gb18030',
  gbk: 'gb18030',
  cp936: 'gb18030',
  'x-gbk': 'gb18030',
  'big5-hkscs': 'big5',
  'x-x-big5': 'big5',
  cp950: 'big5',
}

const SAMPLE_BYTES = 64 * 1024

/** From the first byte beyond ASCII (or NUL), on an even place so that UTF-16 keeps step. */
function sampleOf(bytes: Uint8Array): Uint8Array {
  const first = bytes.findIndex((byte) => byte === 0 || byte >= 0x80)
  const start = first < 0 ? 0 : first - (first % 2)
  return bytes.subarray(start, start + SAMPLE_BYTES)
}

/**
 * Whether broken bytes stand in what is otherwise UTF-8: most bytes beyond ASCII belong to whole sequences of three or four.
 * In GB18030 or Big5 such sequences come about by chance in some two of a hundred characters.
 */
function isMostlyUtf8(bytes: Uint8Array): boolean {
  let whole = 0
  let high = 0
  for (let at = 0; at < bytes.length; ) {
    const lead = bytes[at]!
    if (lead < 0x80) {
      at += 1
      continue
    }
    const length = lead >= 0xf0 && lead <= 0xf4 ? 4 : lead >= 0xe0 && lead < 0xf0 ? 3 : 1
    if (length > 1 && continues(bytes, at + 1, length - 1)) {
      whole += length
      high += length
      at += length
    } else {
      high += 1
      at += 1
    }
  }
  return whole > high * 0.4
}

function continues(bytes: Uint8Array, from: number, count: number): boolean {
  for (let at = from; at < from + count; at += 1) if ((bytes[at] ?? 0) >> 6 !== 0b10) return false
  return true
}

/** Added to a candidate's score, in nats: what is likelier to meet here, all else being equal. */
const CANDIDATES = [
  { encoding: 'gb18030', prior: 0 },
  { encoding: 'big5', prior: -3 },
  { encoding: 'utf-16le', prior: -5 },
  { encoding: 'utf-16be', prior: -7 },
  { encoding: 'utf-8', prior: -5 },
]

function likeliest(sample: Uint8Array): string {
  const scored = CANDIDATES.map(({ encoding, prior }) => ({
    encoding,
    score: plausibility(decodeAs(encoding, sample)) + prior,
  }))
  return scored.reduce((best, next) => (next.score > best.score ? next : best)).encoding
}
