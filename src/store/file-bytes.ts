import { createHash, randomUUID } from 'node:crypto'
import { mkdir, open, readFile, rename, stat, unlink } from 'node:fs/promises'
import { join } from 'node:path'

/** Content-addressed folder: one stored file for identical bytes, named by SHA-256. */
export interface FileStore {
  /** Keeps the bytes if they are new. Safe to call twice and from two processes. */
  put(bytes: Uint8Array): Promise<{ sha256: string; size: number }>
  /**
   * The bytes as they came, checked against their name on every read.
   * @throws Error when the file is missing or no longer has the hash it is named by: that is damage, not an expected failure.
   */
  get(sha256: string): Promise<Uint8Array>
}

export function openFileStore(dir: string): FileStore {
  const pathOf = (sha256: string) => join(dir, sha256.slice(0, 2), sha256)
  return {
    async put(bytes) {
      const sha256 = sha256Of(bytes)
      const path = pathOf(sha256)
      const there = await stat(path).catch(() => undefined)
      if (there?.size !== bytes.byteLength) await writeWhole(path, bytes)
      return { sha256, size: bytes.byteLength }
    },
    async get(sha256) {
      const bytes = await readFile(pathOf(sha256))
      if (sha256Of(bytes) !== sha256) throw new Error(`stored file ${sha256} no longer has that hash`)
      return bytes
    },
  }
}

export function sha256Of(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex')
}

// Written beside and renamed, so that a crash leaves either nothing or the whole file.
async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  await mkdir(join(path, '..'), { recursive: true })
  const beside = `${path}.${randomUUID()}.part`
  const file = await open(beside, 'wx')
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(beside, path).catch(async (error) => {
    await unlink(beside)
    throw error
  })
}
