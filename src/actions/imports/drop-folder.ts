import { randomUUID } from 'node:crypto'
import { access, mkdir, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { isDataDirHeld } from '../../queue/lock.ts'
import { isPassedOver } from './walk-papers.ts'

/** A file in the drop folder, or claimed out of it. */
export interface Dropped {
  path: string
  /** Its own name. */
  name: string
  /** The subfolder it lies in, or empty. */
  subfolder: string
}

export const WORKING = 'working'
export const DONE = 'done'
export const REJECTED = 'rejected'

/** Files waiting in the folder itself and one level below, by name; our own folders are not looked into. */
export async function waitingFiles(dir: string): Promise<Dropped[]> {
  const found = await filesIn(dir, '')
  for (const entry of await readdir(dir, { withFileTypes: true })) {
    if (!entry.isDirectory() || isPassedOver(entry.name) || [WORKING, DONE, REJECTED].includes(entry.name)) continue
    for (const file of await filesIn(dir, entry.name)) found.push(file)
  }
  return found
}

/** What is claimed in a worker's folder and not done with. */
export async function claimedFiles(own: string): Promise<Dropped[]> {
  const found: Dropped[] = []
  for (const entry of await readdir(own, { withFileTypes: true }).catch(noneWhenGone)) {
    // `-` stands before the name of a subfolder, so that the one for files without a sender cannot meet another.
    if (!entry.isDirectory()) continue
    for (const file of await filesIn(own, entry.name, entry.name.slice(1))) found.push(file)
  }
  return found
}

/**
 * Claim a file by renaming it into the worker's own folder: of two that try, one succeeds.
 * @returns false when it is gone, or when a file of that name is still being worked on here
 */
export async function claimFile(own: string, file: Dropped): Promise<boolean> {
  const folder = join(own, `-${file.subfolder}`)
  const claimed = join(folder, file.name)
  await mkdir(folder, { recursive: true })
  if (await isThere(claimed)) return false
  try {
    await rename(file.path, claimed)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false
    throw error
  }
}

/** A folder under `working/` that no other worker uses; its lock stands beside the claims of the worker and tells whether it lives. */
export function newWorkerFolder(dir: string): string {
  return join(dir, WORKING, randomUUID())
}

/** Take over what workers that are gone had claimed. */
export async function inheritClaims(dir: string, own: string): Promise<void> {
  for (const entry of await readdir(join(dir, WORKING), { withFileTypes: true }).catch(noneWhenGone)) {
    const other = join(dir, WORKING, entry.name)
    if (!entry.isDirectory() || other === own || (await isDataDirHeld(other))) continue
    const files = await claimedFiles(other)
    let left = 0
    for (const file of files) if (!(await claimFile(own, file))) left++
    if (left === 0 && (files.length > 0 || (await hasLock(other)))) await rm(other, { recursive: true, force: true })
  }
}

// A folder with neither claims nor a lock may be a worker's that is just starting.
async function hasLock(folder: string): Promise<boolean> {
  return (await readdir(folder).catch(noneWhenGone)).some((name) => name.endsWith('.lock'))
}

async function filesIn(dir: string, folder: string, subfolder = folder): Promise<Dropped[]> {
  const at = join(dir, folder)
  const entries = await readdir(at, { withFileTypes: true }).catch(noneWhenGone)
  return entries
    .filter((entry) => entry.isFile() && !isPassedOver(entry.name))
    .map((entry) => ({ path: join(at, entry.name), name: entry.name, subfolder }))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
}

/** Size and time of change, to see whether a file still grows; undefined when it is gone. */
export async function stampOf(path: string): Promise<string | undefined> {
  const found = await stat(path).catch(() => undefined)
  return found && `${found.size} ${found.mtimeMs}`
}

async function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}

function noneWhenGone(error: NodeJS.ErrnoException): [] {
  if (error.code === 'ENOENT') return []
  throw error
}
