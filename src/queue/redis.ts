import { Queue, Worker } from 'bullmq'
import { Redis } from 'ioredis'
import type { Engine, QueueLog } from './engine.ts'

/**
 * BullMQ on Redis (5 or newer, with `maxmemory-policy noeviction`). Two connections: one for asking, which gives up quickly, so that nobody who saves a paper waits for a Redis
 * that is down (the sweep rings later); one for workers, which waits as long as it takes.
 */
export async function openRedis(url: string, log: QueueLog): Promise<Engine> {
  const asking = new Redis(url, { maxRetriesPerRequest: 2, connectTimeout: 5_000 })
  const working = new Redis(url, { maxRetriesPerRequest: null, lazyConnect: true })
  for (const connection of [asking, working])
    connection.on('error', (error) => log.warn({ reason: error.message }, 'Redis cannot be reached'))
  try {
    await asking.ping()
  } catch (error) {
    asking.disconnect()
    throw error
  }
  return {
    name: 'redis',
    queue: (name, options) => new Queue(name, { ...options, connection: asking, skipWaitingForReady: true }),
    worker: (name, processor, options) => new Worker(name, processor, { ...options, connection: working }),
    async close() {
      asking.disconnect()
      working.disconnect()
    },
  }
}
