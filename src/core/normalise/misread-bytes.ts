import type { Edit } from './clean-text.ts'

/** UTF-8 read as Latin: a lead byte E4 to E9 shown as äåæçèé, then two bytes shown as whatever Windows-1252 has for them. */
/** Twice: an accented word is not enough. */
const LATIN_GATE = /(?:[äåæçèé][\u0080-\u00ff\u0152-\u2122]{2}.{0,3}?){2}/
const LATIN_RUN = /[\u0080-\u00ff\u0152-\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]{2,4000}/g

/** UTF-8 read as GBK: three characters for two. These leads stand for the commonest third of Chinese. */
const GBK_GATE = /[涓浜鍏鍙鎴鏈鐨绗缁璇闂鍦锛銆淇鏃鏉鏄鍒鍩寮鍓椁妤][\u3400-\uffe5€]/
const GBK_RUN = /[\u00a4-\uffe5]{6,4000}/g

/** Undoes text whose UTF-8 bytes were read in another encoding, where the bytes make Chinese again. */
export function misreadBytes(text: string): Edit[] {
  if (LATIN_GATE.test(text)) return reread(text, LATIN_RUN, latinBytes, 1)
  // At least four in a row: a few that happen to make others do occur in ordinary text.
  return GBK_GATE.test(text) ? reread(text, GBK_RUN, gbkBytes, 4) : []
}

type Bytes = (unit: number) => readonly number[] | undefined

function reread(text: string, runs: RegExp, bytesOf: Bytes, fewest: number): Edit[] {
  const edits: Edit[] = []
  for (const match of text.matchAll(runs)) {
    const run = match[0]
    let at = 0
    while (at < run.length) {
      const stretch = readFrom(run, at, bytesOf)
      const isChinese = stretch.edits.reduce((sum, { put }) => sum + put.length, 0) >= fewest
      if (isChinese)
        for (const edit of stretch.edits)
          edits.push({ ...edit, start: match.index + edit.start, end: match.index + edit.end })
      at = isChinese ? stretch.end : at + 1
    }
  }
  return edits
}

/** Reads as far as the bytes go on making UTF-8; an edit ends wherever a character of the text and one of UTF-8 end together. */
function readFrom(run: string, start: number, bytesOf: Bytes): { edits: Edit[]; end: number } {
  const edits: Edit[] = []
  const pending: number[] = []
  let put = ''
  let from = start
  for (let at = start; at < run.length; at++) {
    const bytes = bytesOf(run.charCodeAt(at))
    if (!bytes) break
    for (const byte of bytes) pending.push(byte)
    let used = 0
    while (used < pending.length) {
      const length = lengthOf(pending[used]!)
      if (length === 0) return { edits, end: from }
      if (used + length > pending.length) break
      const unit = decoded(pending.slice(used, used + length))
      if (unit === undefined) return { edits, end: from }
      put += String.fromCharCode(unit)
      used += length
    }
    pending.splice(0, used)
    if (pending.length > 0) continue
    edits.push({ start: from, end: at + 1, put, disguise: 'mojibake' })
    put = ''
    from = at + 1
  }
  return { edits, end: from }
}

function lengthOf(lead: number): number {
  if (lead >= 0xe2 && lead <= 0xef) return 3
  return lead >= 0xc2 && lead <= 0xdf ? 2 : 0
}

/** The character of a UTF-8 sequence, when a Chinese text has it: Han, punctuation, toned letters, what cannot be seen. */
function decoded(bytes: readonly number[]): number | undefined {
  if (bytes.slice(1).some((byte) => (byte & 0xc0) !== 0x80)) return undefined
  const unit = bytes.reduce(
    (sum, byte, i) => (i === 0 ? byte & (bytes.length === 2 ? 0x1f : 0x0f) : (sum << 6) | (byte & 0x3f)),
    0,
  )
  const isExpected =
    (unit >= 0x3400 && unit <= 0x9fff) ||
    (unit >= 0x2000 && unit <= 0x303f) ||
    (unit >= 0xff00 && unit <= 0xffef) ||
    (unit >= 0x00a0 && unit <= 0x01ff) ||
    unit === 0xfeff
  return isExpected ? unit : undefined
}

const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

function latinBytes(unit: number): readonly number[] | undefined {
  const at = WINDOWS_1252.indexOf(String.fromCharCode(unit))
  if (at >= 0) return [0x80 + at]
  return unit <= 0xff ? [unit] : undefined
}

let gbkTable: Map<number, readonly number[]> | undefined

/** Both bytes of a character of GBK, and the single 80 that GBK shows as €; made when the first suspicious text comes. */
function gbkBytes(unit: number): readonly number[] | undefined {
  if (!gbkTable) {
    gbkTable = new Map([[0x20ac, [0x80]]])
    const decoder = new TextDecoder('gbk')
    for (let lead = 0x81; lead <= 0xfe; lead++) {
      for (let trail = 0x40; trail <= 0xfe; trail++) {
        const character = decoder.decode(new Uint8Array([lead, trail]))
        if (character.length === 1 && character !== '\ufffd') gbkTable.set(character.charCodeAt(0), [lead, trail])
      }
    }
  }
  return gbkTable.get(unit)
}
