import { rm } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Given } from '../../core/intake/envelope.ts'
import { isFileOfLines } from '../../core/intake/file-of-lines.ts'
import { holdDataDir } from '../../queue/lock.ts'
import { sha256Of } from '../../store/file-bytes.ts'
import { newId } from '../../store/id.ts'
import { type Item, type Run, type RunParts, startRun } from './import-run.ts'
import { interruptDeadRuns, runFolder } from './interrupt-dead-runs.ts'
import { readPaperFile } from './read-paper-file.ts'
import type { RejectReason } from './reject-reasons.ts'
import { takeLines } from './take-lines.ts'
import { type PaperFile, walkPapers } from './walk-papers.ts'

export interface ImportOrder {
  paths: readonly string[]
  /** Who sends; left out, `folder`. */
  sender?: string | undefined
  /** Said of every paper that does not say otherwise itself. */
  given: Given
  /** Where the lock of the run stands while it runs. */
  dataDir: string
  /** Ends the import after the paper in hand. */
  signal?: AbortSignal | undefined
  onProgress?: ((progress: ImportProgress) => void) | undefined
}

/** How far an import is. */
export interface ImportProgress {
  filesDone: number
  filesTotal: number
  run: Pick<Run, 'id' | 'counts' | 'reasons'>
}

export interface Imported {
  run: Pick<Run, 'id' | 'counts' | 'reasons'>
  files: number
  state: 'finished' | 'interrupted'
  /** What was turned away at the door. */
  rejects: { name: string; reason: RejectReason }[]
}

/**
 * Take every file under the paths in, as one stored run. A file is one delivery under its path and content, so running again over the
 * same folder adds nothing, after a crash too, and a changed file is a new delivery. Lines of `.jsonl` files are papers of their own.
 * Papers wait in stage `received` afterwards; processing is somebody else's matter.
 * @throws the system's error when a path is not there
 */
export async function importFolder(parts: RunParts, order: ImportOrder): Promise<Imported> {
  const files = await walkPapers(order.paths)
  await interruptDeadRuns(parts, order.dataDir)
  const id = newId()
  const folder = runFolder(order.dataDir, id)
  const held = await holdDataDir(folder, 'import')
  try {
    const region = order.given.region ?? parts.homeRegion
    const label = order.paths.map((path) => basename(path)).join(', ')
    const run = await startRun(parts, { id, source: 'folder', label, region, actor: 'system' })
    return await takeFiles(run, files, order)
  } finally {
    await held.release()
    await rm(folder, { recursive: true, force: true })
  }
}

type Note = (name: string, item: Item) => void

async function takeFiles(run: Run, files: PaperFile[], order: ImportOrder): Promise<Imported> {
  const rejects: Imported['rejects'] = []
  let filesDone = 0
  const tell = () => order.onProgress?.({ filesDone, filesTotal: files.length, run })
  const note: Note = (name, item) => {
    if (item.outcome === 'rejected') rejects.push({ name, reason: item.reason })
    tell()
  }
  let state: Imported['state'] = 'interrupted'
  try {
    for (const file of files) {
      if (order.signal?.aborted) break
      const isWhole = await takeFile(run, file, order, note)
      if (isWhole) filesDone++
      tell()
    }
    if (filesDone === files.length) state = 'finished'
  } finally {
    await run.end(state)
  }
  return { run, files: files.length, state, rejects }
}

/** @returns false when the signal ended it within the file. */
async function takeFile(run: Run, file: PaperFile, order: ImportOrder, note: Note): Promise<boolean> {
  if (isFileOfLines(file.path)) {
    const { sender, given } = order
    const lines = { path: file.path, shown: file.name, source: 'folder', place: file.path, sender, given } as const
    return takeLines(run, lines, note, order.signal)
  }
  note(file.name, await takeWhole(run, file, order))
  return true
}

async function takeWhole(run: Run, file: PaperFile, order: ImportOrder): Promise<Item> {
  const read = await readPaperFile(file.path)
  if ('reason' in read) return run.reject(file.name, read.reason)
  const external = `${file.path}#${sha256Of(read.bytes)}`
  return run.receive(file.name, {
    envelope: { source: 'folder', sender: order.sender ?? 'folder', external },
    bytes: read.bytes,
    fileName: basename(file.path),
    given: order.given,
  })
}
