import type { Format } from './reading.ts'
import { type Unreadable, unreadable } from './unreadable.ts'
import { listZip } from './zip.ts'

/**
 * Which package a zip is, by the names of its entries. A truncated package has lost its table of contents;
 * then the names that stand before each entry's data must do, so that it is still known for what it was.
 */
export async function zipKind(bytes: Uint8Array, promised: Format | undefined): Promise<Format | Unreadable> {
  const names = await listZip(bytes)
  if (!names && (promised === 'docx' || promised === 'xlsx')) return promised
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const has = (name: string) => (names ? names.has(name) : view.includes(name, 0, 'latin1'))

  if (has('OFD.xml')) return unreadable('ofd', 'OFD document')
  if (has('[Content_Types].xml')) {
    if (has('word/document.xml')) return 'docx'
    if (has('xl/workbook.xml')) return 'xlsx'
    if (has('ppt/presentation.xml')) return unreadable('unsupported', 'PowerPoint presentation: save it as pdf')
    // An unusual name for the main part.
    if (promised === 'docx' || promised === 'xlsx') return promised
    if (view.includes('word/', 0, 'latin1')) return 'docx'
    if (view.includes('xl/', 0, 'latin1')) return 'xlsx'
  }
  if (has('content.xml') && has('META-INF/manifest.xml')) {
    return unreadable('unsupported', 'OpenDocument: save it as docx, xlsx or pdf')
  }
  return unreadable('unsupported', 'a zip archive: unpack it first')
}
