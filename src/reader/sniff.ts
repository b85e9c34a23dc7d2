import { oleKind } from './ole.ts'
import type { Format } from './reading.ts'
import { decodeText } from './text-encoding.ts'
import { type Unreadable, unreadable } from './unreadable.ts'
import { zipKind } from './zip-kind.ts'

/** Names we promise to read. When such a file's bytes are something else, its name is wrong rather than its format unknown. */
const READABLE_NAMES: Record<string, Format> = {
  txt: 'text',
  text: 'text',
  log: 'text',
  md: 'text',
  html: 'html',
  htm: 'html',
  xhtml: 'html',
  docx: 'docx',
  docm: 'docx',
  dotx: 'docx',
  pdf: 'pdf',
  csv: 'csv',
  tsv: 'csv',
  xlsx: 'xlsx',
  xlsm: 'xlsx',
}

/** Kingsoft's own formats; recent versions write a zip package or an OLE file under these names. */
const WPS_NAMES = new Set(['wps', 'wpt', 'et', 'ett', 'dps', 'dpt'])

const SAMPLE_BYTES = 4096

/** A table saved as plain text under Excel's old name is common in exports from complaint systems. */
const SHEET_NAMES = new Set(['csv', 'tsv', 'xls', 'et'])

/**
 * What the bytes are: a format we read, or why we do not.
 * Bytes win over the name whenever we can read them; otherwise the name decides between
 * `wrong_extension` (it promised a format we read) and the reason proper to the bytes.
 */
export async function sniff(bytes: Uint8Array, name: string): Promise<Format | Unreadable> {
  const extension = extensionOf(name)
  const promised = READABLE_NAMES[extension]

  if (isPdf(bytes, promised === 'pdf')) return 'pdf'
  if (startsWith(bytes, ZIP)) return refuseAs(await zipKind(bytes, promised), extension)
  if (startsWith(bytes, OLE)) return refuseAs(oleKind(bytes), extension)

  const foreign = FOREIGN.find((kind) => kind.is(bytes))
  if (foreign) {
    if (promised) return unreadable('wrong_extension', `bytes are ${foreign.hint}`)
    return unreadable(foreign.reason ?? 'unsupported', foreign.hint)
  }
  if (WPS_NAMES.has(extension) && extension !== 'et') return unreadable('wps', 'Kingsoft document')
  return textKind(bytes, extension, promised)
}

/** Lower-case ending of a file name without the dot; empty when there is none. */
export function extensionOf(name: string): string {
  return /\.([^./\\]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''
}

function refuseAs(kind: Format | Unreadable, extension: string): Format | Unreadable {
  if (typeof kind === 'string' || kind.reason === 'encrypted') return kind
  if (WPS_NAMES.has(extension)) return unreadable('wps', 'Kingsoft document')
  if (kind.reason === 'unsupported' && READABLE_NAMES[extension]) return unreadable('wrong_extension', kind.hint)
  return kind
}

function textKind(bytes: Uint8Array, extension: string, promised: Format | undefined): Format | Unreadable {
  const start = decodeText(bytes.subarray(0, SAMPLE_BYTES))
  if ('reason' in start) {
    const whole = decodeText(bytes)
    if ('reason' in whole) return whole.reason === 'binary' ? binary(promised) : unreadable('bad_encoding')
  } else {
    if (looksLikeHtml(start.text)) return 'html'
    if (/^\s*\{\\rtf/.test(start.text)) return unreadable('old_office', 'rich text format')
  }
  // Text under the name of a package (a page saved as .docx, a mail as .pdf) cannot be told from a damaged one.
  if (promised === 'docx' || promised === 'pdf' || promised === 'xlsx') {
    return unreadable('wrong_extension', 'bytes are plain text')
  }
  if (SHEET_NAMES.has(extension)) return 'csv'
  return promised === 'html' ? 'html' : 'text'
}

function binary(promised: Format | undefined): Unreadable {
  if (promised === 'docx' || promised === 'xlsx' || promised === 'pdf') {
    return unreadable('corrupt', `not a ${promised} file: unknown binary data`)
  }
  return unreadable(promised ? 'wrong_extension' : 'unsupported', 'unknown binary data')
}

function looksLikeHtml(text: string): boolean {
  return /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body)[\s>]/i.test(text)
}

const ZIP = [0x50, 0x4b, 0x03, 0x04]
const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
const PDF = [0x25, 0x50, 0x44, 0x46, 0x2d]

/** Readers accept the mark within the first kilobyte; without the name's support we want it at the very start. */
function isPdf(bytes: Uint8Array, named: boolean): boolean {
  if (startsWith(bytes, PDF)) return true
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1024)).toString('latin1')
  return named ? head.includes('%PDF-') : /^(?:\xef\xbb\xbf)?\s*%PDF-/.test(head)
}

interface Foreign {
  is: (bytes: Uint8Array) => boolean
  hint: string
  reason?: 'encrypted'
}

const PICTURE = (kind: string) => `a ${kind} picture: pictures are not read yet`

/** Formats with an unmistakable beginning that we do not read. */
const FOREIGN: Foreign[] = [
  { is: (b) => startsWith(b, [0x89, 0x50, 0x4e, 0x47]), hint: PICTURE('png') },
  { is: (b) => startsWith(b, [0xff, 0xd8, 0xff]), hint: PICTURE('jpeg') },
  { is: (b) => asciiAt(b, 0, 'GIF8'), hint: PICTURE('gif') },
  { is: (b) => asciiAt(b, 0, 'BM') && bmpSizeFits(b), hint: PICTURE('bmp') },
  { is: (b) => asciiAt(b, 0, 'RIFF') && asciiAt(b, 8, 'WEBP'), hint: PICTURE('webp') },
  {
    is: (b) => startsWith(b, [0x49, 0x49, 0x2a, 0x00]) || startsWith(b, [0x4d, 0x4d, 0x00, 0x2a]),
    hint: PICTURE('tiff'),
  },
  { is: (b) => asciiAt(b, 4, 'ftyp') && /^(?:hei|hev|mif1|msf1|avif)/.test(ascii(b, 8, 4)), hint: PICTURE('heic') },
  { is: (b) => asciiAt(b, 4, 'ftyp'), hint: 'a film or sound recording' },
  { is: (b) => asciiAt(b, 0, 'RIFF'), hint: 'a film or sound recording' },
  { is: (b) => asciiAt(b, 0, 'ID3') || asciiAt(b, 0, '#!AMR') || asciiAt(b, 0, 'OggS'), hint: 'a sound recording' },
  { is: (b) => asciiAt(b, 0, 'Rar!'), hint: 'a rar archive: unpack it first' },
  { is: (b) => startsWith(b, [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]), hint: 'a 7z archive: unpack it first' },
  { is: (b) => startsWith(b, [0x1f, 0x8b, 0x08]), hint: 'a gz archive: unpack it first' },
  { is: (b) => asciiAt(b, 0, 'BZh') && /^[1-9]1AY$/.test(ascii(b, 3, 4)), hint: 'a bz2 archive: unpack it first' },
  { is: (b) => startsWith(b, [0x50, 0x4b, 0x05, 0x06]), hint: 'an empty zip archive' },
  { is: (b) => asciiAt(b, 0, 'MZ') && hasNul(b), hint: 'a program' },
  { is: (b) => startsWith(b, [0x7f, 0x45, 0x4c, 0x46]), hint: 'a program' },
]

function bmpSizeFits(bytes: Uint8Array): boolean {
  return bytes.length > 26 && bytes[6] === 0 && bytes[7] === 0 && bytes[8] === 0 && bytes[9] === 0
}

function hasNul(bytes: Uint8Array): boolean {
  return bytes.subarray(0, 512).includes(0)
}

function startsWith(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, at) => bytes[at] === byte)
}

function asciiAt(bytes: Uint8Array, at: number, mark: string): boolean {
  return ascii(bytes, at, mark.length) === mark
}

function ascii(bytes: Uint8Array, at: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + length))
}
