import { mkdir, rm, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { shanghaiDay } from '../../core/clock/shanghai.ts'
import { isFileOfLines } from '../../core/intake/file-of-lines.ts'
import { holdDataDir } from '../../queue/lock.ts'
import { sha256Of } from '../../store/file-bytes.ts'
import {
  claimedFiles,
  claimFile,
  DONE,
  type Dropped,
  inheritClaims,
  newWorkerFolder,
  REJECTED,
  stampOf,
  waitingFiles,
} from './drop-folder.ts'
import { type Item, type Run, type RunParts, startRun } from './import-run.ts'
import { interruptDeadRuns } from './interrupt-dead-runs.ts'
import { moveAside } from './move-aside.ts'
import { readPaperFile } from './read-paper-file.ts'
import { REJECT_REASONS, type RejectReason } from './reject-reasons.ts'
import { takeLines } from './take-lines.ts'

/** What one look at the folder came to. */
export interface TickResult {
  /** Files that are there but may still be growing. */
  unsettled: number
  received: number
  duplicate: number
  rejected: number
  /** The stored run, when anything was taken. */
  runId?: string
}

/**
 * Watch a drop folder. A file is taken when two ticks in a row saw the same size and time of change, so that one still being copied is
 * left alone; a subfolder names the sender. Taken files end in `done/<day>/` or, with the reason beside them, in `rejected/<day>/`.
 * Nothing is overwritten, and a crash at any point loses nothing: what a dead worker had claimed is taken up again, and its delivery
 * counts once.
 */
export function watchInbox(
  parts: RunParts,
  dir: string,
): {
  /** Look once. Not while another tick runs. @throws what the disk or the database says; the files stay claimed for the next tick */
  tick(): Promise<TickResult>
  close(): Promise<void>
} {
  const own = newWorkerFolder(dir)
  let held: { release(): Promise<void> } | undefined
  let stamps = new Map<string, string>()

  async function claimSettled(): Promise<number> {
    const seen = new Map<string, string>()
    let unsettled = 0
    for (const file of await waitingFiles(dir)) {
      const stamp = await stampOf(file.path)
      if (stamp === undefined) continue
      const isSettled = stamps.get(file.path) === stamp
      if (isSettled && (await claimFile(own, file))) continue
      seen.set(file.path, stamp)
      unsettled++
    }
    stamps = seen
    return unsettled
  }

  return {
    async tick() {
      if (!held) {
        await mkdir(dir, { recursive: true })
        held = await holdDataDir(own, 'drop folder')
        await interruptDeadRuns(parts)
      }
      await inheritClaims(dir, own)
      const unsettled = await claimSettled()
      const files = await claimedFiles(own)
      if (files.length === 0) return { unsettled, received: 0, duplicate: 0, rejected: 0 }
      const run = await takeFiles(parts, dir, files)
      return { unsettled, ...run.counts, runId: run.id }
    },
    async close() {
      const isEmpty = (await claimedFiles(own)).length === 0
      await held?.release()
      if (held && isEmpty) await rm(own, { recursive: true, force: true })
      held = undefined
    },
  }
}

async function takeFiles(parts: RunParts, dir: string, files: Dropped[]): Promise<Run> {
  const run = await startRun(parts, {
    source: 'drop',
    label: basename(dir),
    region: parts.homeRegion,
    actor: 'system',
  })
  const day = shanghaiDay(parts.now())
  let state: 'finished' | 'interrupted' = 'interrupted'
  try {
    for (const file of files) {
      if (isFileOfLines(file.name)) {
        await takeFileOfLines(run, dir, day, file)
        continue
      }
      const item = await takeFile(run, file)
      if (item.outcome === 'rejected') await setAside(dir, day, file, item.reason)
      else await moveAside(file.path, join(dir, DONE, day), file.name)
    }
    state = 'finished'
  } finally {
    await run.end(state)
  }
  return run
}

/** The file as a whole is done with; which of its lines were turned away, and why, stands beside it. */
async function takeFileOfLines(run: Run, dir: string, day: string, file: Dropped): Promise<void> {
  const shown = join(file.subfolder, file.name)
  const sender = file.subfolder || undefined
  const turnedAway: string[] = []
  await takeLines(
    run,
    { path: file.path, shown, source: 'drop', place: file.name, sender, given: {} },
    (name, item) => {
      if (item.outcome !== 'rejected') return
      const { zh, en } = REJECT_REASONS[item.reason]
      turnedAway.push(`${basename(name)}: ${zh} / ${en}`)
    },
  )
  const folder = join(dir, DONE, day)
  const name = await moveAside(file.path, folder, file.name)
  if (turnedAway.length > 0) await writeFile(join(folder, `${name}.reason.txt`), `${turnedAway.join('\n')}\n`)
}

async function takeFile(run: Run, file: Dropped): Promise<Item> {
  const shown = join(file.subfolder, file.name)
  const read = await readPaperFile(file.path)
  if ('reason' in read) return run.reject(shown, read.reason)
  if (read.bytes.length === 0) return run.reject(shown, 'empty')
  return run.receive(shown, {
    envelope: {
      source: 'drop',
      sender: file.subfolder || 'drop',
      external: `${file.name}#${sha256Of(read.bytes)}`,
    },
    bytes: read.bytes,
    fileName: file.name,
    given: {},
  })
}

async function setAside(dir: string, day: string, file: Dropped, reason: RejectReason): Promise<void> {
  const folder = join(dir, REJECTED, day)
  if (reason === 'vanished') return
  const name = await moveAside(file.path, folder, file.name)
  const { zh, en } = REJECT_REASONS[reason]
  await writeFile(join(folder, `${name}.reason.txt`), `${zh}\n${en}\n`)
}
