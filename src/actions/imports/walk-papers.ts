import { lstat, readdir, realpath, stat } from 'node:fs/promises'
import { basename, dirname, join, relative } from 'node:path'

/** A file found under one of the paths. */
export interface PaperFile {
  /** Absolute, without symbolic links. */
  path: string
  /** As shown: from the folder the path lies in. */
  name: string
}

/**
 * Every file under the paths, in order of their names. Left out: hidden files, `.part` files that are still being written, lock files of
 * Office (`~$…`). Symbolic links inside a folder are passed over: one that leads out of it must not be followed, and one that stays
 * inside leads to something found anyway.
 * @throws the system's error (ENOENT, EACCES) for a path that is not there or a folder that may not be listed
 */
export async function walkPapers(paths: readonly string[]): Promise<PaperFile[]> {
  const found = new Map<string, PaperFile>()
  for (const given of paths) {
    const root = await realpath(given)
    const shown = (path: string) => relative(dirname(root), path) || basename(path)
    const files = (await stat(root)).isDirectory() ? await filesUnder(root) : [root]
    for (const path of files) if (!found.has(path)) found.set(path, { path, name: shown(path) })
  }
  return [...found.values()]
}

/** Names that are not papers, or not yet. */
export function isPassedOver(name: string): boolean {
  return name.startsWith('.') || name.startsWith('~$') || name.toLowerCase().endsWith('.part')
}

async function filesUnder(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true })
  entries.sort((a, b) => (a.name < b.name ? -1 : 1))
  const files: string[] = []
  for (const entry of entries) {
    if (isPassedOver(entry.name)) continue
    const path = join(folder, entry.name)
    // Some network file systems do not tell the type in a listing.
    const type = entry.isFile() || entry.isDirectory() || entry.isSymbolicLink() ? entry : await lstat(path)
    if (type.isDirectory()) for (const file of await filesUnder(path)) files.push(file)
    else if (type.isFile()) files.push(path)
  }
  return files
}
