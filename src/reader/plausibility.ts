import iconv from 'iconv-lite'
import { FREQUENT_CHARACTERS } from './frequent-characters.ts'

/**
 * How well a text reads as Chinese, in nats: the log probability of its characters under a coarse model of prose.
 * One byte string decoded in several character sets may be compared, the highest (nearest nought) being the likeliest.
 */
export function plausibility(text: string): number {
  let sum = 0
  for (const character of text) sum += weight(character)
  return sum
}

/** Share of characters (nought to one) that no Chinese or English text has: scripts far off, private use, broken bytes, controls. */
export function foreignShare(text: string): number {
  let foreign = 0
  let characters = 0
  for (const character of text) {
    characters += 1
    if (weight(character) <= LOG.odd) foreign += 1
  }
  return characters === 0 ? 0 : foreign / characters
}

/** Counts of what does not belong in text, for telling binary data and broken text from text. */
export function blemishes(text: string): { characters: number; controls: number; replaced: number } {
  let characters = 0
  let controls = 0
  let replaced = 0
  for (const character of text) {
    characters += 1
    const code = character.codePointAt(0)!
    if (isControl(code)) controls += 1
    else if (code === REPLACEMENT) replaced += 1
  }
  return { characters, controls, replaced }
}

const REPLACEMENT = 0xfffd

/** Log probabilities per character. Only their order and rough distance matter. */
const LOG = {
  ascii: -4,
  mark: -6,
  frequent: -7.2,
  letter: -9,
  common: -10.4,
  rare: -14.8,
  odd: -16,
  broken: -20,
} as const

function weight(character: string): number {
  const code = character.codePointAt(0)!
  if (code < 0x80) return isControl(code) ? LOG.broken : LOG.ascii
  if (isHan(code)) {
    if (FREQUENT_CHARACTERS.has(character)) return LOG.frequent
    return commonCharacters().has(character) ? LOG.common : LOG.rare
  }
  if (isMark(code)) return LOG.mark
  if (isLetter(code)) return LOG.letter
  return isControl(code) || code === REPLACEMENT || isPrivate(code) ? LOG.broken : LOG.odd
}

let common: ReadonlySet<string> | undefined

/** First level of GB 2312 and of Big5: what either side's schools and presses need. Read off the code tables themselves. */
function commonCharacters(): ReadonlySet<string> {
  common ??= new Set([
    ...rows('gb2312', 0xb0, 0xd7, [[0xa1, 0xfe]]),
    ...rows('big5', 0xa4, 0xc6, [
      [0x40, 0x7e],
      [0xa1, 0xfe],
    ]),
  ])
  return common
}

function rows(encoding: string, first: number, last: number, trails: [number, number][]): string {
  const bytes: number[] = []
  for (let lead = first; lead <= last; lead += 1) {
    for (const [from, to] of trails) for (let trail = from; trail <= to; trail += 1) bytes.push(lead, trail)
  }
  return iconv.decode(Buffer.from(bytes), encoding)
}

function isHan(code: number): boolean {
  return code >= 0x4e00 && code <= 0x9fff
}

/** General and CJK punctuation, full-width forms, circled numbers, box drawing and the few signs prose uses. */
function isMark(code: number): boolean {
  return (
    (code >= 0x2010 && code <= 0x2027) ||
    (code >= 0x3000 && code <= 0x3017) ||
    (code >= 0xff01 && code <= 0xff5e) ||
    (code >= 0x2460 && code <= 0x249b) ||
    [0xa5, 0xb7, 0xd7, 0x2103, 0x2116, 0x2192, 0x2605, 0x2606, 0x25cf, 0x25a0, 0x2713, 0xffe5].includes(code)
  )
}

/** Latin with accents (pinyin's too), Greek, Cyrillic, symbols beyond ASCII, kana. */
function isLetter(code: number): boolean {
  return (
    (code >= 0xa0 && code <= 0x52f) ||
    (code >= 0x2000 && code <= 0x2bff) ||
    (code >= 0x3040 && code <= 0x30ff) ||
    code >= 0x1f000
  )
}

function isPrivate(code: number): boolean {
  return code >= 0xe000 && code <= 0xf8ff
}

/** Control characters no text file has: all but tab, line feed, vertical tab, form feed, carriage return. */
function isControl(code: number): boolean {
  return (code < 0x20 && (code < 0x09 || code > 0x0d)) || (code >= 0x7f && code < 0xa0)
}
