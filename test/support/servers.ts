import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { createInterface } from 'node:readline'

/**
 * Private PostgreSQL and Redis servers for this test run, from the binaries of the machine, on free ports of 127.0.0.1, in temporary folders.
 * Started by the first spec that asks, stopped after the last one. `TEST_POSTGRES_URL` and `TEST_REDIS_URL` name servers to use instead.
 */
export const postgresAvailable = process.env.TEST_POSTGRES_URL !== undefined || postgresBin() !== undefined
export const redisAvailable = process.env.TEST_REDIS_URL !== undefined || inPath('redis-server') !== undefined

/** URL of the server, without a database: `${await postgresServer()}/name`. */
export async function postgresServer(): Promise<string> {
  starting.postgres ??= startPostgres()
  process.env.TEST_POSTGRES_URL ??= await starting.postgres
  return starting.postgres
}

export async function redisServer(): Promise<string> {
  starting.redis ??= startRedis()
  process.env.TEST_REDIS_URL ??= await starting.redis
  return starting.redis
}

const starting: { postgres?: Promise<string>; redis?: Promise<string> } = {}
const running: { child: ChildProcess; folder: string }[] = []

// This file is loaded by specs before any test runs, so the hook stands at the root: after the last test of the run.
after('stop the private servers', async function () {
  this.timeout(60_000) // some hundred databases are deleted
  await Promise.all(running.map(({ child }) => stop(child)))
  for (const { folder } of running) rmSync(folder, { recursive: true, force: true })
})
process.on('exit', () => {
  for (const { child } of running) child.kill('SIGKILL')
})

async function startPostgres(): Promise<string> {
  if (process.env.TEST_POSTGRES_URL !== undefined) return process.env.TEST_POSTGRES_URL
  const bin = postgresBin()!
  const folder = privateFolder('sojourn-pg-')
  const owner = ownerForPostgres(folder)
  const data = join(folder, 'data')
  const init = [
    '-D',
    data,
    '-U',
    'postgres',
    '-A',
    'trust',
    '-E',
    'UTF8',
    '--locale=C',
    '--no-sync',
    '--no-instructions',
  ]
  const initdb = spawn(join(bin, 'initdb'), init, { ...owner, cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] })
  const [status] = await once(initdb, 'exit')
  if (status !== 0) throw new Error(`initdb ended with status ${status}`)
  const settings = [
    'fsync=off',
    'synchronous_commit=off',
    'full_page_writes=off',
    'autovacuum=off', // it would go through some hundred databases that live for seconds
    'max_connections=200',
    'shared_buffers=64MB',
  ]
  const options = [...settings, 'listen_addresses=127.0.0.1', 'unix_socket_directories='].flatMap((setting) => [
    '-c',
    setting,
  ])
  return onFreePort(async (port) => {
    const args = ['-D', data, '-p', String(port), ...options]
    await ready(folder, spawn(join(bin, 'postgres'), args, { ...owner, cwd: folder, stdio: 'pipe' }), 'stderr')
    return `postgres://postgres@127.0.0.1:${port}`
  })
}

async function startRedis(): Promise<string> {
  if (process.env.TEST_REDIS_URL !== undefined) return process.env.TEST_REDIS_URL
  const folder = privateFolder('sojourn-redis-')
  return onFreePort(async (port) => {
    const where = ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder]
    const args = [...where, '--save', '', '--appendonly', 'no']
    await ready(folder, spawn(inPath('redis-server')!, args, { cwd: folder, stdio: 'pipe' }), 'stdout')
    return `redis://127.0.0.1:${port}`
  })
}

/** Between the look for a free port and its taking, another may take it: then another port is tried. */
async function onFreePort(start: (port: number) => Promise<string>): Promise<string> {
  for (let triesLeft = 2; ; triesLeft--) {
    try {
      return await start(await freePort())
    } catch (error) {
      if (triesLeft === 0) throw error
    }
  }
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const exited = once(child, 'exit')
  child.kill('SIGINT') // PostgreSQL's fast shutdown; Redis obeys it too
  await exited
}

/** Resolves when the server says it is ready; rejects with its last lines when it ends instead. The stream is read on, or the server would stall. */
function ready(folder: string, child: ChildProcess, stream: 'stdout' | 'stderr'): Promise<void> {
  running.push({ child, folder })
  const lines: string[] = []
  return new Promise((resolve, reject) => {
    createInterface({ input: child[stream]! }).on('line', (line) => {
      lines.push(line)
      if (lines.length > 20) lines.shift()
      if (/ready to accept connections/i.test(line)) resolve()
    })
    child.on('error', reject)
    child.on('exit', (status) => reject(new Error(`the server ended with status ${status}:\n${lines.join('\n')}`)))
  })
}

function postgresBin(): string | undefined {
  const debian = '/usr/lib/postgresql'
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : []
  const found = versions.map((version) => join(debian, version, 'bin')).find((bin) => existsSync(join(bin, 'initdb')))
  return found ?? inPath('initdb')?.slice(0, -'/initdb'.length)
}

function inPath(name: string): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter)
  return folders.map((folder) => join(folder, name)).find((file) => existsSync(file))
}

/** PostgreSQL refuses to run as root: as root, the folder and the server go to the user `postgres` (or `nobody`). */
function ownerForPostgres(folder: string): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {}
  const users = readFileSync('/etc/passwd', 'utf8').split('\n')
  const user = (users.find((line) => line.startsWith('postgres:')) ??
    users.find((line) => line.startsWith('nobody:')))!.split(':')
  const [uid, gid] = [Number(user[2]), Number(user[3])]
  chownSync(folder, uid, gid)
  return { uid, gid }
}

function privateFolder(prefix: string): string {
  return mkdtempSync(join(tmpdir(), prefix))
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  server.close()
  await once(server, 'close')
  return port
}
