import { watchInbox } from '../src/actions/imports/watch-inbox.ts'
import type { Parts } from '../src/actions/parts.ts'
import type { Queue } from '../src/queue/connect.ts'
import { processors } from './index.ts'
import { scheduleJobs } from './schedule.ts'

export interface RunningWorker {
  /** Finishes what is in hand and takes nothing new. */
  close(): Promise<void>
}

const WATCH_EVERY_MS = 2_000

/** Work off the queue, keep the schedule and watch the drop folder, until closed. */
export async function startWorker(parts: Parts, queue: Queue, inboxDir: string | undefined): Promise<RunningWorker> {
  const work = await queue.work(processors(parts, queue), { concurrency: 2 })
  await scheduleJobs(queue)
  const watching = inboxDir ? watchEvery(parts, inboxDir) : undefined
  return {
    async close() {
      await watching?.close()
      await work.close()
    },
  }
}

// A timer of the process rather than a job: a folder belongs to the machine that sees it.
function watchEvery(parts: Parts, inboxDir: string): { close(): Promise<void> } {
  const watch = watchInbox(parts, inboxDir)
  let stopped = false
  let timer: NodeJS.Timeout | undefined
  let running: Promise<unknown> = Promise.resolve()
  const next = () => {
    running = watch
      .tick()
      .catch((error: unknown) => parts.log.error({ err: error }, 'the drop folder could not be looked at'))
      .finally(() => {
        if (!stopped) timer = setTimeout(next, WATCH_EVERY_MS)
      })
  }
  next()
  return {
    async close() {
      stopped = true
      clearTimeout(timer)
      await running
      await watch.close()
    },
  }
}
