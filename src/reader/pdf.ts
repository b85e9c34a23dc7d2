import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { withoutPrintedLines } from './printed-lines.ts'
import { charactersForRadicals } from './radicals.ts'
import type { Reading } from './reading.ts'
import { failureName, isBlank, unreadable } from './unreadable.ts'

/**
 * A PDF's text layer with page starts; pages are parted by a line feed, lines of one paragraph joined. A file that lost its end is `corrupt` even where
 * pages could be salvaged: a contract silently missing its last pages would be worse than one sent back.
 */
export async function readPdf(bytes: Uint8Array): Promise<Reading> {
  if (!hasEnd(bytes)) return unreadable('corrupt', 'pdf: end of file missing')

  const { PDFParse, PasswordException } = await import('pdf-parse')
  // The parser takes the bytes over and may detach them; a Buffer's `slice` would be no copy.
  const parser = new PDFParse({ ...pdfOptions(), data: new Uint8Array(bytes) })
  try {
    const { pages } = await parser.getText({ pageJoiner: '' })
    const texts = pages.map(({ text }) => withoutPrintedLines(charactersForRadicals(trimmed(text))))
    if (isBlank(withoutScannerMarks(texts.join('')))) return unreadable('no_text', `${pages.length} pages without text`)
    const { info } = await parser.getInfo()
    const title = typeof info?.Title === 'string' ? info.Title.trim() : ''
    return {
      outcome: 'text',
      paper: { format: 'pdf', text: texts.join('\n'), links: [], pages: startsOf(texts), ...(title ? { title } : {}) },
    }
  } catch (failure) {
    if (failure instanceof PasswordException) return unreadable('encrypted', 'pdf opens with a password only')
    return unreadable('corrupt', `pdf: ${failureName(failure)}`)
  } finally {
    await parser.destroy()
    putBackOwn()
  }
}

/** Taken when the program starts, before any library. */
const { push } = Array.prototype
const { parse } = JSON

/**
 * The parser and the engine that it loads while it works bring old stand-ins for `push` and `JSON.parse`, which would slow down
 * everything else in the process for good: what the runtime has itself is put back.
 */
function putBackOwn() {
  Object.defineProperty(Array.prototype, 'push', { value: push, writable: true, enumerable: false, configurable: true })
  JSON.parse = parse
}

const TAIL_BYTES = 2048

function hasEnd(bytes: Uint8Array): boolean {
  const tail = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).subarray(-TAIL_BYTES).toString('latin1')
  return tail.includes('%%EOF')
}

function trimmed(page: string): string {
  return page
    .replace(/ *\t */g, '\t')
    .replace(/[ \t]+$/gm, '')
    .replace(/^\n+|\n+$/g, '')
}

/** Phone scanners print their own name on each page; that alone does not make a text layer. */
function withoutScannerMarks(text: string): string {
  return text.replace(/扫描全能王|CamScanner|Scanned (?:with|by)|创建|[\d\s/-]+/gi, '')
}

function startsOf(texts: string[]): number[] {
  const starts: number[] = []
  let at = 0
  for (const text of texts) {
    starts.push(at)
    at += text.length + 1
  }
  return starts
}

/** Chinese PDFs often name a character map and a font without carrying them; both come with the parser's engine. */
function pdfOptions() {
  const engine = dirname(
    createRequire(createRequire(import.meta.url).resolve('pdf-parse')).resolve('pdfjs-dist/package.json'),
  )
  return {
    cMapUrl: join(engine, 'cmaps/'),
    cMapPacked: true,
    standardFontDataUrl: join(engine, 'standard_fonts/'),
    useSystemFonts: false,
    isEvalSupported: false,
    verbosity: 0,
  }
}
