import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { rootPath } from '../root.ts'

/**
 * What `read` makes of the rules that stand beside the program. The built program keeps a copy as `dist/<name>.json`, for as long as no file of
 * the rules and none of the code that reads them changes; it holds what JSON can.
 */
export function keptReading<T>(name: string, read: () => T): T {
  if (!isBuilt) return read()
  const code = ['rulebook', 'core'].map((room) => rootPath(`dist/src/${room}`))
  const counts = (file: string) => file.endsWith('.js') || (file.endsWith('.yaml') && !file.endsWith('.examples.yaml'))
  return keptCopy(rootPath(`dist/${name}.json`), keyOf([rootPath('rules'), ...code], counts), read)
}

const isBuilt = import.meta.url.endsWith('.js')

/**
 * What `read` gives, kept in `file` under a key and taken from there as long as the key is the same: reading two hundred YAML files
 * takes a third of a second. A copy that is missing, damaged or of another key is made again; where none can be written, none is kept.
 * What `read` throws is not kept.
 */
export function keptCopy<T>(file: string, key: string, read: () => T): T {
  const kept = copyIn(file)
  if (kept?.key === key) return kept.value as T
  const value = read()
  keep(file, { key, value })
  return value
}

/** SHA-256 over the names of all files in some folders, and over the bytes of those that `counts` by their bytes too. */
export function keyOf(folders: readonly string[], counts: (file: string) => boolean): string {
  const hash = createHash('sha256')
  for (const folder of folders) {
    const files = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
    for (const file of files) {
      const bytes = counts(file) ? readFileSync(file) : undefined
      hash.update(`${file.slice(folder.length)}\0${bytes?.length ?? '-'}\0`)
      if (bytes) hash.update(bytes)
    }
  }
  return hash.digest('hex')
}

interface Kept {
  key: string
  value: unknown
}

function copyIn(file: string): Kept | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Kept
  } catch {
    // No copy, or half of one: it is made again.
    return undefined
  }
}

function keep(file: string, copy: Kept) {
  const beside = `${file}.${process.pid}`
  try {
    writeFileSync(beside, JSON.stringify(copy))
    renameSync(beside, file)
  } catch {
    // A folder that may not be written to costs time at the next start and nothing else.
  }
}
