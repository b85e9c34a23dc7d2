import { join } from 'node:path'
import type { Config } from './config.ts'

type Where = Pick<Config, 'databaseUrl' | 'dataDir'>

/** The SQLite file of the settings; undefined where they name a server. */
export function databaseFile({ databaseUrl, dataDir }: Where): string | undefined {
  return databaseUrl === undefined ? join(dataDir, 'sojourn.sqlite') : undefined
}

/** The database as a person may be told of it: a path, or an address whose password is left out. */
export function databaseName(config: Where): string {
  return databaseFile(config) ?? withoutPassword(config.databaseUrl!)
}

/**
 * What to write before a command at another terminal so that it opens the same database, with a blank behind it; empty where the
 * settings are the usual ones. A password is for the reader to fill in: the line ends up in a journal.
 */
export function databaseSetting(env: Record<string, string | undefined>, config: Where): string {
  if (config.databaseUrl !== undefined) return `DATABASE_URL=${quoted(withoutPassword(config.databaseUrl))} `
  return env.DATA_DIR?.trim() ? `DATA_DIR=${quoted(config.dataDir)} ` : ''
}

function withoutPassword(address: string): string {
  const url = new URL(address)
  if (url.password) url.password = 'PASSWORD'
  if (url.searchParams.has('password')) url.searchParams.set('password', 'PASSWORD')
  return url.href
}

/** For a shell, as it stands where nothing in it means anything to one. */
function quoted(value: string): string {
  return /^[\w./:@%+,=-]+$/.test(value) ? value : `'${value.replaceAll("'", "'\\''")}'`
}
