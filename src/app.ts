import type { Knex } from 'knex'
import { connectDatabase } from '../db/connect.ts'
import { migrationSource } from '../db/migrations/index.ts'
import { shipModel } from './actions/models/ship-model.ts'
import type { Parts } from './actions/parts.ts'
import { shipRulebook } from './actions/rulebook/ship-rulebook.ts'
import { loadModel } from './classifier/load.ts'
import type { Config } from './config.ts'
import { type CompiledRulebook, compile } from './core/check/compile.ts'
import type { Model } from './core/pipeline.ts'
import { openLog } from './log.ts'
import { openReader } from './reader/read-in-thread.ts'
import { loadRulebook } from './rulebook/load.ts'
import { loadLaw } from './rulebook/load-law.ts'
import { openFileStore } from './store/file-bytes.ts'
import { installationId } from './store/installation.ts'

/** Everything an action may need, built once; `ring` does nothing until a queue is joined. */
export interface OpenParts {
  parts: Parts
  /** Keeps this installation's queues apart from others' on the same server. */
  queuePrefix: string
  close(): Promise<void>
}

/**
 * Open the database (migrated to the newest schema), the file store, the reader threads and the rulebook.
 * @throws problem rulebook.invalid, and whatever the database says when it cannot be reached.
 */
export async function openParts(config: Config): Promise<OpenParts> {
  // Papers, identities and the database are for the account that runs this, and for nobody else on the machine.
  process.umask(0o077)
  const log = openLog(config.logLevel)
  const shipped = compile(loadRulebook())
  const law = loadLaw()
  const db = connectDatabase({ databaseUrl: config.databaseUrl, dataDir: config.dataDir })
  let queuePrefix: string
  let compiled: CompiledRulebook
  let model: Model
  try {
    await migrate(db)
    compiled = await shipRulebook({ db, log, now: () => new Date() }, shipped)
    model = await shipModel({ db, log, now: () => new Date() }, loadModel())
    queuePrefix = `sojourn-${await installationId(db)}`
  } catch (error) {
    await db.destroy()
    throw error
  }
  const reader = openReader({ threads: 2 })
  return {
    queuePrefix,
    parts: {
      db,
      files: openFileStore(config.filesDir),
      reader,
      compiled,
      ...law,
      model,
      ring: async () => {},
      now: () => new Date(),
      log,
      homeRegion: config.homeRegion,
    },
    async close() {
      await reader.close()
      await db.destroy()
    },
  }
}

/** Bring the schema up to date; nothing to do costs one query. */
export async function migrate(db: Knex): Promise<void> {
  await db.migrate.latest({ migrationSource })
}
