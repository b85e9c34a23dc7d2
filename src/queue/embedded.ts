import { existsSync } from 'node:fs'
import { rename } from 'node:fs/promises'
import { join } from 'node:path'
import { DEFAULT_SCHEMA } from 'bullmq'
import type { Engine, QueueLog } from './engine.ts'
import { holdDataDir } from './lock.ts'
import { PglitePool } from './pglite-pool.ts'
import { onPool } from './postgres.ts'

/**
 * BullMQ on PGlite under `<dataDir>/queue`: nothing to install. Holds the data folder as long as it is open.
 * Losing the folder loses nothing, the sweep rings again; so a missing one is made and a damaged one is moved aside.
 */
export async function openEmbedded(dataDir: string, log: QueueLog): Promise<Engine> {
  const hold = await holdDataDir(dataDir, 'queue')
  try {
    const pool = await openFolder(join(dataDir, 'queue'), log)
    const engine = await onPool('embedded', pool, async () => {
      await pool.end()
      await hold.release()
    })
    await releaseOrphans(pool)
    return engine
  } catch (error) {
    await hold.release()
    throw error
  }
}

async function openFolder(folder: string, log: QueueLog): Promise<PglitePool> {
  const isNew = !existsSync(join(folder, 'PG_VERSION'))
  const pool = await openPool(folder, log).catch(async (error) => {
    if (!existsSync(folder)) throw error
    const aside = `${folder}.broken-${Date.now()}`
    await rename(folder, aside)
    log.warn(
      { movedTo: aside, reason: reasonOf(error) },
      'the embedded queue could not be opened and was started anew; nothing is lost',
    )
    return openPool(folder, log)
  })
  if (!isNew) return pool
  // Making a database takes 400 MB that only go back when its thread ends.
  await pool.end()
  return openPool(folder, log)
}

async function openPool(folder: string, log: QueueLog): Promise<PglitePool> {
  const pool = new PglitePool(folder, DEFAULT_SCHEMA)
  await pool.open()
  pool.on('error', (error) => log.error({ reason: reasonOf(error) }, 'the embedded queue failed and is started again'))
  return pool
}

/**
 * Nobody else can be working on this folder, so a job that is still active belonged to a process that was killed: let the first stalled check
 * take it back at once, instead of after its lock has run out.
 */
async function releaseOrphans(pool: PglitePool): Promise<void> {
  await pool.query(`UPDATE ${DEFAULT_SCHEMA}.job SET stalled_marked = true, locked_until_ms = 0 WHERE state = 'active'`)
  await pool.query(`DELETE FROM ${DEFAULT_SCHEMA}.meta WHERE field = 'stalled-check'`)
}

function reasonOf(error: unknown): string {
  const { message, cause } = error as Error
  return cause instanceof Error ? `${message}: ${cause.message}` : message
}
