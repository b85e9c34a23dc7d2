import { openQueue } from '../../src/queue/connect.ts'

// A worker that takes a job and never ends it, to be killed. Its argument: the queue's settings as JSON.
const queue = await openQueue(JSON.parse(process.argv[2]!))
await queue.enqueue('process-documents', { documentIds: ['d1'] })
await queue.work(
  {
    'process-documents': async ({ documentIds }) => {
      console.log(`at work on ${documentIds[0]}`)
      await new Promise(() => {})
    },
    sweep: async () => {},
    'purge-stale': async () => {},
    'draw-samples': async () => {},
    'tick-clocks': async () => {},
  },
  { concurrency: 1 },
)
