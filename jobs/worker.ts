import { openParts } from '../src/app.ts'
import { readConfig } from '../src/config.ts'
import { problem } from '../src/core/problem.ts'
import { openQueue } from '../src/queue/connect.ts'
import { runProcess } from '../src/run-process.ts'
import { bell } from './ring.ts'
import { startWorker } from './start-worker.ts'

/** A worker by itself: it shares the queue with the web process, so the queue has to be one that can be shared. */
await runProcess(async () => {
  const config = readConfig(process.env)
  if (!config.queueUrl) throw problem('engine.queue_url_required', { command: 'npm run worker' })
  const { parts, queuePrefix, close } = await openParts(config)
  const queue = await openQueue({
    queueUrl: config.queueUrl,
    dataDir: config.dataDir,
    prefix: queuePrefix,
    log: parts.log,
  })
  parts.ring = bell(queue, parts)
  const worker = await startWorker(parts, queue, config.inboxDir)
  parts.log.info({ queue: queue.engine }, 'worker started')
  return async () => {
    await worker.close()
    await queue.close()
    await close()
  }
})
