import { dirname, resolve } from 'node:path'
import { problem } from './core/problem.ts'
import { whyNoRegion } from './core/regions/no-such-region.ts'
import { isRegion } from './core/regions/region.ts'
import { rootPath } from './root.ts'

/** Settings of one process, read once from the environment. */
export interface Config {
  host: string
  port: number
  /** Absolute. */
  dataDir: string
  /** Undefined: SQLite under `dataDir`. */
  databaseUrl?: string
  /** Undefined: the embedded queue under `dataDir`. */
  queueUrl?: string
  /** Absolute folder of the content-addressed files. */
  filesDir: string
  /** Absolute folder watched for new papers; undefined: none is watched. */
  inboxDir?: string
  logLevel: (typeof LOG_LEVELS)[number]
  /** GB/T 2260 region of papers whose sender names none. */
  homeRegion: string
}

export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const

/**
 * @throws problem config.invalid listing every mistake at once, each with what would be allowed.
 */
export function readConfig(env: Record<string, string | undefined>): Config {
  const mistakes: string[] = []
  const root = dirname(rootPath('package.json'))
  const value = (name: string) => env[name]?.trim() || undefined
  const port = value('PORT') ?? '8080'
  if (!/^\d+$/.test(port) || Number(port) > 65_535)
    mistakes.push(`PORT is "${port}"; allowed: a whole number from 0 to 65535`)
  const databaseUrl = value('DATABASE_URL')
  if (databaseUrl && !isUrl(databaseUrl, ['postgres:', 'postgresql:'])) {
    mistakes.push(
      'DATABASE_URL is not understood; allowed: postgres://user:password@host:port/database, or nothing for SQLite',
    )
  }
  const queueUrl = value('QUEUE_URL')
  if (queueUrl && !isUrl(queueUrl, ['redis:', 'rediss:', 'postgres:', 'postgresql:'])) {
    mistakes.push('QUEUE_URL is not understood; allowed: redis://…, postgres://…, or nothing for the embedded queue')
  }
  const logLevel = LOG_LEVELS.find((level) => level === (value('LOG_LEVEL') ?? 'info'))
  if (!logLevel) mistakes.push(`LOG_LEVEL is "${value('LOG_LEVEL')}"; allowed: ${LOG_LEVELS.join(', ')}`)
  const homeRegion = value('HOME_REGION') ?? '000000'
  if (!isRegion(homeRegion)) mistakes.push(`HOME_REGION is "${homeRegion}"; allowed: ${whyNoRegion(homeRegion).en}`)
  if (mistakes.length > 0) throw problem('config.invalid', { mistakes })
  const dataDir = resolve(root, value('DATA_DIR') ?? 'data')
  const inboxDir = value('INBOX_DIR')
  return {
    host: value('HOST') ?? '127.0.0.1',
    port: Number(port),
    dataDir,
    filesDir: resolve(root, value('FILES_DIR') ?? resolve(dataDir, 'files')),
    logLevel: logLevel!,
    homeRegion,
    ...(databaseUrl ? { databaseUrl } : {}),
    ...(queueUrl ? { queueUrl } : {}),
    ...(inboxDir ? { inboxDir: resolve(root, inboxDir) } : {}),
  }
}

function isUrl(value: string, protocols: string[]): boolean {
  try {
    return protocols.includes(new URL(value).protocol)
  } catch {
    return false
  }
}
