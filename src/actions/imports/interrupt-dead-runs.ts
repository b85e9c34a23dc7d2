import { rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { subHours } from 'date-fns'
import { isDataDirHeld } from '../../queue/lock.ts'
import { appendEvent } from '../../store/events.ts'
import { finishRun, type ImportRun, runningRuns } from '../../store/import-runs.ts'
import type { Parts } from '../parts.ts'

/** No batch that comes over a connection and no tick of the drop folder lasts this long. */
const LONGEST_HOURS = 2

/** The folder a running import of `dataDir` holds, with the lock that tells a living one from one that was killed. */
export function runFolder(dataDir: string, runId: string): string {
  return join(dataDir, 'imports', runId)
}

/**
 * Mark runs whose process is gone as `interrupted`. An import of a folder is known by its lock in `dataDir`, so one on another machine is
 * left alone; the others end within hours or not at all. What a dead run had received stays received.
 */
export async function interruptDeadRuns(parts: Pick<Parts, 'db' | 'now'>, dataDir?: string): Promise<string[]> {
  const dead: string[] = []
  for (const run of await runningRuns(parts.db)) {
    if (!(await isDead(parts, run, dataDir))) continue
    const at = parts.now().toISOString()
    await parts.db.transaction(async (trx) => {
      if (!(await finishRun(trx, run.id, 'interrupted', at))) return
      await appendEvent(trx, {
        at,
        actor: 'system',
        verb: 'import_run.interrupted',
        subjectType: 'import_run',
        subjectId: run.id,
      })
      dead.push(run.id)
    })
    if (dataDir) await rm(runFolder(dataDir, run.id), { recursive: true, force: true })
  }
  return dead
}

async function isDead(parts: Pick<Parts, 'now'>, run: ImportRun, dataDir: string | undefined): Promise<boolean> {
  if (run.source !== 'folder') return run.startedAt < subHours(parts.now(), LONGEST_HOURS).toISOString()
  if (!dataDir) return false
  const folder = runFolder(dataDir, run.id)
  const isHere = await stat(folder).then(
    () => true,
    () => false,
  )
  return isHere && !(await isDataDirHeld(folder))
}
