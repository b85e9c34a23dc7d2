import type { Edit } from './clean-text.ts'

/** UTF-8 read as Latin: a lead byte E4 to E9 shown as äåæçèé, then two bytes shown as whatever Windows-1252 has for them. */
const LATIN_RUN =
  /(?:[äåæçèé][\u0080-\u00ff\u0152-\u2122]{2}|ï¼[\u0080-\u00bf]|ã\u0080[\u0080-\u00bf]|ã€[\u0080-\u00bf\u0152-\u2122]){2,4000}/g
const LATIN_GATE = /[äåæçèé][\u0080-\u00ff\u0152-\u2122]{2}/

/** UTF-8 read as GBK: three characters for two. These leads stand for the commonest third of Chinese. */
const GBK_RUN = /[\u00a4-\uffe5]{6,4000}/g
const GBK_GATE = /[涓浜鍏鍙鎴鏈鐨绗缁璇闂鍦锛銆淇鏃鏉鏄][\u3400-\uffe5]/

/** Undoes text whose UTF-8 bytes were read in another encoding, where the bytes make Chinese again. */
export function misreadBytes(text: string): Edit[] {
  const edits: Edit[] = []
  if (LATIN_GATE.test(text)) for (const match of text.matchAll(LATIN_RUN)) fromLatin(match[0], match.index, edits)
  if (edits.length === 0 && GBK_GATE.test(text))
    for (const match of text.matchAll(GBK_RUN)) fromGbk(match[0], match.index, edits)
  return edits
}

function fromLatin(run: string, start: number, edits: Edit[]): void {
  for (let i = 0; i + 2 < run.length; i += 3) {
    const bytes = [0, 1, 2].map((offset) => latinByte(run.charCodeAt(i + offset)))
    const unit = decoded(bytes[0]!, bytes[1]!, bytes[2]!)
    if (unit !== undefined)
      edits.push({ start: start + i, end: start + i + 3, put: String.fromCharCode(unit), disguise: 'mojibake' })
  }
}

/** At least two groups in a row: three characters that happen to make two others do occur in ordinary text. */
function fromGbk(run: string, start: number, edits: Edit[]): void {
  const groups: Edit[] = []
  const settle = () => {
    if (groups.length >= 2) edits.push(...groups)
    groups.length = 0
  }
  let i = 0
  while (i + 2 < run.length) {
    const put = gbkGroup(run, i)
    if (put === undefined) {
      settle()
      i++
      continue
    }
    groups.push({ start: start + i, end: start + i + 3, put, disguise: 'mojibake' })
    i += 3
  }
  settle()
}

function gbkGroup(run: string, at: number): string | undefined {
  const bytes: number[] = []
  for (let i = at; i < at + 3; i++) {
    const pair = gbkBytes().get(run.charCodeAt(i))
    if (pair === undefined) return undefined
    bytes.push(pair >> 8, pair & 0xff)
  }
  const first = decoded(bytes[0]!, bytes[1]!, bytes[2]!)
  const second = decoded(bytes[3]!, bytes[4]!, bytes[5]!)
  return first === undefined || second === undefined ? undefined : String.fromCharCode(first, second)
}

/** The character of a three-byte UTF-8 sequence, when it is a Han character or Chinese punctuation. */
function decoded(a: number, b: number, c: number): number | undefined {
  if ((a & 0xf0) !== 0xe0 || (b & 0xc0) !== 0x80 || (c & 0xc0) !== 0x80) return undefined
  const unit = ((a & 0x0f) << 12) | ((b & 0x3f) << 6) | (c & 0x3f)
  const isChinese =
    (unit >= 0x4e00 && unit <= 0x9fff) ||
    (unit >= 0x3000 && unit <= 0x303f) ||
    (unit >= 0xff00 && unit <= 0xff5e) ||
    (unit >= 0x2010 && unit <= 0x2026)
  return isChinese ? unit : undefined
}

const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

function latinByte(unit: number): number {
  const at = WINDOWS_1252.indexOf(String.fromCharCode(unit))
  return at >= 0 ? 0x80 + at : unit
}

let gbkTable: Map<number, number> | undefined

/** Both bytes of each character of GBK; made when the first suspicious text comes. */
function gbkBytes(): Map<number, number> {
  if (gbkTable) return gbkTable
  gbkTable = new Map()
  const decoder = new TextDecoder('gbk')
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const character = decoder.decode(new Uint8Array([lead, trail]))
      if (character.length === 1 && character !== '\ufffd') gbkTable.set(character.charCodeAt(0), (lead << 8) | trail)
    }
  }
  return gbkTable
}
