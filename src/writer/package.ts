import { createHash } from 'node:crypto'
import { ZipFile } from 'yazl'

/** A file to hand over: its path inside the package, with `/` between folders. */
export interface PackedFile {
  path: string
  bytes: Uint8Array
}

export const MANIFEST = 'SHA256SUMS.txt'

/**
 * Files as a zip whose {@link MANIFEST} lists the SHA-256 of every one: whoever receives it checks it with `sha256sum -c`, without this program.
 * The same files at the same time make the same bytes.
 * @param at the time written beside every entry
 * @throws RangeError for a path that is taken twice or would leave the folder it is unpacked in
 */
export async function packFiles(files: readonly PackedFile[], at: Date): Promise<Uint8Array> {
  const taken = new Set([MANIFEST])
  for (const { path } of files) {
    if (path === '' || path.startsWith('/') || /[\\\n\r]/.test(path) || path.split('/').includes('..'))
      throw new RangeError(`a package cannot hold the path ${JSON.stringify(path)}`)
    if (taken.has(path)) throw new RangeError(`a package holds ${path} twice`)
    taken.add(path)
  }
  const zip = new ZipFile()
  for (const { path, bytes } of [{ path: MANIFEST, bytes: Buffer.from(manifestOf(files)) }, ...files])
    zip.addBuffer(Buffer.from(bytes), path, { mtime: at, mode: 0o100644 })
  zip.end()
  const chunks: Buffer[] = []
  for await (const chunk of zip.outputStream) chunks.push(chunk as Buffer)
  return new Uint8Array(Buffer.concat(chunks))
}

function manifestOf(files: readonly PackedFile[]): string {
  return files.map(({ path, bytes }) => `${createHash('sha256').update(bytes).digest('hex')}  ${path}\n`).join('')
}
