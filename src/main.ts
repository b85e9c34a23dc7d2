import type { Server } from 'node:http'
import { bell } from '../jobs/ring.ts'
import { startWorker } from '../jobs/start-worker.ts'
import { interruptDeadRuns } from './actions/imports/interrupt-dead-runs.ts'
import { loadSampleInbox } from './actions/imports/load-sample-inbox.ts'
import { firstOfficer } from './actions/officers/first-officer.ts'
import { releaseAllClaims } from './actions/papers/sweep.ts'
import { type OpenParts, openParts } from './app.ts'
import { type Config, readConfig } from './config.ts'
import { problem } from './core/problem.ts'
import { databaseSetting } from './database-name.ts'
import { openLog } from './log.ts'
import { openQueue, type Queue } from './queue/connect.ts'
import { runProcess } from './run-process.ts'
import { createServer } from './web/server.ts'

/** `npm start`: web and worker in one process. `npm run web`: the screens alone, with workers elsewhere. */
await runProcess(async () => {
  const config = readConfig(process.env)
  const withWorker = process.argv[2] !== 'web'
  if (!withWorker && !config.queueUrl) throw problem('engine.queue_url_required', { command: 'npm run web' })
  const { queue, parts, close } = await openAll(config)
  parts.ring = bell(queue, parts)
  if (!config.queueUrl && !config.databaseUrl) await releaseAllClaims(parts)
  await interruptDeadRuns(parts, config.dataDir)
  const worker = withWorker ? await startWorker(parts, queue, config.inboxDir) : undefined
  const web = createServer({
    ...parts,
    queueCounts: () => queue.counts(),
    queueFailures: async (limit) =>
      (await queue.failures(limit)).map((failure) => ({ ...failure, failedAt: failure.failedAt.toISOString() })),
    engine: { database: config.databaseUrl ? 'postgres' : 'sqlite', queue: queue.engine },
  })
  const server = await listen(web, config)
  // Only now: a password shown once must not be made for a start that then fails.
  const login = await firstOfficer(parts)
  if (login) await loadSampleInbox(parts)
  greet(config, server, login)
  return async () => {
    await new Promise<void>((resolve) => {
      server.close(() => resolve())
      server.closeIdleConnections()
      setTimeout(() => server.closeAllConnections(), 3_000).unref()
    })
    await worker?.close()
    await queue.close()
    await close()
  }
})

/** The embedded queue comes first: it holds the data folder against a second process. A shared one is named by the database. */
async function openAll(config: Config): Promise<{ queue: Queue } & Omit<OpenParts, 'queuePrefix'>> {
  const settings = { queueUrl: config.queueUrl, dataDir: config.dataDir, log: openLog(config.logLevel) }
  if (config.queueUrl) {
    const open = await openParts(config)
    return { ...open, queue: await openQueue({ ...settings, prefix: open.queuePrefix }).catch(closing(open)) }
  }
  const queue = await openQueue(settings)
  return { queue, ...(await openParts(config).catch(closing(queue))) }
}

function closing(opened: { close(): Promise<void> }): (error: unknown) => Promise<never> {
  return async (error) => {
    await opened.close()
    throw error
  }
}

function listen(web: ReturnType<typeof createServer>, config: Config): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = web.listen(config.port, config.host)
    server.once('listening', () => resolve(server))
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE'
          ? problem('config.invalid', { mistakes: [`PORT ${config.port} is in use; set PORT to a free one`] })
          : error,
      ),
    )
  })
}

function greet(config: Config, server: Server, login: { login: string; password: string } | undefined): void {
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : config.port
  console.log(`Sojourn Watch · 旅居养老市场监管工作台: http://${config.host}:${port}`)
  if (!login) return
  console.log(`First login / 首次登录: ${login.login}  password / 密码: ${login.password}`)
  console.log(
    `It is shown once; change it with / 仅显示一次，修改密码: ${databaseSetting(process.env, config)}npm run admin -- officer password --login ${login.login}`,
  )
}
