import { randomUUID } from 'node:crypto'
import { link, mkdir, readFile, rename, unlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { problem } from '../core/problem.ts'

/** Who holds a data folder: enough to tell a living holder from one that was killed, also after its pid went to somebody else. */
export interface DataDirHolder {
  readonly pid: number
  readonly purpose: string
  readonly since: string
}

interface LockFile extends DataDirHolder {
  /** Boot id and start time of the process; empty where the system does not tell. */
  readonly born: string
  readonly nonce: string
}

const LOCK_FILE = 'sojourn.lock'

/**
 * Hold the data folder for this process, because PGlite has no usable lock of its own: two processes on one queue folder ruin it silently.
 * Throws `engine.data_dir_in_use` with the holder's pid. A holder that was killed leaves its file behind; the next one takes it over.
 * Containers that share the folder do not see each other's processes: they need QUEUE_URL.
 */
export async function holdDataDir(dataDir: string, purpose: string): Promise<{ release(): Promise<void> }> {
  await mkdir(dataDir, { recursive: true })
  const path = join(dataDir, LOCK_FILE)
  const mine: LockFile = {
    pid: process.pid,
    purpose,
    since: new Date().toISOString(),
    born: (await bornAt(process.pid)) ?? '',
    nonce: randomUUID(),
  }
  const rival = await claim(path, mine)
  if (rival) throw problem('engine.data_dir_in_use', { pid: rival.pid, dataDir, purpose: rival.purpose })
  return {
    async release() {
      const held = await readLock(path)
      if (held?.nonce === mine.nonce) await unlink(path)
    },
  }
}

/** The living process that holds the folder, if one does. */
export async function isDataDirHeld(dataDir: string): Promise<DataDirHolder | undefined> {
  const held = await readLock(join(dataDir, LOCK_FILE))
  return held && (await isAlive(held)) ? held : undefined
}

/**
 * Write `mine` at `path`, or say which living process stands there. The file appears complete or not at all (written aside, then linked).
 *
 * A dead holder's file is replaced only by whoever claims the right to replace exactly that file, by the same rule, under a name made of its
 * nonce. Without that, two contenders that both read the dead file could each replace what the other had just written.
 */
async function claim(path: string, mine: LockFile): Promise<LockFile | undefined> {
  const aside = `${path}-${mine.nonce}.tmp`
  await writeFile(aside, JSON.stringify(mine))
  try {
    for (;;) {
      if (await linked(aside, path)) return undefined
      const held = await readLock(path)
      if (!held) continue
      if (await isAlive(held)) return held
      const right = `${path}-${held.nonce}`
      const rival = await claim(right, mine)
      if (rival) return rival
      try {
        if ((await readLock(path))?.nonce !== held.nonce) continue
        await rename(aside, path)
        return undefined
      } finally {
        await unlink(right)
      }
    }
  } finally {
    await unlink(aside).catch(ignoreMissing)
  }
}

async function linked(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

/** A file that cannot be read as a lock (a power failure emptied it) counts as left by a dead process. */
const DAMAGED: LockFile = { pid: 0, purpose: '', since: '', born: '', nonce: 'damaged' }

async function readLock(path: string): Promise<LockFile | undefined> {
  const text = await readFile(path, 'utf8').catch(ignoreMissing)
  if (text === undefined) return undefined
  try {
    const held = JSON.parse(text) as LockFile
    return Number.isInteger(held.pid) && typeof held.nonce === 'string' ? held : DAMAGED
  } catch {
    return DAMAGED
  }
}

async function isAlive(holder: LockFile): Promise<boolean> {
  if (holder.pid <= 0) return false
  if (!signalReaches(holder.pid)) return false
  const born = await bornAt(holder.pid)
  if (born === undefined) return process.platform !== 'linux'
  return born === holder.born
}

function signalReaches(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** On Linux what tells two processes of one pid apart: this boot, and the tick the process started at. A zombie was not born. */
async function bornAt(pid: number): Promise<string | undefined> {
  try {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8')
    const [state, ...fields] = stat.slice(stat.lastIndexOf(')') + 2).split(' ') // the name in brackets may hold spaces
    if (state === 'Z' || state === 'X') return undefined
    const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8')
    return `${boot.trim()} ${fields[18]}`
  } catch {
    return undefined
  }
}

function ignoreMissing(error: unknown): undefined {
  if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
}
