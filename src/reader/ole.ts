import { type Unreadable, unreadable } from './unreadable.ts'

/**
 * What a compound file (D0CF11E0) is: an encrypted package of today's Office, or an old Word, Excel or PowerPoint file.
 * Its directory is a row of 128-byte entries that each begin with a UTF-16 name, aligned on 128 bytes.
 */
export function oleKind(bytes: Uint8Array): Unreadable {
  const names = entryNames(bytes)
  if (names.has('EncryptedPackage')) return unreadable('encrypted', 'password-protected Office package')
  if (names.has('WordDocument')) return unreadable('old_office', 'Word 97-2003')
  if (names.has('Workbook') || names.has('Book')) return unreadable('old_office', 'Excel 97-2003')
  if (names.has('PowerPoint Document')) return unreadable('old_office', 'PowerPoint 97-2003')
  return unreadable('unsupported', 'a compound file of unknown kind')
}

const ENTRY_BYTES = 128
const NAME_LENGTH_AT = 64
const OBJECT_TYPE_AT = 66
const KNOWN = ['EncryptedPackage', 'WordDocument', 'Workbook', 'Book', 'PowerPoint Document']

function entryNames(bytes: Uint8Array): Set<string> {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const found = new Set<string>()
  for (const name of KNOWN) {
    const wanted = Buffer.from(`${name}\0`, 'utf16le')
    for (let at = view.indexOf(wanted); at >= 0; at = view.indexOf(wanted, at + 2)) {
      const isEntry =
        at % ENTRY_BYTES === 0 &&
        at + ENTRY_BYTES <= view.length &&
        view.readUInt16LE(at + NAME_LENGTH_AT) === wanted.length &&
        view[at + OBJECT_TYPE_AT] === 2
      if (isEntry) found.add(name)
    }
  }
  return found
}
