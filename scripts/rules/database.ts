import type { Knex } from 'knex'
import { connectDatabase } from '../../db/connect.ts'
import { migrate } from '../../src/app.ts'
import { type Config, readConfig } from '../../src/config.ts'
import type { Viewer } from '../../src/core/access/viewer.ts'
import { problem } from '../../src/core/problem.ts'
import { asViewer, officerByLogin } from '../../src/store/officers.ts'

/** The database of the settings, for as long as `use` takes. `writes` brings its schema up to date first; reading leaves everything as it is. */
export async function withDatabase<T>(
  mode: 'reads' | 'writes',
  use: (db: Knex, config: Config) => Promise<T>,
): Promise<T> {
  const config = readConfig(process.env)
  const db = connectDatabase({ databaseUrl: config.databaseUrl, dataDir: config.dataDir })
  try {
    if (mode === 'writes') await migrate(db)
    else if (!(await db.schema.hasTable('model_activations')))
      throw problem('form.invalid', {
        says: 'the database is not up to date: run npm run migrate, and check DATA_DIR or DATABASE_URL / 数据库结构不是最新：请运行 npm run migrate，并检查 DATA_DIR 或 DATABASE_URL',
      })
    return await use(db, config)
  } finally {
    await db.destroy()
  }
}

/** Who acts. @throws problem not_found when nobody has that login, or the account is off */
export async function officerNamed(db: Knex, login: string): Promise<Viewer> {
  const officer = await officerByLogin(db, login.trim().toLowerCase())
  if (!officer || officer.disabledAt) throw problem('not_found', { login })
  return asViewer(officer)
}
