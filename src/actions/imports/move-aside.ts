import { constants } from 'node:fs'
import { copyFile, link, mkdir, unlink } from 'node:fs/promises'
import { join, parse } from 'node:path'

/**
 * Move a file into a folder under its own name, or under `name (2).txt`, `name (3).txt`, … when something stands there. Nothing is ever
 * overwritten, also when two processes move at once: a second name is linked first, which fails where there is one, and the old one
 * taken away after. A crash in between leaves both, and the file is simply met again.
 * @returns the name it has there now
 */
export async function moveAside(from: string, folder: string, name: string): Promise<string> {
  await mkdir(folder, { recursive: true })
  for (let number = 1; ; number++) {
    const free = numbered(name, number)
    if (!(await placed(from, join(folder, free)))) continue
    await unlink(from)
    return free
  }
}

function numbered(name: string, number: number): string {
  if (number === 1) return name
  const { name: stem, ext } = parse(name)
  return `${stem} (${number})${ext}`
}

async function placed(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to)
    return true
  } catch (error) {
    if (isTaken(error)) return false
    if (!LINKLESS.has((error as NodeJS.ErrnoException).code ?? '')) throw error
  }
  try {
    await copyFile(from, to, constants.COPYFILE_EXCL)
    return true
  } catch (error) {
    if (isTaken(error)) return false
    throw error
  }
}

/** What file systems without hard links (FAT, some network shares) say. */
const LINKLESS = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK', 'EXDEV'])

function isTaken(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === 'EEXIST'
}
